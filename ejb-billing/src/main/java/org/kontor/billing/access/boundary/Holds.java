package org.kontor.billing.access.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.kontor.billing.access.control.AccessRow;
import org.kontor.billing.access.control.AccessRows;
import org.kontor.billing.access.control.AfterGrace;
import org.kontor.billing.access.control.Graces;
import org.kontor.billing.access.control.SubscriptionLocks;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.customer.Check;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.time.BusinessClock;

/** Staff spare a subscription for a while, with a reason and an end. */
@Stateless
public class Holds {

  private static final int LONGEST_DAYS = 366;
  private static final int LONGEST_REASON = 500;

  @Inject private AccessRows rows;
  @Inject private Graces graces;
  @Inject private AfterGrace after;
  @Inject private SubscriptionLocks locks;
  @Inject private PolicyBook policies;
  @Inject private BusinessClock clock;
  @Inject private Caller caller;
  @Inject private Audit audit;
  @Inject private Ids ids;
  @Inject private Sql sql;

  /**
   * Begins now; one at a time.
   *
   * @throws org.kontor.domain.problem.Refused NOT_FOUND, MISSING_VALUE, INVALID_VALUE,
   *     ALREADY_EXISTS
   */
  public HoldView set(NewHold asked) {
    String reason = Check.text("reason", asked.reason(), 1, LONGEST_REASON);
    AccessRow row = visible(asked.subscriptionId());
    Instant now = clock.now();
    Instant until = asked.until();
    if (until == null) {
      throw Check.missing("until");
    }
    if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_DAYS, ChronoUnit.DAYS))) {
      throw Check.invalid(
          "until",
          "A hold ends after now and at most " + LONGEST_DAYS + " days ahead",
          "Send a moment within the bounds.");
    }
    locks.hold(row.customerId());
    sql.update(
        "update access_hold set ended_at = until_at, ended_reason = 'OVER'"
            + " where subscription_id = ? and ended_at is null and until_at <= ?",
        row.subscriptionId(),
        now);
    long id = ids.next();
    int set =
        sql.update(
            "insert into access_hold (id, customer_id, subscription_id, vendor_code, from_at,"
                + " until_at, reason) values (?, ?, ?, ?, ?, ?, ?)"
                + " on conflict (subscription_id) where ended_at is null do nothing",
            id,
            row.customerId(),
            row.subscriptionId(),
            row.vendor(),
            now,
            until,
            reason);
    if (set == 0) {
      throw Problem.of(
              ProblemCode.ALREADY_EXISTS,
              "subscriptionId",
              "A hold is running already",
              "End it first (POST /access-holds/{id}/end), then set another one.")
          .asException();
    }
    graces.begunOfSubscription(row.subscriptionId(), today(row, now));
    audit.record(
        "access.held", "subscription/" + row.subscriptionId(), Map.of("hold", id, "until", until));
    return get(id);
  }

  /**
   * Ends a hold before its time; what it held back begins and is told now. A second call does
   * nothing.
   */
  public HoldView end(long id, HoldEnd asked) {
    String reason = Check.text("reason", asked.reason(), 1, LONGEST_REASON);
    HoldView hold = get(id);
    AccessRow row = visible(hold.subscriptionId());
    locks.hold(row.customerId());
    Instant now = clock.now();
    int ended =
        sql.update(
            "update access_hold set ended_at = least(until_at, ?), ended_reason = ?"
                + " where id = ? and ended_at is null",
            now,
            reason,
            id);
    if (ended == 1) {
      audit.record("access.hold-ended", "subscription/" + row.subscriptionId(), Map.of("hold", id));
      after.look(new long[] {row.subscriptionId()}, now);
    }
    return get(id);
  }

  /** One hold; what the caller may not see is NOT_FOUND. */
  public HoldView get(long id) {
    HoldView hold =
        sql.one(this::read, "select * from access_hold where id = ?", id)
            .orElseThrow(() -> NotFound.of("hold"));
    visible(hold.subscriptionId());
    return hold;
  }

  /** Holds of a subscription in the order in which they were set. */
  public Page<HoldView> ofSubscription(Long subscriptionId, String after, Integer limit) {
    int size = Page.limit(limit);
    AccessRow row = visible(subscriptionId);
    List<HoldView> found =
        sql.list(
            this::read,
            "select * from access_hold where subscription_id = ? and id > ? order by id limit ?",
            row.subscriptionId(),
            Page.afterId(after),
            size + 1);
    return Page.of(found, size, hold -> Long.toString(hold.id()));
  }

  private LocalDate today(AccessRow row, Instant now) {
    return LocalDate.ofInstant(now, policies.vendor(row.vendor()).zone());
  }

  private AccessRow visible(Long subscriptionId) {
    if (subscriptionId == null) {
      throw Check.missing("subscriptionId");
    }
    AccessRow row = rows.find(subscriptionId, 0).orElseThrow(() -> NotFound.of("subscription"));
    caller.mustSee(row.vendor(), "subscription");
    return row;
  }

  private HoldView read(ResultSet row) throws SQLException {
    Instant until = row.getObject("until_at", OffsetDateTime.class).toInstant();
    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
    return new HoldView(
        row.getLong("id"),
        row.getLong("customer_id"),
        row.getLong("subscription_id"),
        row.getObject("from_at", OffsetDateTime.class).toInstant(),
        until,
        row.getString("reason"),
        ended == null ? null : ended.toInstant(),
        row.getString("ended_reason"),
        ended == null && clock.now().isBefore(until));
  }
}
