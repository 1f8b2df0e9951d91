package org.kontor.billing.invoice.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.invoice.DocumentHash;

/**
 * Replaces the buyer of documents by a pseudonym when the law no longer asks for him. The number,
 * the amounts and the chain stay; the content as it is then has a digest of its own.
 */
@ApplicationScoped
public class DocumentSeals {

  private static final String DOCUMENTS =
      HashedRows.SELECT
          + "where i.customer_id = ? and i.id = any(?) and p.digest is null"
          + " order by i.id, l.line_no";

  private final Sql sql;

  @Inject
  public DocumentSeals(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected DocumentSeals() {
    this(null);
  }

  /** Whether its buyer is a pseudonym by now. */
  public boolean isSealed(StoredDocument document) {
    return sql.one(
            row -> row.getBoolean(1),
            "select exists (select 1 from document_seal where customer_id = ? and invoice_id = ?)",
            document.customerId(),
            document.id())
        .orElseThrow();
  }

  /**
   * @param changed number of a document whose content has not its digest; then none was sealed
   * @param evidence {@code number digest digest-without-buyer} of each, for the certificate
   */
  public record Sealed(int documents, int files, String changed, List<String> evidence) {}

  /** All of them or none. A document that is sealed already stays as it is. */
  public Sealed seal(long customerId, long[] documents, LocalDate day) {
    Rows rows = new Rows(customerId);
    sql.with(
        connection -> {
          try (var statement = connection.prepareStatement(DOCUMENTS)) {
            statement.setLong(1, customerId);
            statement.setObject(2, documents);
            try (ResultSet row = statement.executeQuery()) {
              while (row.next()) {
                rows.row(row);
              }
            }
          }
          rows.finish();
          return rows;
        });
    if (rows.changed != null || rows.id.isEmpty()) {
      return new Sealed(0, 0, rows.changed, List.of());
    }
    long[] ids = rows.id.stream().mapToLong(Long::longValue).toArray();
    long files =
        sql.one(
                row -> row.getLong(1),
                "select count(*) from document_file where customer_id = ? and invoice_id = any(?)",
                customerId,
                ids)
            .orElseThrow();
    int sealed =
        sql.one(
                row -> row.getInt(1),
                "select seal_documents(?, ?, ?, ?, ?)",
                customerId,
                ids,
                rows.buyer.toArray(String[]::new),
                rows.after.toArray(String[]::new),
                day)
            .orElseThrow();
    return new Sealed(sealed, (int) files, null, rows.evidence);
  }

  /** One pass: the digest as it was, to see that nothing was changed, and as it will be. */
  private static final class Rows {
    final List<Long> id = new ArrayList<>();
    final List<String> buyer = new ArrayList<>();
    final List<String> after = new ArrayList<>();
    final List<String> evidence = new ArrayList<>();
    String changed;
    private final long customer;
    private final DocumentHash before = new DocumentHash();
    private final DocumentHash then = new DocumentHash();
    private String number;
    private byte[] digest;

    Rows(long customer) {
      this.customer = customer;
    }

    void row(ResultSet row) throws SQLException {
      if (id.isEmpty() || row.getLong(1) != id.get(id.size() - 1)) {
        finish();
        String named = HashedRows.buyer(row);
        String pseudonym = FrozenJson.buyer(named).pseudonym(customer).json();
        id.add(row.getLong(1));
        buyer.add(pseudonym);
        number = row.getString(2);
        digest = row.getBytes(3);
        HashedRows.header(before, row, named);
        HashedRows.header(then, row, pseudonym);
      }
      HashedRows.line(before, row);
      HashedRows.line(then, row);
    }

    void finish() {
      if (number == null) {
        return;
      }
      if (!Arrays.equals(before.digest(), digest)) {
        changed = changed == null ? number : changed;
      }
      HexFormat hex = HexFormat.of();
      after.add(hex.formatHex(then.digest()));
      evidence.add(number + " " + hex.formatHex(digest) + " " + after.get(after.size() - 1));
      number = null;
    }
  }
}
