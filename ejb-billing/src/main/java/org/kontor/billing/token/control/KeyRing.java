package org.kontor.billing.token.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.kontor.billing.token.boundary.PublicKeys;
import org.kontor.billing.token.boundary.RotatedKey;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.NaturalLocks;
import org.kontor.crm.platform.boundary.Seal;
import org.kontor.crm.platform.boundary.Setting;
import org.kontor.crm.platform.boundary.Settings;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/**
 * The signing keys in the database: one signs, those before it stay published for a day. A node
 * keeps the opened key for some seconds; within them it may still sign with the one before. Of a
 * key that signs no more only the public half is kept.
 */
@ApplicationScoped
public class KeyRing {

  private static final String SEAL = "kontor signing keys 1";

  /** Longer than the longest life of a token (1440 minutes) and the cache of the key set. */
  static final Duration OVERLAP = Duration.ofHours(26);

  private static final long FRESH_NANOS = 5_000_000_000L;

  private final Sql sql;
  private final Ids ids;
  private final NaturalLocks locks;
  private final Settings settings;
  private volatile Opened opened;

  @Inject
  public KeyRing(Sql sql, Ids ids, NaturalLocks locks, Settings settings) {
    this.sql = sql;
    this.ids = ids;
    this.locks = locks;
    this.settings = settings;
  }

  /** For the container's proxy. */
  protected KeyRing() {
    this(null, null, null, null);
  }

  /** The key that signs; made when there is none yet. */
  SigningKey signing(Instant now) {
    Opened known = opened;
    long nanos = System.nanoTime();
    if (known != null && nanos - known.readAt() < FRESH_NANOS) {
      return known.key();
    }
    Seal seal = seal();
    Optional<SigningKey> found = stored(seal);
    // A key that is made here is kept only when it was read again: its transaction may fail.
    found.ifPresent(key -> opened = new Opened(key, nanos));
    return found.orElseGet(() -> first(seal, now));
  }

  /**
   * Public halves: the signing one, then those whose tokens may still be about. A withdrawn one is
   * not among them at any moment: a node whose clock is behind must not publish it for longer.
   */
  public PublicKeys published(Instant now) {
    return new PublicKeys(
        sql.list(
            row -> PublicKeys.Key.ed25519(row.getString(1), SigningKey.base64Url(row.getBytes(2))),
            "select kid, public_key from signing_key"
                + " where withdrawn_at is null and (published_until is null or published_until > ?)"
                + " order by published_until desc nulls first, id desc",
            now));
  }

  /**
   * Makes a new signing key.
   *
   * @param withdraw a key was stolen: none of those so far is published or believed any more. It
   *     may be any of them: what leaked shows itself late
   */
  public RotatedKey rotate(Instant now, boolean withdraw) {
    Seal seal = seal();
    locks.hold("signing-key");
    Optional<String> previous =
        sql.one(
            row -> row.getString(1), "select kid from signing_key where published_until is null");
    Instant until = withdraw ? now : now.plus(OVERLAP);
    if (withdraw) {
      sql.update(
          "update signing_key set withdrawn_at = ?, published_until = least(published_until, ?),"
              + " sealed = null where withdrawn_at is null",
          now,
          now);
    }
    sql.update(
        "update signing_key set published_until = coalesce(published_until, ?), sealed = null"
            + " where published_until is null or sealed is not null",
        until);
    String kid = insert(seal, now).kid();
    opened = null;
    return new RotatedKey(kid, previous.orElse(null), previous.isPresent() ? until : null);
  }

  /** Whether there is a secret for keys, so that something can be signed. */
  boolean isSetUp() {
    return !settings.text(Setting.KEYS_SECRET).isEmpty();
  }

  /** The public half of a key that signs or has ever signed. */
  Optional<Known> known(String kid) {
    return sql.one(
        row -> new Known(row.getBytes(1), row.getBoolean(2)),
        "select public_key, withdrawn_at is not null from signing_key where kid = ?",
        kid);
  }

  /**
   * @param publicKey 32 bytes
   * @param withdrawn it was stolen: what it signed may be anybody's
   */
  record Known(byte[] publicKey, boolean withdrawn) {}

  private SigningKey first(Seal seal, Instant now) {
    locks.hold("signing-key");
    return stored(seal).orElseGet(() -> insert(seal, now));
  }

  private Optional<SigningKey> stored(Seal seal) {
    return sql.one(
        row ->
            SigningKey.of(
                row.getBytes(2),
                seal.open(row.getString(1), row.getBytes(3)).orElseThrow(KeyRing::otherSecret)),
        "select kid, public_key, sealed from signing_key where published_until is null");
  }

  private SigningKey insert(Seal seal, Instant now) {
    SigningKey made = SigningKey.generate();
    sql.update(
        "insert into signing_key (id, kid, public_key, sealed, created_at) values (?, ?, ?, ?, ?)",
        ids.next(),
        made.kid(),
        made.publicKey(),
        seal.close(made.kid(), made.pkcs8()),
        now);
    return made;
  }

  private Seal seal() {
    String secret = settings.text(Setting.KEYS_SECRET);
    if (secret.isEmpty()) {
      throw Problem.of(
              ProblemCode.UNAVAILABLE,
              "",
              "Signed access decisions are not set up: kontor.keys.secret is empty",
              "Set kontor.keys.secret (KONTOR_KEYS_SECRET) to at least 32 random characters.")
          .asException();
    }
    return new Seal(secret, SEAL);
  }

  private static RuntimeException otherSecret() {
    return Problem.of(
            ProblemCode.UNAVAILABLE,
            "",
            "The signing key was sealed with another secret than kontor.keys.secret",
            "Set the secret of before, or rotate the key: POST /access-keys/rotations.")
        .asException();
  }

  private record Opened(SigningKey key, long readAt) {}
}
