package org.kontor.crm.identity.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.crm.access.control.KeyMaterial;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.customer.FineRight;
import org.kontor.domain.customer.Position;
import org.kontor.domain.customer.Role;
import org.kontor.domain.time.BusinessClock;

/**
 * Where people are signed in. A session ends after {@value #IDLE_MINUTES} minutes without a
 * request, after {@value #LONGEST_HOURS} hours at the latest, or when it is ended. Each request
 * asks the database: an ended session or a right that was taken away counts at once, on each node.
 */
@ApplicationScoped
public class Sessions {

  public static final int IDLE_MINUTES = 30;
  public static final int LONGEST_HOURS = 12;
  private static final int WAITING_MINUTES = 10;
  private static final int LONGEST_AGENT = 300;

  private static final String LIVING =
      " s.ended_at is null and not s.waits and s.seen_at > now() - interval '"
          + IDLE_MINUTES
          + " minutes' and s.began_at > now() - interval '"
          + LONGEST_HOURS
          + " hours'";

  /** For whom a person acts that has chosen nobody: the customer for whom it acted last. */
  private static final String USUAL =
      " c.state = 'CLOSED', m.last_used_at desc nulls last, m.id limit 1";

  // Who does not belong to the chosen customer any more acts for another of its own
  private static final String SELECT =
      "select s.id, p.id, p.name, p.email, p.language, p.vendor_code, coalesce(a.id, 0),"
          + " coalesce(a.name, ''), a.role, a.rights,"
          + " (select count(*) from membership n where n.person_id = p.id),"
          + " extract(epoch from now() - s.proven_at)::bigint,"
          + " extract(epoch from s.began_at + interval '"
          + LONGEST_HOURS
          + " hours' - now())::bigint,"
          + " (select b.book_at from portal_session b where b.person_id = s.person_id"
          + " and b.id < s.id and not b.waits order by b.id desc limit 1),"
          + " s.seen_at < now() - interval '1 minute', p.zone"
          + " from portal_session s join person p on p.id = s.person_id"
          + " left join lateral (select c.id, c.name, m.role, m.rights from membership m"
          + " join customer c on c.id = m.customer_id where m.person_id = p.id"
          + " order by m.customer_id is not distinct from s.customer_id desc,"
          + USUAL
          + ") a on true where s.token_hash = ? and"
          + LIVING;

  /** What a {@link SessionView} tells. */
  private static final String VIEW =
      "select s.id, s.began_at, s.seen_at, s.address, s.agent from portal_session s";

  private final Sql sql;
  private final Ids ids;
  private final BusinessClock clock;
  private final Audit audit;

  @Inject
  public Sessions(Sql sql, Ids ids, BusinessClock clock, Audit audit) {
    this.sql = sql;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
  }

  /** For the container's proxy. */
  protected Sessions() {
    this(null, null, null, null);
  }

  /** Whose living session this token is; counts as activity. */
  public Optional<Visitor> visitor(String token) {
    if (token.length() > KeyMaterial.LONGEST) {
      return Optional.empty();
    }
    Optional<Seen> read =
        sql.one(
            row -> new Seen(visitor(row), row.getBoolean(15)),
            SELECT,
            (Object) KeyMaterial.digest(token));
    // Not at each request: a minute's precision suffices to tell idleness
    read.filter(Seen::longAgo)
        .ifPresent(
            seen ->
                sql.update(
                    "update portal_session set seen_at = now() where id = ?",
                    seen.visitor().sessionId()));
    return read.map(Seen::visitor);
  }

  /**
   * Begins one for a person who has just proved who it is; acts for the customer for whom it acted
   * last.
   *
   * @param address from where
   * @param agent what the browser calls itself
   * @return the token for the browser to keep; stored as its digest only
   */
  @Transactional
  public String begin(long personId, String address, String agent) {
    return begin(personId, 0, address, agent, false);
  }

  /**
   * The same for one of its customers, for example the one that invited it.
   *
   * @param customerId 0, or one to which it does not belong: as {@link #begin(long, String,
   *     String)}
   */
  @Transactional
  public String beginFor(long personId, long customerId, String address, String agent) {
    return begin(personId, customerId, address, agent, false);
  }

  /** One that opens nothing until the second factor was shown, for ten minutes. */
  @Transactional
  public String beginWaiting(long personId, long customerId, String address, String agent) {
    return begin(personId, customerId, address, agent, true);
  }

  /** Whose session waits for the second factor. */
  public Optional<Long> waiting(String vendor, String token) {
    return token.length() > KeyMaterial.LONGEST
        ? Optional.empty()
        : sql.one(
            row -> row.getLong(1),
            "select s.person_id from portal_session s join person p on p.id = s.person_id"
                + " where s.token_hash = ? and s.waits and s.ended_at is null"
                + " and s.began_at > now() - interval '"
                + WAITING_MINUTES
                + " minutes' and p.vendor_code = ?",
            KeyMaterial.digest(token),
            vendor);
  }

  /**
   * The second factor was right.
   *
   * @return the token by which the session goes from now on
   */
  @Transactional
  public String open(String token) {
    String renewed = KeyMaterial.newKey();
    sql.update(
        "update portal_session set waits = false, seen_at = now(), proven_at = now(),"
            + " token_hash = ? where token_hash = ? and waits and ended_at is null",
        KeyMaterial.digest(renewed),
        KeyMaterial.digest(token));
    used(KeyMaterial.digest(renewed));
    return renewed;
  }

  /** Another token for the same session: whoever may know the one before is out. */
  @Transactional
  public String renew(long sessionId) {
    String renewed = KeyMaterial.newKey();
    sql.update(
        "update portal_session set token_hash = ? where id = ?",
        KeyMaterial.digest(renewed),
        sessionId);
    return renewed;
  }

