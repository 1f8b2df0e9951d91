package org.kontor.billing.bookaudit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.kontor.billing.bookaudit.boundary.BookAuditView;
import org.kontor.billing.ledger.control.LedgerAudit.Findings;
import org.kontor.crm.platform.boundary.Sql;

/** One row for each vendor; times are real ones, whatever the simulated clock says. */
@ApplicationScoped
public class BookAuditStore {

  private static final String NEW_VENDORS =
      "insert into book_audit (vendor_code, claimed_at) select code, clock_timestamp() from vendor"
          + " on conflict do nothing";

  // In the vendor's night; a night that was missed is made up for by day
  private static final String CLAIM =
      "update book_audit set claimed_at = clock_timestamp() where vendor_code = (select"
          + " b.vendor_code from book_audit b join vendor v on v.code = b.vendor_code where"
          + " b.claimed_at < clock_timestamp() - interval '44 hours' or (b.claimed_at <"
          + " clock_timestamp() - interval '20 hours' and extract(hour from clock_timestamp() at"
          + " time zone v.zone) between 1 and 4) order by b.claimed_at limit 1 for update of b skip"
          + " locked) returning vendor_code";

  private static final String KEEP =
      "insert into book_audit (vendor_code, claimed_at, audited_at, findings, detail) values (?,"
          + " clock_timestamp(), clock_timestamp(), ?, ?) on conflict (vendor_code) do update set"
          + " claimed_at = excluded.claimed_at, audited_at = excluded.audited_at, findings ="
          + " excluded.findings, detail = excluded.detail";

  private final Sql sql;

  @Inject
  public BookAuditStore(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected BookAuditStore() {
    this(null);
  }

  /** A vendor whose audit is due, taken so that no other node does it; empty when there is none. */
  public Optional<String> claim() {
    sql.update(NEW_VENDORS);
    return sql.one(row -> row.getString(1), CLAIM);
  }

  public void keep(String vendor, Findings findings) {
    sql.update(KEEP, vendor, findings.count(), String.join("\n", findings.shown()));
  }

  /**
   * @param vendor null for all
   */
  public List<BookAuditView> last(String vendor) {
    return sql.list(
        BookAuditStore::view,
        "select v.code, b.audited_at, coalesce(b.findings, 0) as findings, coalesce(b.detail, '')"
            + " as detail from vendor v left join book_audit b on b.vendor_code = v.code where"
            + " ?::text is null or v.code = ? order by v.code",
        vendor,
        vendor);
  }

  /** Vendors whose last audit found something. */
  public List<String> unsound() {
    return sql.list(
        row -> row.getString(1) + " " + row.getLong(2),
        "select vendor_code, findings from book_audit where findings > 0 order by 1");
  }

  private static BookAuditView view(ResultSet row) throws SQLException {
    OffsetDateTime at = row.getObject("audited_at", OffsetDateTime.class);
    long findings = row.getLong("findings");
    return new BookAuditView(
        row.getString("code"),
        at == null ? null : at.toInstant(),
        at != null && findings == 0,
        findings,
        row.getString("detail"));
  }
}
