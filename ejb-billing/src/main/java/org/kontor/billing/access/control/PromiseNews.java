package org.kontor.billing.access.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import org.kontor.crm.platform.boundary.Outbox.Message;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.promise.PromiseState;

/** What is told of promises. */
public final class PromiseNews {

  private PromiseNews() {}

  /** Of a row {@code id, customer_id, subscription_id, state, ends_at, due_minor, currency}. */
  public static Message settled(ResultSet row, PolicyPack pack, LocalDate today)
      throws SQLException {
    Currency currency = Currency.getInstance(row.getString(7));
    return of(
        PromiseState.valueOf(row.getString(4)),
        row.getLong(1),
        pack.code(),
        row.getLong(2),
        row.getLong(3),
        row.getObject(5, OffsetDateTime.class).toInstant(),
        Money.ofMinor(row.getLong(6), currency),
        today);
  }

  /** RUNNING tells that it was taken. */
  public static Message of(
      PromiseState state,
      long id,
      String vendor,
      long customer,
      long subscription,
      Instant until,
      Money due,
      LocalDate today) {
    String happened =
        state == PromiseState.RUNNING ? "taken" : state.name().toLowerCase(Locale.ROOT);
    return new Message(
        "promise." + happened,
        Long.toString(id),
        vendor,
        customer,
        Map.of(
            "promiseId", id,
            "subscriptionId", subscription,
            "until", until,
            "amount", due.amount().toPlainString(),
            "currency", due.currency().getCurrencyCode()),
        today);
  }
}
