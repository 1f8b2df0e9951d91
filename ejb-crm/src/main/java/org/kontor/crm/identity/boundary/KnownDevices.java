package org.kontor.crm.identity.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.kontor.crm.access.control.KeyMaterial;
import org.kontor.crm.identity.boundary.SignIns.Origin;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.Sql;

/**
 * Browsers on which a person need not show the second factor for 30 days. A new password, and
 * whatever is added to or taken from what proves the person, has all of them forgotten.
 */
@ApplicationScoped
public class KnownDevices {

  private static final Duration KNOWN = Duration.ofDays(30);

  private final Sql sql;
  private final Ids ids;
  private final Audit audit;

  @Inject
  public KnownDevices(Sql sql, Ids ids, Audit audit) {
    this.sql = sql;
    this.ids = ids;
    this.audit = audit;
  }

  /** For the container's proxy. */
  protected KnownDevices() {
    this(null, null, null);
  }

  /**
   * Remembers a browser.
   *
   * @return what it has to keep; stored as its digest only
   */
  @Transactional
  public String remember(long personId, Origin at) {
    sql.update("delete from known_device where until_at < now()");
    String token = KeyMaterial.newKey();
    long id = ids.next();
    sql.update(
        "insert into known_device (id, person_id, token_hash, until_at, agent)"
            + " values (?, ?, ?, now() + make_interval(secs => ?), ?)",
        id,
        personId,
        KeyMaterial.digest(token),
        KNOWN.toSeconds(),
        Sessions.agent(at.agent()));
    audit.record("device.remembered", subject(personId), Map.of("device", id));
    return token;
  }

  /**
   * Whether this is one of the person's browsers; counts as its use.
   *
   * @param token what the browser kept; null when it was not remembered
   */
  @Transactional
  public boolean knows(long personId, String token) {
    return token != null
        && token.length() <= KeyMaterial.LONGEST
        && sql.update(
                "update known_device set used_at = now()"
                    + " where person_id = ? and token_hash = ? and until_at > now()",
                personId,
                KeyMaterial.digest(token))
            == 1;
  }

  /** The person's browsers, the last used first. */
  public List<Known> of(long personId) {
    return sql.list(
        row ->
            new Known(
                row.getLong(1),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getObject(4, OffsetDateTime.class).toInstant()),
        "select id, agent, used_at, until_at from known_device"
            + " where person_id = ? and until_at > now() order by used_at desc, id desc",
        personId);
  }

  /** Forgets one of a person's own browsers; a second call does nothing. */
  @Transactional
  public void forget(long personId, long id) {
    if (sql.update("delete from known_device where id = ? and person_id = ?", id, personId) == 1) {
      audit.record("device.forgotten", subject(personId), Map.of("device", id));
    }
  }

  /** Forgets all of them, because the person says so. */
  @Transactional
  public void forgetAll(long personId) {
    int gone = distrust(personId);
    if (gone > 0) {
      audit.record("devices.forgotten", subject(personId), Map.of("devices", gone));
    }
  }

  /**
   * Forgets all of them as part of something that has its own entry in the audit.
   *
   * @return how many there were
   */
  int distrust(long personId) {
    return sql.update("delete from known_device where person_id = ?", personId);
  }

  private static String subject(long personId) {
    return "person/" + personId;
  }

  /**
   * A browser.
   *
   * @param agent what it calls itself; empty where that is not known
   * @param usedAt when it was remembered, or last spared the second factor
   */
  public record Known(long id, String agent, Instant usedAt, Instant until) {}
}
