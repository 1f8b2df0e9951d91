package org.kontor.billing.access.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kontor.crm.platform.boundary.Outbox;
import org.kontor.crm.platform.boundary.Outbox.Message;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.subscription.Standing;
import org.kontor.domain.subscription.Standing.OpenItem;

/** Ends cases: by payment, with what they stopped restored at once, or with their subscription. */
@ApplicationScoped
public class CaseEnds {

  private static final String CASES =
      "select id, subscription_id, began_on from access_case where customer_id = any(?)"
          + " and closed_at is null and cause = 'OVERDUE_INVOICE'";

  private static final String ITEMS =
      "select o.subscription_id, o.due_date, i.total_minor, o.open_minor, o.currency"
          + " from open_item o join invoice i on i.customer_id = o.customer_id"
          + " and i.id = o.invoice_id where o.subscription_id = any(?)";

  private static final String CLOSE =
      "update access_case set closed_at = ?, closed_reason = ?, review_on = null,"
          + " version = version + 1 where closed_at is null and id = any(?)"
          + " returning id, customer_id, subscription_id, stopped_service, stage";

  private static final String PROMISES =
      "update access_promise set state = case when ends_at > ? then 'KEPT' else 'BROKEN' end,"
          + " settled_at = ? where customer_id = any(?) and state = 'RUNNING'"
          + " returning id, customer_id, subscription_id, state, ends_at, due_minor, currency";

  private static final String RESTORE =
      "update subscription set state = 'ACTIVE', restored_on = ?, version = version + 1"
          + " where id = any(?) and state = 'STOPPED' returning id, customer_id, version";

  private final Sql sql;
  private final Outbox outbox;

  @Inject
  public CaseEnds(Sql sql, Outbox outbox) {
    this.sql = sql;
    this.outbox = outbox;
  }

  /** For the container's proxy. */
  protected CaseEnds() {
    this(null, null);
  }

  /** Of these customers, the cases of which nothing overdue is left (S1.30, S1.35). */
  void paid(PolicyPack pack, Collection<Long> customers, Instant at) {
    Map<Long, Begun> cases = new HashMap<>(0);
    sql.list(CaseEnds::begun, CASES, (Object) array(customers))
        .forEach(begun -> cases.put(begun.subscription, begun));
    if (cases.isEmpty()) {
      return;
    }
    Map<Long, List<OpenItem>> items = items(cases.keySet());
    LocalDate today = LocalDate.ofInstant(at, pack.zone());
    List<Long> over = new ArrayList<>();
    cases.forEach(
        (subscription, begun) -> {
          List<OpenItem> own = items.getOrDefault(subscription, List.of());
          // A case that a notice of a transfer has opened before the due day is not over by a part
          boolean late = begun.on.isBefore(today);
          if (Standing.mayRestore(own, today, pack.billing()).isEmpty()
              && (late || own.isEmpty())) {
            over.add(begun.id);
          }
        });
    close(pack, over, "PAID", at);
  }

  /** Of these customers, all cases of the balance; a running promise is settled (S2.36). */
  void repaid(PolicyPack pack, Collection<Long> customers, Instant at) {
    settlePromises(pack, customers, at);
    List<Long> over =
        sql.list(
            row -> row.getLong(1),
            "select id from access_case where customer_id = any(?) and closed_at is null"
                + " and cause = 'NEGATIVE_BALANCE'",
            (Object) array(customers));
    close(pack, over, "REPAID", at);
  }

  /** The case of a subscription that ends. */
  void withdrawn(long subscriptionId, String reason, Instant at) {
    sql.update(
        "update access_case set closed_at = ?, closed_reason = ?, review_on = null,"
            + " version = version + 1 where closed_at is null and subscription_id = ?",
        at,
        reason,
        subscriptionId);
  }

  /** Closes cases, restores what they stopped, and tells both. */
  void close(PolicyPack pack, List<Long> cases, String reason, Instant at) {
    if (cases.isEmpty()) {
      return;
    }
    LocalDate today = LocalDate.ofInstant(at, pack.zone());
    List<Message> news = new ArrayList<>();
    List<Long> stopped = new ArrayList<>(0);
    sql.list(CaseEnds::closed, CLOSE, at, reason, array(cases))
        .forEach(
            closed -> {
              if (closed.stoppedService) {
                stopped.add(closed.subscription);
              }
              news.add(
                  new Message(
                      "access.lifted",
                      Long.toString(closed.id),
                      pack.code(),
                      closed.customer,
                      Map.of(
                          "caseId", closed.id,
                          "subscriptionId", closed.subscription,
                          "stage", closed.stage,
                          "reason", reason,
                          "at", at),
                      today));
            });
    if (!stopped.isEmpty()) {
      sql.list(
              row -> new long[] {row.getLong(1), row.getLong(2), row.getLong(3)},
              RESTORE,
              today,
              array(stopped))
          .forEach(
              row ->
                  news.add(
                      new Message(
                          "subscription.restored",
                          row[0] + ":" + row[2],
                          pack.code(),
                          row[1],
                          Map.of("reason", reason, "by", "ACCESS"),
                          today)));
    }
    outbox.addAll(news);
  }

  private void settlePromises(PolicyPack pack, Collection<Long> customers, Instant at) {
    outbox.addAll(
        sql.list(
            row -> PromiseNews.settled(row, pack, LocalDate.ofInstant(at, pack.zone())),
            PROMISES,
            at,
            at,
            array(customers)));
  }

  private Map<Long, List<OpenItem>> items(Collection<Long> subscriptions) {
    Map<Long, List<OpenItem>> items = new HashMap<>();
    sql.list(
            row -> {
              Currency currency = Currency.getInstance(row.getString(5));
              return Map.entry(
                  row.getLong(1),
                  new OpenItem(
                      row.getObject(2, LocalDate.class),
                      Money.ofMinor(row.getLong(3), currency),
                      Money.ofMinor(row.getLong(4), currency)));
            },
            ITEMS,
            (Object) array(subscriptions))
        .forEach(
            entry ->
                items
                    .computeIfAbsent(entry.getKey(), id -> new ArrayList<>())
                    .add(entry.getValue()));
    return items;
  }

  private static Begun begun(ResultSet row) throws SQLException {
    return new Begun(row.getLong(1), row.getLong(2), row.getObject(3, LocalDate.class));
  }

  private static Closed closed(ResultSet row) throws SQLException {
    return new Closed(
        row.getLong(1), row.getLong(2), row.getLong(3), row.getBoolean(4), row.getInt(5));
  }

  private static long[] array(Collection<Long> ids) {
    return ids.stream().mapToLong(Long::longValue).toArray();
  }

  private record Begun(long id, long subscription, LocalDate on) {}

  private record Closed(
      long id, long customer, long subscription, boolean stoppedService, int stage) {}
}
