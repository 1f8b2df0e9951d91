package org.kontor.billing.access.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.kontor.crm.platform.boundary.Outbox.Message;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.policy.PolicyPack;

/**
 * What spares a subscription for a while: promises, holds of staff, notices of a transfer. While
 * one runs nobody is restricted; what is restricted again after it is told again.
 */
@ApplicationScoped
public class Graces {

  private static final String ENDING =
      "select p.ends_at as at, p.customer_id from access_promise p"
          + " where p.state = 'RUNNING' and p.ends_at <= ?"
          + " union all select h.until_at, h.customer_id from access_hold h"
          + " where h.ended_at is null and h.until_at <= ?"
          + " union all select t.until_at, c.customer_id from transfer_notice t"
          + " join access_case c on c.id = t.case_id where t.over_at is null and t.until_at <= ?";

  private static final String BROKEN =
      "update access_promise set state = 'BROKEN', settled_at = ends_at"
          + " where customer_id = any(?) and state = 'RUNNING' and ends_at <= ?"
          + " returning id, customer_id, subscription_id, state, ends_at, due_minor, currency";

  private static final String HELD =
      "update access_hold set ended_at = until_at, ended_reason = 'OVER'"
          + " where customer_id = any(?) and ended_at is null and until_at <= ?";

  private static final String TRANSFERRED =
      "update transfer_notice t set over_at = t.until_at from access_case c"
          + " where c.id = t.case_id and c.customer_id = any(?) and t.over_at is null"
          + " and t.until_at <= ?";

  private static final String BEGAN =
      "update access_case set told = least(told, 0), graces = graces + 1, review_on = ?,"
          + " version = version + 1 where closed_at is null and ";

  private final Sql sql;

  @Inject
  public Graces(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected Graces() {
    this(null);
  }

  /** All cases of a customer are spared from now on; the next night looks at them. */
  public void begunOfCustomer(long customerId, LocalDate today) {
    sql.update(BEGAN + "customer_id = ?", today, customerId);
  }

  /** The case of one subscription is, if there is one. */
  public void begunOfSubscription(long subscriptionId, LocalDate today) {
    sql.update(BEGAN + "subscription_id = ?", today, subscriptionId);
  }

  /** When the first one ends, up to then; empty when none does. */
  public Optional<Instant> firstEnd(Instant upTo) {
    return sql.one(
            row -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)),
            "select min(at) from (" + ENDING + ") e",
            upTo,
            upTo,
            upTo)
        .flatMap(found -> found)
        .map(OffsetDateTime::toInstant);
  }

  /**
   * Subscriptions of customers of whom something ended by then; who was spared longest ago first.
   *
   * @param most customers
   */
  public List<Long> ended(Instant upTo, int most) {
    return sql.list(
        row -> row.getLong(1),
        "select s.id from (select customer_id from ("
            + ENDING
            + ") e group by customer_id order by min(at), customer_id limit ?) g"
            + " join subscription s on s.customer_id = g.customer_id order by s.id",
        upTo,
        upTo,
        upTo,
        most);
  }

  /** Writes down what has ended of these customers; promises that were not kept are told. */
  void over(
      PolicyPack pack, long[] customers, Instant moment, LocalDate today, List<Message> news) {
    if (customers.length == 0) {
      return;
    }
    news.addAll(
        sql.list(
            (ResultSet row) -> PromiseNews.settled(row, pack, today), BROKEN, customers, moment));
    sql.update(HELD, customers, moment);
    sql.update(TRANSFERRED, customers, moment);
  }
}
