package org.kontor.system.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A book of N accounts, made by SQL because the benchmark is not about loading: half invoiced
 * monthly with three lines, half charged daily by head-count.
 */
final class GeneratedBook {

  static final String MONTHLY = "bench-month";
  static final String DAILY = "bench-day";

  private GeneratedBook() {}

  /**
   * @param accounts even
   */
  static void load(Connection connection, int accounts) throws SQLException {
    int half = accounts / 2;
    try (Statement statement = connection.createStatement()) {
      statement.execute("select setval('kontor_id', 1000000)");
      customers(statement, MONTHLY, "RON", "RO", 2_000_000L, half);
      customers(statement, DAILY, "RUB", "RU", 2_000_000L + half, half);
      long subscriptions = 2_000_000L + accounts;
      statement.execute(
          """
          insert into subscription (id, customer_id, vendor_code, plan_code, timing, state, started_on,
            activated_on, charged_through)
          select id + %d, id, vendor_code, case vendor_code when '%s' then 'start' else 'crm' end,
            case vendor_code when '%s' then 'MONTHLY_ADVANCE' else 'DAILY' end, 'ACTIVE',
            date '2026-02-01', date '2026-02-01',
            case vendor_code when '%s' then date '2026-02-28' else date '2026-02-27' end
          from customer order by id
          """
              .formatted(accounts, MONTHLY, MONTHLY, MONTHLY));
      component(statement, "ecommerce-platforms", 2, subscriptions + accounts, accounts, half);
      component(statement, "courier-fan", 1, subscriptions + 2L * accounts, accounts, half);
      statement.execute(
          """
          insert into usage_day (customer_id, subscription_id, metric, business_date, peak, last_value,
            last_at, total)
          select customer_id, id, 'headcount', date '2026-02-20', 1 + id %% 40, 1 + id %% 40,
            timestamptz '2026-02-20 10:00Z', 0 from subscription where vendor_code = '%s'
          """
              .formatted(DAILY));
      statement.execute("select setval('kontor_id', 2000000 + 10 * " + accounts + "::bigint)");
      statement.execute("analyze");
    }
  }

  private static void customers(
      Statement statement, String vendor, String currency, String country, long from, int count)
      throws SQLException {
    statement.execute(
        """
        insert into customer (id, vendor_code, reference, name, registration_id, vat_id, address_line,
          city, post_code, subdivision, country, email, language, currency, created_on, created_at)
        select %d + n, '%s', 'C' || n, 'Customer number ' || n, 'J40/' || n, 'RO' || (10000000 + n),
          'Strada Lunga ' || n, 'Cluj-Napoca', '400001', 'CJ', '%s', 'c' || n || '@example.org', 'ro',
          '%s', date '2026-01-15', now()
        from generate_series(1, %d) n
        """
            .formatted(from, vendor, country, currency, count));
    statement.execute(
        """
        insert into ledger_account (id, vendor_code, customer_id, kind, currency)
        select c.id * 8 + k.ordinal, c.vendor_code, c.id, k.kind, c.currency from customer c
        cross join (values (0, 'RECEIVABLE'), (1, 'WALLET'), (2, 'BONUS')) k (ordinal, kind)
        where c.vendor_code = '%s'
        """
            .formatted(vendor));
  }

  private static void component(
      Statement statement, String code, int quantity, long from, int accounts, int half)
      throws SQLException {
    statement.execute(
        """
        insert into subscription_component (id, customer_id, subscription_id, component_code, quantity,
          valid_from)
        select %d + n, 2000000 + n, 2000000 + %d + n, '%s', %d, date '2026-02-01'
        from generate_series(1, %d) n
        """
            .formatted(from, accounts, code, quantity, half));
  }
}
