package org.kontor.crm.access.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.kontor.crm.access.control.KeyMaterial;
import org.kontor.crm.platform.boundary.BookEmptied;
import org.kontor.crm.platform.boundary.Sql;

/**
 * Recognises live API keys, as the database knew them at most a second ago: each request asks, and
 * most ask for the same few keys. A revocation holds at once on the node that took it, within that
 * second on the others. Unknown keys are never remembered.
 */
@ApplicationScoped
public class KnownKeys {

  private static final long FRESH_NANOS = 1_000_000_000L;

  private final Sql sql;
  private final Map<ByteBuffer, Known> byDigest = new ConcurrentHashMap<>();
  private final AtomicLong revocations = new AtomicLong();

  @Inject
  public KnownKeys(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected KnownKeys() {
    this(null);
  }

  /** Whose live key this is. */
  public Optional<Identity> authenticate(String key) {
    if (key.isEmpty() || key.length() > KeyMaterial.LONGEST) {
      return Optional.empty();
    }
    byte[] digest = KeyMaterial.digest(key);
    ByteBuffer name = ByteBuffer.wrap(digest);
    Known known = byDigest.get(name);
    long now = System.nanoTime();
    if (known != null && now - known.readAt() < FRESH_NANOS && isCurrent(known)) {
      return Optional.of(known.identity());
    }
    long before = revocations.get();
    Optional<Identity> read = read(digest);
    if (read.isPresent()) {
      byDigest.put(name, new Known(read.get(), now, before));
    } else {
      byDigest.remove(name);
    }
    return read;
  }

  /** What was read while a revocation committed may be the state before it. */
  private boolean isCurrent(Known known) {
    return known.revocations() == revocations.get();
  }

  private Optional<Identity> read(byte[] digest) {
    return sql.one(
        row ->
            new Identity(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                Set.of(row.getString(4).split(","))),
        "select id, name, vendor_code, scopes from api_key"
            + " where key_hash = ? and revoked_at is null",
        digest);
  }

  void revoked(@Observes(during = TransactionPhase.AFTER_SUCCESS) KeyRevoked event) {
    forget();
  }

  void emptied(@Observes BookEmptied event) {
    forget();
  }

  private void forget() {
    revocations.incrementAndGet();
    byDigest.clear();
  }

  /**
   * @param readAt {@link System#nanoTime()}
   * @param revocations how many there had been before it was read
   */
  private record Known(Identity identity, long readAt, long revocations) {}
}
