package org.kontor.billing.invoice.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.kontor.billing.invoice.boundary.ChainReport;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.invoice.DocumentHash;

/** Recomputes digests and chain of a series from its rows, in constant memory. */
@ApplicationScoped
public class ChainCheck {

  private static final int FETCH = 1_000;

  private static final String DOCUMENTS =
      "select i.id, i.number, i.digest, i.chain_hash, i.line_count, i.vendor_code, i.kind,"
          + " i.source_key, i.customer_id, i.issue_date::text, i.due_date::text,"
          + " i.period_from::text, i.period_to::text, i.currency, i.net_minor, i.vat_minor,"
          + " i.total_minor, i.vat_breakdown, i.buyer, i.policy, i.preceding_number, i.reason,"
          + " l.item_code, l.name, l.quantity, l.unit, l.unit_price, l.net_minor, l.vat_category,"
          + " l.vat_rate, l.period_from::text, l.period_to::text, l.explanation from invoice i left"
          + " join invoice_line l on l.customer_id = i.customer_id and l.invoice_id = i.id and"
          + " l.issue_date = i.issue_date where i.vendor_code = ? and i.series_code = ? and"
          + " i.series_year = ? order by i.series_number, l.line_no";

  private final Sql sql;

  @Inject
  public ChainCheck(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected ChainCheck() {
    this(null);
  }

  public ChainReport verify(String vendor, String series, int year) {
    byte[] head =
        sql.one(
                row -> row.getBytes(1),
                "select chain_hash from number_series"
                    + " where vendor_code = ? and series_code = ? and year = ?",
                vendor,
                series,
                year)
            .orElseThrow(() -> NotFound.of("series"));
    Walk walk = sql.with(connection -> walk(connection, vendor, series, year));
    if (walk.fault == null && !Arrays.equals(head, walk.chain)) {
      walk.broken("", "HEAD");
    }
    return new ChainReport(
        vendor, series, year, walk.documents, walk.fault == null, walk.firstBroken, walk.fault);
  }

  private static Walk walk(Connection connection, String vendor, String series, int year)
      throws SQLException {
    Walk walk = new Walk();
    try (PreparedStatement statement = connection.prepareStatement(DOCUMENTS)) {
      statement.setFetchSize(FETCH);
      statement.setString(1, vendor);
      statement.setString(2, series);
      statement.setInt(3, year);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next() && walk.fault == null) {
          walk.row(row);
        }
      }
    }
    if (walk.fault == null) {
      walk.finish();
    }
    return walk;
  }

  /** One pass over the rows: lines of the same document follow each other. */
  private static final class Walk {
    private final DocumentHash hash = new DocumentHash();
    private byte[] chain = DocumentHash.START;
    private long documents;
    private long id;
    private int linesLeft;
    private String number;
    private byte[] digest;
    private byte[] chainHash;
    private String firstBroken;
    private String fault;

    void row(ResultSet row) throws SQLException {
      if (row.getLong(1) != id) {
        finish();
        begin(row);
      }
      linesLeft--;
      hash.line(
          row.getString(23),
          row.getString(24),
          plain(row.getBigDecimal(25)),
          row.getString(26),
          plain(row.getBigDecimal(27)),
          row.getLong(28),
          row.getString(29),
          plain(row.getBigDecimal(30)),
          row.getString(31),
          row.getString(32),
          row.getString(33));
    }

    private void begin(ResultSet row) throws SQLException {
      id = row.getLong(1);
      number = row.getString(2);
      digest = row.getBytes(3);
      chainHash = row.getBytes(4);
      linesLeft = row.getInt(5);
      Object[] columns = new Object[17];
      for (int i = 0; i < columns.length; i++) {
        columns[i] = row.getString(6 + i);
      }
      hash.header(columns);
      documents++;
    }

    void finish() {
      if (number == null || fault != null) {
        return;
      }
      byte[] recomputed = hash.digest();
      if (linesLeft != 0 || !Arrays.equals(recomputed, digest)) {
        broken(number, "DIGEST");
        return;
      }
      chain = hash.chain(chain, number, digest);
      if (!Arrays.equals(chain, chainHash)) {
        broken(number, "CHAIN");
      }
    }

    void broken(String document, String what) {
      firstBroken = document.isEmpty() ? number : document;
      fault = what;
    }

    private static String plain(BigDecimal value) {
      return value == null ? "" : DocumentHash.plain(value);
    }
  }
}
