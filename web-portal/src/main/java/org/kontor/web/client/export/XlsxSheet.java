package org.kontor.web.client.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook of one sheet: real numbers and dates, a frozen header with filters. Rows leave memory
 * as they come; texts are inline, so that no table of them grows, and are never formulas.
 */
final class XlsxSheet implements Sheet {

  /** What the format holds. */
  private static final int MOST_ROWS = 1_048_576;

  private static final int MOST_LETTERS = 32_767;
  private static final int BETWEEN_FLUSHES = 200;
  private static final double COLUMN = 18;

  private final Workbook book;
  private final Worksheet sheet;
  private final String cut;
  private final int most;
  private int rows;
  private int columns;

  /**
   * @param cut what the last row says where there are more rows than the format holds
   */
  XlsxSheet(OutputStream stream, String title, String cut) {
    this(stream, title, cut, MOST_ROWS);
  }

  XlsxSheet(OutputStream stream, String title, String cut, int most) {
    this.cut = cut;
    this.most = most;
    book = new Workbook(stream, "Kontor", "1.0");
    sheet = book.newWorksheet(title.length() > 31 ? title.substring(0, 31) : title);
  }

  @Override
  public void head(String... names) throws IOException {
    columns = names.length;
    sheet.freezePane(0, 1);
    for (int i = 0; i < names.length; i++) {
      sheet.width(i, COLUMN);
      sheet.inlineString(0, i, names[i]);
      sheet.style(0, i).bold().set();
    }
    rows = 1;
  }

  @Override
  public void row(Object... cells) throws IOException {
    if (rows == most) {
      return;
    }
    if (rows == most - 1) {
      sheet.inlineString(rows, 0, cut);
      rows++;
      return;
    }
    for (int i = 0; i < cells.length; i++) {
      cell(rows, i, cells[i]);
    }
    rows++;
    if (rows % BETWEEN_FLUSHES == 0) {
      sheet.flush();
    }
  }

  private void cell(int row, int column, Object value) {
    if (value instanceof BigDecimal number) {
      sheet.value(row, column, number);
      sheet.style(row, column).format("#,##0.00").set();
    } else if (value instanceof LocalDate date) {
      sheet.value(row, column, date);
      sheet.style(row, column).format("yyyy-mm-dd").set();
    } else if (value instanceof Number number) {
      sheet.value(row, column, number);
    } else if (value != null) {
      sheet.inlineString(row, column, clean(value.toString()));
    }
  }

  /** XML knows no control characters. */
  private static String clean(String text) {
    String known = text.replaceAll("[\\p{Cntrl}&&[^\\t\\n]]", "");
    return known.length() > MOST_LETTERS ? known.substring(0, MOST_LETTERS) : known;
  }

  @Override
  public void close() throws IOException {
    if (rows > 1) {
      sheet.setAutoFilter(0, 0, rows - 1, columns - 1);
    }
    book.finish();
  }
}
