package org.kontor.web.client.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * CSV (RFC 4180) in UTF-8 with a byte order mark, as spreadsheets want it: semicolons where the
 * decimal sign is a comma. Dates are ISO 8601.
 */
final class CsvSheet implements Sheet {

  private static final String FORMULA = "=+-@\t\r";

  private final Writer out;
  private final boolean decimalComma;

  CsvSheet(OutputStream stream, boolean decimalComma) throws IOException {
    this.out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    this.decimalComma = decimalComma;
    out.write('\uFEFF');
  }

  @Override
  public void head(String... names) throws IOException {
    row((Object[]) names);
  }

  @Override
  public void row(Object... cells) throws IOException {
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        out.write(decimalComma ? ';' : ',');
      }
      out.write(cell(cells[i]));
    }
    out.write("\r\n");
  }

  private String cell(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof BigDecimal number) {
      String plain = number.toPlainString();
      return decimalComma ? plain.replace('.', ',') : plain;
    }
    return value instanceof String text ? quoted(harmless(text)) : value.toString();
  }

  /** What a spreadsheet would run as a formula begins with an apostrophe. */
  private static String harmless(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> ",;\"\r\n\t".indexOf(c) >= 0);
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