  private String begin(
      long personId, long customerId, String address, String agent, boolean waits) {
    String token = KeyMaterial.newKey();
    byte[] digest = KeyMaterial.digest(token);
    sql.update(
        "insert into portal_session (id, person_id, token_hash, waits, customer_id, address, agent,"
            + " book_at) values (?, ?, ?, ?, (select m.customer_id from membership m join customer c"
            + " on c.id = m.customer_id where m.person_id = ? order by m.customer_id = ? desc,"
            + USUAL
            + "), ?, ?, ?)",
        ids.next(),
        personId,
        digest,
        waits,
        personId,
        customerId,
        address,
        agent(agent),
        clock.now());
    if (!waits) {
      used(digest);
    }
    return token;
  }

  /** What a browser calls itself, as it is kept: no longer than 300 characters. */
  static String agent(String said) {
    return said == null ? "" : said.substring(0, Math.min(said.length(), LONGEST_AGENT));
  }

  private void used(byte[] digest) {
    sql.update(
        "update membership m set last_used_at = now() from portal_session s"
            + " where s.token_hash = ? and m.person_id = s.person_id"
            + " and m.customer_id = s.customer_id",
        (Object) digest);
  }

  /**
   * Goes on for another customer of the same person, where it may do other things.
   *
   * @return the token by which the session goes from now on; empty when the person does not belong
   *     to that customer
   */
  @Transactional
  public Optional<String> actFor(Visitor visitor, long customerId) {
    int changed =
        sql.update(
            "update portal_session set customer_id = ? where id = ? and exists"
                + " (select 1 from membership where person_id = ? and customer_id = ?)",
            customerId,
            visitor.sessionId(),
            visitor.personId(),
            customerId);
    if (changed == 0) {
      return Optional.empty();
    }
    sql.update(
        "update membership set last_used_at = now() where person_id = ? and customer_id = ?",
        visitor.personId(),
        customerId);
    return Optional.of(renew(visitor.sessionId()));
  }

  /** The customers to whom a person belongs, by name. */
  public List<Membership> memberships(long personId) {
    return sql.list(
        row -> new Membership(row.getLong(1), row.getString(2)),
        "select c.id, c.name from membership m join customer c on c.id = m.customer_id"
            + " where m.person_id = ? order by c.name, c.id",
        personId);
  }

  /**
   * A person belongs to a customer no more: it goes on for another of its own, or its sessions end.
   * An invitation by that customer lets nobody in any more.
   */
  @Transactional
  public void leave(long personId, long customerId) {
    sql.update(
        "update portal_session set ended_at = now() where person_id = ? and ended_at is null"
            + " and not exists (select 1 from membership where person_id = ?)",
        personId,
        personId);
    sql.update(
        "update portal_session set customer_id = (select m.customer_id from membership m"
            + " join customer c on c.id = m.customer_id where m.person_id = ? order by"
            + USUAL
            + ") where person_id = ? and customer_id = ? and ended_at is null",
        personId,
        personId,
        customerId);
    sql.update(
        "update mailed_proof set used_at = now() where person_id = ? and customer_id = ?"
            + " and used_at is null",
        personId,
        customerId);
  }

  /** The living sessions of a person, the last used first. */
  public List<SessionView> of(long personId) {
    return sql.list(
        Sessions::view,
        VIEW + " where s.person_id = ? and" + LIVING + " order by s.seen_at desc, s.id desc",
        personId);
  }

  /**
   * All that are kept of a person, also those that have ended, in the order in which they began.
   */
  public List<SessionView> kept(long personId) {
    return sql.list(Sessions::view, VIEW + " where s.person_id = ? order by s.id", personId);
  }

  private static SessionView view(ResultSet row) throws SQLException {
    return new SessionView(
        row.getLong(1),
        row.getObject(2, OffsetDateTime.class).toInstant(),
        row.getObject(3, OffsetDateTime.class).toInstant(),
        row.getString(4),
        row.getString(5));
  }

  /** Ends one of a person's own sessions; a second call does nothing. */
  @Transactional
  public void end(long personId, long sessionId) {
    int ended =
        sql.update(
            "update portal_session set ended_at = now()"
                + " where id = ? and person_id = ? and ended_at is null",
            sessionId,
            personId);
    if (ended == 1) {
      audit.record("session.ended", "person/" + personId, Map.of("session", sessionId));
    }
  }

  /**
   * Ends all of a person's sessions but one.
   *
   * @param spared 0 to end them all
   */
  @Transactional
  public void endOthers(long personId, long spared) {
    sql.update(
        "update portal_session set ended_at = now()"
            + " where person_id = ? and id <> ? and ended_at is null",
        personId,
        spared);
  }

  /** The person of this session has proved once more who it is. */
  @Transactional
  public void proven(long sessionId) {
    sql.update("update portal_session set proven_at = now() where id = ?", sessionId);
  }

  private static Visitor visitor(ResultSet row) throws SQLException {
    String role = row.getString(9);
    OffsetDateTime before = row.getObject(14, OffsetDateTime.class);
    return new Visitor(
        row.getLong(1),
        row.getLong(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(16),
        row.getString(6),
        row.getLong(7),
        row.getString(8),
        role == null ? null : new Position(Role.valueOf(role), FineRight.read(row.getString(10))),
        row.getInt(11),
        Duration.ofSeconds(row.getLong(12)),
        Duration.ofSeconds(row.getLong(13)),
        before == null ? null : before.toInstant());
  }

  /** Who is there, and whether its last activity that was noted is more than a minute ago. */
  private record Seen(Visitor visitor, boolean longAgo) {}

  /** A customer to whom a person belongs. */
  public record Membership(long customerId, String name) {}
}
