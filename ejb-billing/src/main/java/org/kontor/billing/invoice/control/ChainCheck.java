package org.kontor.billing.invoice.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
      HashedRows.SELECT
          + "where i.vendor_code = ? and i.series_code = ? and i.series_year = ?"
          + " order by i.series_number, l.line_no";

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
    private byte[] sealed;
    private String firstBroken;
    private String fault;

    void row(ResultSet row) throws SQLException {
      if (row.getLong(1) != id) {
        finish();
        begin(row);
      }
      linesLeft--;
      HashedRows.line(hash, row);
    }

    private void begin(ResultSet row) throws SQLException {
      id = row.getLong(1);
      number = row.getString(2);
      digest = row.getBytes(3);
      chainHash = row.getBytes(4);
      linesLeft = row.getInt(5);
      sealed = HashedRows.sealed(row);
      HashedRows.header(hash, row, HashedRows.buyer(row));
      documents++;
    }

    void finish() {
      if (number == null || fault != null) {
        return;
      }
      byte[] recomputed = hash.digest();
      // Without its buyer a document has the digest of its seal; the chain keeps the first one
      if (linesLeft != 0 || !Arrays.equals(recomputed, sealed == null ? digest : sealed)) {
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
  }
}
