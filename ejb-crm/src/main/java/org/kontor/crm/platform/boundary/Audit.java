package org.kontor.crm.platform.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.domain.time.BusinessClock;

/**
 * Who did what to what, chained by hash, in the transaction of what was done. Call it last in a
 * boundary: there is one writer at a time, until its transaction ends. Details carry ids and codes,
 * never names or secrets.
 */
@ApplicationScoped
public class Audit {

  private static final int PAGE = 1000;

  private final Sql sql;
  private final Actor actor;
  private final BusinessClock clock;

  @Inject
  public Audit(Sql sql, Actor actor, BusinessClock clock) {
    this.sql = sql;
    this.actor = actor;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected Audit() {
    this(null, null, null);
  }

  /**
   * @param action what was done, for example {@code api-key.revoked}
   * @param subject to what, for example {@code api-key/4711}
   * @param detail figures and codes
   */
  public void record(String action, String subject, Map<String, ?> detail) {
    sql.one(row -> true, "select pg_advisory_xact_lock(4711, 2)");
    Optional<AuditChain.Entry> last =
        sql.one(Audit::entry, "select * from audit_entry order by seq desc limit 1");
    AuditChain.Entry next =
        AuditChain.next(last, clock.now(), actor.actor(), action, subject, Outbox.json(detail));
    sql.update(
        "insert into audit_entry (seq, recorded_at, actor, action, subject, detail, hash)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        next.seq(),
        next.recordedAt(),
        next.actor(),
        next.action(),
        next.subject(),
        next.detail(),
        next.hash());
  }

  /** The first entry whose hash, number or place does not follow from the one before; or none. */
  public Optional<Long> firstBroken() {
    Optional<AuditChain.Entry> last = Optional.empty();
    while (true) {
      List<AuditChain.Entry> page =
          sql.list(
              Audit::entry,
              "select * from audit_entry where seq > ? order by seq limit ?",
              last.map(AuditChain.Entry::seq).orElse(0L),
              PAGE);
      for (AuditChain.Entry entry : page) {
        if (!AuditChain.follows(last, entry)) {
          return Optional.of(entry.seq());
        }
        last = Optional.of(entry);
      }
      if (page.size() < PAGE) {
        return Optional.empty();
      }
    }
  }

  private static AuditChain.Entry entry(ResultSet row) throws SQLException {
    return new AuditChain.Entry(
        row.getLong("seq"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        row.getString("action"),
        row.getString("subject"),
        row.getString("detail"),
        row.getBytes("hash"));
  }
}
