package org.kontor.system.bench;

import java.io.IOException;
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

  /** Empties the book and gives it both vendors. */
  static void begin(Rest rest) throws IOException, InterruptedException {
    rest.post("book/empty", "{\"from\":\"2026-02-28\",\"at\":\"2026-03-11T12:00:00Z\"}");
    rest.importPack("prim", GeneratedBook.MONTHLY);
    rest.importPack("intrum", GeneratedBook.DAILY);
  }

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

  /** The main administrator of the n-th customer, from 1. */
  static long person(int accounts, long n) {
    return 2_000_000L + 5L * accounts + n;
  }

  /**
   * Everybody has a main administrator and is billed through 10 March; every twentieth owes an
   * invoice since 11 March, or has a balance that the day exhausts.
   */
  static void everyTwentiethOwes(Connection connection, int accounts) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into person (id, vendor_code, email, name, language, created_at)
          select id + 5 * %1$d, vendor_code, 'p' || id || '@example.org', 'Person ' || id, language, now()
          from customer
          """
              .formatted(accounts));
      statement.execute(
          """
          insert into membership (id, customer_id, person_id, role)
          select id + 7 * %1$d, id, id + 5 * %1$d, 'MAIN_ADMINISTRATOR' from customer
          """
              .formatted(accounts));
      statement.execute(
          """
          update subscription set charged_through = case timing when 'DAILY' then date '2026-03-10'
            else date '2026-03-31' end
          """);
      statement.execute(
          """
          update ledger_account a set credit_minor = case when a.customer_id %% 20 = 0 then 100 else 100000000 end
          from customer c where c.id = a.customer_id and c.vendor_code = '%s' and a.kind = 'WALLET'
          """
              .formatted(DAILY));
      statement.execute(
          """
          insert into invoice (id, customer_id, vendor_code, kind, series_code, series_year, series_number,
            number, issue_date, due_date, period_from, period_to, subscription_id, purpose, source_key,
            currency, net_minor, vat_minor, total_minor, line_count, vat_breakdown, buyer, policy,
            remittance, digest, chain_hash, recorded_at)
          select s.id + 8 * %1$d, s.customer_id, s.vendor_code, 'INVOICE', 'B', 2026, s.id, 'B-' || s.id,
            date '2026-03-01', date '2026-03-11', date '2026-03-01', date '2026-03-31', s.id, 'MONTHLY',
            'month:' || s.id || ':2026-03', 'RON', 40200, 8442, 48642, 0, '[]', '{}', s.vendor_code || '@1',
            'B-' || s.id, '', '', now()
          from subscription s where s.vendor_code = '%2$s' and s.customer_id %% 20 = 0
          """
              .formatted(accounts, MONTHLY));
      statement.execute(
          """
          insert into open_item (customer_id, invoice_id, subscription_id, vendor_code, due_date, currency, open_minor)
          select customer_id, id, subscription_id, vendor_code, due_date, currency, total_minor
          from invoice where vendor_code = '%s'
          """
              .formatted(MONTHLY));
      statement.execute("analyze");
    }
  }
}
