package org.kontor.billing.invoice.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.kontor.billing.invoice.control.ChainCheck;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.platform.boundary.Sql;

/** Proves that numbers have no gaps, dates follow numbers, and no document was changed. */
@Stateless
public class NumberSeries {

  private static final String HEALTH =
      "select s.vendor_code, s.series_code, s.kind, s.year, s.last_number, s.last_issue_date,"
          + " coalesce(d.documents, 0), coalesce(d.unordered, 0) from number_series s left join"
          + " (select vendor_code, series_code, series_year, count(*) as documents,"
          + " count(*) filter (where issue_date < before) as unordered from"
          + " (select vendor_code, series_code, series_year, issue_date, lag(issue_date) over"
          + " (partition by vendor_code, series_code, series_year order by series_number) as before"
          + " from invoice where ?::text is null or vendor_code = ?) i"
          + " group by vendor_code, series_code, series_year) d on d.vendor_code = s.vendor_code"
          + " and d.series_code = s.series_code and d.series_year = s.year"
          + " where ?::text is null or s.vendor_code = ?"
          + " order by s.vendor_code, s.series_code, s.year";

  @Inject private Sql sql;
  @Inject private ChainCheck chain;
  @Inject private Caller caller;

  /** All series that the caller sees, with one statement. */
  public List<SeriesHealth> health(String asked) {
    String vendor = caller.vendorFilter(asked);
    return sql.list(
        row ->
            new SeriesHealth(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getLong(5),
                row.getLong(7),
                row.getLong(5) - row.getLong(7),
                row.getLong(8),
                row.getObject(6, LocalDate.class)),
        HEALTH,
        vendor,
        vendor,
        vendor,
        vendor);
  }

  /** Recomputes every digest and the chain of a series and year; reads all its documents. */
  public ChainReport verify(String vendor, String series, int year) {
    caller.mustSee(vendor, "series");
    return chain.verify(vendor, series, year);
  }
}
