package org.kontor.billing.charging.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.ledger.LowBalanceAlert;
import org.kontor.domain.money.Money;

/**
 * Tells that a balance went below zero (S2.13–S2.15), or below the amount of which its customer
 * wants to hear: once for each crossing, with the day whose charge crossed it, however many charges
 * follow.
 */
@ApplicationScoped
public class BalanceNews {

  private static final String INSERT =
      "insert into outbox (id, topic, key, vendor_code, customer_id, payload, business_date,"
          + " created_at) select id, topic, key, ?, customer, payload, day::date, ?"
          + " from unnest(?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[])"
          + " t (id, topic, key, customer, payload, day)";

  private final Sql sql;
  private final Ids ids;

  @Inject
  public BalanceNews(Sql sql, Ids ids) {
    this.sql = sql;
    this.ids = ids;
  }

  /** For the container's proxy. */
  protected BalanceNews() {
    this(null, null);
  }

  void tell(Stamp stamp, List<Crossing> crossings) {
    if (crossings.isEmpty()) {
      return;
    }
    int size = crossings.size();
    String[] topic = new String[size];
    String[] key = new String[size];
    long[] customer = new long[size];
    String[] payload = new String[size];
    String[] day = new String[size];
    for (int i = 0; i < size; i++) {
      Crossing crossing = crossings.get(i);
      topic[i] = crossing.topic();
      key[i] = crossing.customerId + ":" + crossing.day;
      customer[i] = crossing.customerId;
      payload[i] = crossing.payload();
      day[i] = crossing.day.toString();
    }
    sql.update(
        INSERT,
        stamp.vendor(),
        stamp.recordedAt(),
        ids.next(size),
        topic,
        key,
        customer,
        payload,
        day);
  }

  /**
   * @param day whose charge crossed the line, whenever it was booked (S2.24)
   * @param balance after that day
   * @param alert the line; null is zero
   */
  record Crossing(long customerId, LocalDate day, Money balance, LowBalanceAlert alert) {

    private String topic() {
      return alert == null ? "balance.exhausted" : "balance.low";
    }

    /** Digits, dates and a currency code only: nothing that JSON would have to escape. */
    private String payload() {
      return "{\"balance\":\""
          + balance.amount().toPlainString()
          + "\",\"currency\":\""
          + balance.currency().getCurrencyCode()
          + "\",\"day\":\""
          + day
          + (alert == null ? "" : "\",\"below\":\"" + alert.below().amount().toPlainString())
          + "\"}";
    }
  }
}
