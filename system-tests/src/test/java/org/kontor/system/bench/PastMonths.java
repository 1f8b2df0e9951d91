package org.kontor.system.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a generated book has behind it: paid invoices of earlier months, movements of balances, and
 * a session for each main administrator.
 */
final class PastMonths {

  private static final int MOVEMENTS = 20;

  private PastMonths() {}

  /** What the browser of the n-th customer's main administrator keeps. */
  static String token(long n) {
    return "bench-" + n;
  }

  /**
   * @param months paid invoices of each customer who is invoiced by months
   */
  static void of(Connection connection, int accounts, int months) throws SQLException {
    long from = 2_000_000L + 10L * accounts;
    long charges = from + (long) accounts * (months + 2L);
    try (Statement statement = connection.createStatement()) {
      invoices(statement, from, months);
      charges(statement, charges);
      sessions(statement, charges + (long) accounts * (MOVEMENTS + 1), accounts);
      statement.execute("select setval('kontor_id', (select max(id) + 1000 from portal_session))");
      statement.execute("analyze");
    }
  }

  private static void invoices(Statement statement, long from, int months) throws SQLException {
    statement.execute(
        """
        select ensure_month((date '2026-02-01' - k * interval '1 month')::date)
        from generate_series(1, %d) k
        """
            .formatted(months));
    statement.execute(
        """
        insert into invoice (id, customer_id, vendor_code, kind, series_code, series_year, series_number,
          number, issue_date, due_date, period_from, period_to, subscription_id, purpose, source_key,
          currency, net_minor, vat_minor, total_minor, line_count, vat_breakdown, buyer, policy,
          remittance, digest, chain_hash, recorded_at)
        select %1$d + (s.id - 2000000) * %2$d + k, s.customer_id, s.vendor_code, 'INVOICE', 'P', 2025,
          s.id * %2$d + k, 'B-' || s.id || '-' || k, d, d + 10, d, (d + interval '1 month - 1 day')::date,
          s.id, 'MONTHLY', 'past:' || s.id || ':' || k, 'RON', 40200, 8442, 48642, 1,
          '[{"base":"402.00","category":"S","rate":"21","reason":"","tax":"84.42"}]',
          '{"city":"Brașov","country":"RO","email":"c@example.org","language":"ro","line":"Strada Lungă 12","name":"Customer '
            || s.customer_id || '","postCode":"500035","registrationId":"","subdivision":"BV","vatId":""}',
          s.vendor_code || '@1', 'B-' || s.id || '-' || k, '', '', now()
        from subscription s cross join generate_series(1, %2$d) k
        cross join lateral (select (date '2026-02-01' - k * interval '1 month')::date as d) m
        where s.vendor_code = '%3$s'
        """
            .formatted(from, months, GeneratedBook.MONTHLY));
    statement.execute(
        """
        insert into invoice_line (customer_id, invoice_id, issue_date, line_no, item_code, name, quantity,
          unit, unit_price, net_minor, vat_category, vat_rate, period_from, period_to, explanation)
        select customer_id, id, issue_date, 1, 'start', 'Start', 1, 'MON', 402, 40200, 'S', 21,
          period_from, period_to, 'S1.11,S1.25,S1.34|prim@1|plan=start|round(fee=402.00,2)'
        from invoice where source_key like 'past:%'
        """);
  }

  private static void charges(Statement statement, long charges) throws SQLException {
    // As the product makes months before it writes into them
    statement.execute("select ensure_month(date '2026-02-01'), ensure_month(date '2026-03-01')");
    statement.execute(
        """
        insert into ledger_transfer (customer_id, business_date, source_id, leg, vendor_code,
          debit_account, credit_account, amount_minor, currency, code, recorded_at)
        select c.id, date '2026-03-11' - k, %1$d + (c.id - 2000000) * %2$d + k, 0, c.vendor_code,
          c.id * 8 + 1, v.id, 2990, 'RUB', 'CHARGE', now()
        from customer c cross join generate_series(1, %2$d) k
        cross join (select min(id) as id from ledger_account where vendor_code = '%3$s') v
        where c.vendor_code = '%3$s'
        """
            .formatted(charges, MOVEMENTS, GeneratedBook.DAILY));
  }

  private static void sessions(Statement statement, long from, int accounts) throws SQLException {
    statement.execute(
        """
        insert into portal_session (id, person_id, token_hash, customer_id, address, agent)
        select %1$d + n, %2$d + n, sha256(('bench-' || n)::bytea), 2000000 + n, '127.0.0.1', 'benchmark'
        from generate_series(1, %3$d) n
        """
            .formatted(from, GeneratedBook.person(accounts, 0), accounts));
  }
}
