package org.kontor.crm.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.kontor.crm.access.control.KeyMaterial;
import org.kontor.crm.platform.boundary.Seal;
import org.kontor.crm.platform.boundary.Setting;
import org.kontor.crm.platform.boundary.Settings;
import org.kontor.crm.platform.boundary.Sql;

/**
 * Challenges that a browser carries sealed until it answers: asking leaves nothing behind, so that
 * nobody can fill a table by asking. Each is good once, and for ten minutes.
 */
@ApplicationScoped
public class Challenges {

  private static final String PURPOSE = "kontor challenges 1";
  private static final Duration HOLDS = Duration.ofMinutes(10);
  private static final int LONGEST = 8_000;

  private final Sql sql;
  private final Settings settings;

  @Inject
  public Challenges(Sql sql, Settings settings) {
    this.sql = sql;
    this.settings = settings;
  }

  /** For the container's proxy. */
  protected Challenges() {
    this(null, null);
  }

  /**
   * @param name what is asked, of whom: an answer counts for nothing else
   * @param request as the library will want it back
   */
  public String seal(String name, String request) {
    long until =
        sql.one(
                row -> row.getLong(1),
                "select extract(epoch from now())::bigint + ?",
                HOLDS.toSeconds())
            .orElseThrow();
    byte[] open = (until + "\n" + request).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(seal().close(name, open));
  }

  /** The request; empty when it was answered, is too old, or was never asked. */
  public Optional<String> take(String name, String sealed) {
    if (sealed == null || sealed.length() > LONGEST) {
      return Optional.empty();
    }
    return decoded(sealed)
        .flatMap(closed -> seal().open(name, closed))
        .map(open -> new String(open, StandardCharsets.UTF_8).split("\n", 2))
        .filter(parts -> isFirst(sealed, Long.parseLong(parts[0])))
        .map(parts -> parts[1]);
  }

  private boolean isFirst(String sealed, long until) {
    sql.update("delete from answered_challenge where until_at < now()");
    return sql.update(
            "insert into answered_challenge (digest, until_at)"
                + " select ?, to_timestamp(?) where to_timestamp(?) > now()"
                + " on conflict (digest) do nothing",
            KeyMaterial.digest(sealed),
            until,
            until)
        == 1;
  }

  private static Optional<byte[]> decoded(String sealed) {
    try {
      byte[] closed = Base64.getUrlDecoder().decode(sealed);
      return Optional.of(closed).filter(bytes -> bytes.length > Seal.LEAST);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private Seal seal() {
    return new Seal(settings.text(Setting.KEYS_SECRET), PURPOSE);
  }
}
