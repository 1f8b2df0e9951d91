package org.kontor.billing.bulk.control;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * Rows for PostgreSQL's COPY: the fastest way into a table (SERVER.md), within the transaction of
 * the connection. Collects in memory, so keep it to one chunk.
 */
public final class CopyRows {

  private final String statement;
  private final StringBuilder text = new StringBuilder(64 * 1024);
  private boolean rowHasColumn;
  private int rows;

  /** For example {@code new CopyRows("charge", "id, customer_id, amount_minor")}. */
  public CopyRows(String table, String columns) {
    statement = "copy " + table + " (" + columns + ") from stdin";
  }

  public int rows() {
    return rows;
  }

  public CopyRows add(long value) {
    next().append(value);
    return this;
  }

  public CopyRows add(BigDecimal value) {
    next().append(value.toPlainString());
    return this;
  }

  /** Bytes as bytea. */
  public CopyRows add(byte[] value) {
    next().append("\\\\x");
    for (byte b : value) {
      text.append(Character.forDigit((b >> 4) & 15, 16)).append(Character.forDigit(b & 15, 16));
    }
    return this;
  }

  /** Dates, instants, texts by their text; null as null. */
  public CopyRows add(Object value) {
    if (value == null) {
      next().append("\\N");
      return this;
    }
    String string = value.toString();
    next();
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> text.append(c);
      }
    }
    return this;
  }

  public void endRow() {
    text.append('\n');
    rowHasColumn = false;
    rows++;
  }

  /** Writes what was collected. */
  public void flush(Connection connection) throws SQLException {
    if (rows == 0) {
      return;
    }
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(statement, new StringReader(text.toString()));
    } catch (IOException e) {
      throw new SQLException(e);
    }
    text.setLength(0);
    rows = 0;
  }

  private StringBuilder next() {
    if (rowHasColumn) {
      text.append('\t');
    }
    rowHasColumn = true;
    return text;
  }
}
