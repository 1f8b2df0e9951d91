package org.kontor.billing.invoice.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.kontor.crm.platform.boundary.DatabaseFault;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.invoice.DocumentHash;
import org.kontor.domain.policy.Seller;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/**
 * The head of a number series, locked until the transaction ends: numbers are gapless and in the
 * order of issue (Directive 2006/112/EC Art. 226(2)).
 */
@ApplicationScoped
public class SeriesLock {

  private final Sql sql;

  @Inject
  public SeriesLock(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected SeriesLock() {
    this(null);
  }

  /**
   * The same as {@link #take}, for a document of exactly this date.
   *
   * @throws org.kontor.domain.problem.Refused when the series has a later document
   */
  public Head lock(String vendor, Seller.Series series, LocalDate issueDate) {
    Head head = take(vendor, series, issueDate);
    if (head.lastIssueDate().isAfter(issueDate)) {
      throw Problem.of(
              ProblemCode.WRONG_STATE,
              "issueDate",
              "series " + series.code() + " already has a document of " + head.lastIssueDate(),
              "Issue with that date or a later one: dates follow numbers.")
          .asException();
    }
    return head;
  }

  /** Waits at most ten seconds for whoever is numbering; the year is that of the date. */
  public Head take(String vendor, Seller.Series series, LocalDate issueDate) {
    int year = issueDate.getYear();
    sql.update(
        "insert into number_series (vendor_code, series_code, kind, year, last_number,"
            + " last_issue_date, chain_hash) values (?, ?, ?, ?, 0, ?, ?) on conflict do nothing",
        vendor,
        series.code(),
        series.kind(),
        year,
        issueDate,
        DocumentHash.START);
    sql.one(row -> row.getString(1), "select set_config('lock_timeout', '10s', true)");
    return sql.one(
            row ->
                new Head(year, row.getLong(1), row.getObject(2, LocalDate.class), row.getBytes(3)),
            "select last_number, last_issue_date, chain_hash from number_series"
                + " where vendor_code = ? and series_code = ? and year = ? for update",
            vendor,
            series.code(),
            year)
        .orElseThrow();
  }

  public void moveTo(
      String vendor,
      Seller.Series series,
      Head head,
      LocalDate issueDate,
      long number,
      byte[] chain) {
    sql.update(
        "update number_series set last_number = ?, last_issue_date = ?, chain_hash = ?"
            + " where vendor_code = ? and series_code = ? and year = ?",
        number,
        issueDate,
        chain,
        vendor,
        series.code(),
        head.year());
  }

  /**
   * What a duplicate means while the series is locked: another series of the vendor wrote the same
   * number before. Packs are refused for that today; earlier ones were not.
   *
   * @return NUMBER_TAKEN for a duplicate, else the fault itself
   */
  static RuntimeException taken(DatabaseFault fault, Seller.Series series, String number) {
    if (!fault.isDuplicate()) {
      return fault;
    }
    return Problem.of(
            ProblemCode.NUMBER_TAKEN,
            "seller.series",
            "the series "
                + series.code()
                + " ("
                + series.pattern()
                + ") comes to the number "
                + number
                + ", and a document of another series or an earlier pattern has that number; nothing"
                + " was issued and no number is lost",
            "Import the next version of the policy pack, in which the pattern of this series has"
                + " other letters before the year, and issue again when it is in force.")
        .asException();
  }

  /**
   * @param last number given last, 0 at the start of a year
   */
  public record Head(int year, long last, LocalDate lastIssueDate, byte[] chain) {}
}
