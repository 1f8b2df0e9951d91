package org.kontor.billing.invoice.control;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.kontor.domain.invoice.DocumentHash;

/** The columns of a document and its lines in the order in which their digest was made. */
final class HashedRows {

  /** One row for each line; the line's columns begin with the 23rd. */
  static final String SELECT =
      "select i.id, i.number, i.digest, i.chain_hash, i.line_count, i.vendor_code, i.kind,"
          + " i.source_key, i.customer_id, i.issue_date::text, i.due_date::text,"
          + " i.period_from::text, i.period_to::text, i.currency, i.net_minor, i.vat_minor,"
          + " i.total_minor, i.vat_breakdown, i.buyer, i.policy, i.preceding_number, i.reason,"
          + " l.item_code, l.name, l.quantity, l.unit, l.unit_price, l.net_minor, l.vat_category,"
          + " l.vat_rate, l.period_from::text, l.period_to::text, l.explanation, p.digest"
          + " from invoice i left join invoice_line l on l.customer_id = i.customer_id"
          + " and l.invoice_id = i.id and l.issue_date = i.issue_date"
          + " left join document_seal p on p.customer_id = i.customer_id and p.invoice_id = i.id ";

  private static final int FIRST = 6;
  private static final int HEADER = 17;
  private static final int BUYER = 19;

  private HashedRows() {}

  static String buyer(ResultSet row) throws SQLException {
    return row.getString(BUYER);
  }

  /** Digest of the content with a pseudonym for a buyer; null while it names him. */
  static byte[] sealed(ResultSet row) throws SQLException {
    return row.getBytes(34);
  }

  /** Begins a digest with another buyer than the stored one. */
  static void header(DocumentHash hash, ResultSet row, String buyer) throws SQLException {
    Object[] columns = new Object[HEADER];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = FIRST + i == BUYER ? buyer : row.getString(FIRST + i);
    }
    hash.header(columns);
  }

  static void line(DocumentHash hash, ResultSet row) throws SQLException {
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

  private static String plain(BigDecimal value) {
    return value == null ? "" : DocumentHash.plain(value);
  }
}
