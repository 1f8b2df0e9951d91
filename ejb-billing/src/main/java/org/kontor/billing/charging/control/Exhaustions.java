package org.kontor.billing.charging.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.money.Money;

/**
 * Tells that a balance went below zero (S2.13–S2.15): once for each crossing, with the day whose
 * charge crossed it, however many charges follow in debt.
 */
@ApplicationScoped
public class Exhaustions {

  static final String TOPIC = "balance.exhausted";

  private static final String INSERT =
      "insert into outbox (id, topic, key, vendor_code, customer_id, payload, business_date,"
          + " created_at) select id, ?, key, ?, customer, payload, day::date, ?"
          + " from unnest(?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::text[])"
          + " t (id, key, customer, payload, day)";

  private final Sql sql;
  private final Ids ids;

  @Inject
  public Exhaustions(Sql sql, Ids ids) {
    this.sql = sql;
    this.ids = ids;
  }

  /** For the container's proxy. */
  protected Exhaustions() {
    this(null, null);
  }

  void tell(Stamp stamp, List<Crossing> crossings) {
    if (crossings.isEmpty()) {
      return;
    }
    int size = crossings.size();
    String[] key = new String[size];
    long[] customer = new long[size];
    String[] payload = new String[size];
    String[] day = new String[size];
    for (int i = 0; i < size; i++) {
      Crossing crossing = crossings.get(i);
      key[i] = crossing.customerId + ":" + crossing.day;
      customer[i] = crossing.customerId;
      payload[i] = payload(crossing);
      day[i] = crossing.day.toString();
    }
    sql.update(
        INSERT,
        TOPIC,
        stamp.vendor(),
        stamp.recordedAt(),
        ids.next(size),
        key,
        customer,
        payload,
        day);
  }

  /** Digits, dates and a currency code only: nothing that JSON would have to escape. */
  private static String payload(Crossing crossing) {
    return "{\"balance\":\""
        + crossing.balance.amount().toPlainString()
        + "\",\"currency\":\""
        + crossing.balance.currency().getCurrencyCode()
        + "\",\"day\":\""
        + crossing.day
        + "\"}";
  }

  /**
   * @param day whose charge crossed zero, whenever it was booked (S2.24)
   * @param balance after that day
   */
  record Crossing(long customerId, LocalDate day, Money balance) {}
}
