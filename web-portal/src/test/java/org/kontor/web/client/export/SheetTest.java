package org.kontor.web.client.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that spreadsheets open: right types, nothing that runs (QUALITY S5). */
class SheetTest {

  private static String csv(boolean decimalComma, Object... cells) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (Sheet sheet = new CsvSheet(file, decimalComma)) {
      sheet.row(cells);
    }
    return file.toString(StandardCharsets.UTF_8);
  }

  private static String xlsx(int times, Object... cells) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (Sheet sheet = new XlsxSheet(file, "List", "cut", 1_500)) {
      sheet.head("Text", "Amount", "Day");
      for (int i = 0; i < times; i++) {
        sheet.row(cells);
      }
    }
    Path book = Files.createTempFile("sheet", ".xlsx");
    Files.write(book, file.toByteArray());
    try (ZipFile zip = new ZipFile(book.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
          StandardCharsets.UTF_8);
    } finally {
      Files.delete(book);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"http://evil\")"})
  void a_text_that_looks_like_a_formula_stays_a_text(String evil) throws IOException {
    String line = csv(true, evil).substring(1);
    assertThat(line.startsWith("'") || line.startsWith("\"'")).as(line).isTrue();
    assertThat(xlsx(1, evil)).doesNotContain("<f>").contains("t=\"inlineStr\"");
  }

  /** QUALITY S2, S5: what the client area's tests type into every field. */
  @Test
  void no_payload_is_a_formula_and_each_is_one_cell_of_text() throws IOException {
    List<String> payloads =
        Files.readAllLines(Path.of("../system-tests/src/test/resources/payloads.txt"));
    assertThat(payloads).hasSizeGreaterThan(400);
    for (String payload : payloads) {
      String line = csv(true, payload, "end").substring(1);
      assertThat(line).as(payload).endsWith(";end\r\n").doesNotMatch("(?s)^\"?[=+\\-@\t\r].*");
    }
    String sheet = xlsx(1, payloads.toArray());
    assertThat(sheet.split("t=\"inlineStr\"", -1)).hasSizeGreaterThan(payloads.size());
    assertThat(sheet).doesNotContain("<f>", "<f ", "<script", "<img");
  }

  @Test
  void numbers_stay_numbers_also_below_zero() throws IOException {
    Object[] cells = {"a", new BigDecimal("-1234.50"), LocalDate.of(2026, 2, 1), 5L, null};
    assertThat(csv(true, cells)).isEqualTo("\uFEFFa;-1234,50;2026-02-01;5;\r\n");
    assertThat(csv(false, cells)).isEqualTo("\uFEFFa,-1234.50,2026-02-01,5,\r\n");
    assertThat(xlsx(1, cells)).contains("<v>-1234.5").contains("<v>46054");
  }

  @Test
  void separators_and_quotes_inside_a_text_are_quoted() throws IOException {
    assertThat(csv(true, "a;b", "say \"x\"", "two\nlines"))
        .isEqualTo("\uFEFF\"a;b\";\"say \"\"x\"\"\";\"two\nlines\"\r\n");
  }

  @Test
  void a_sheet_that_holds_no_more_says_so_in_its_last_row() throws IOException {
    String sheet = xlsx(3_000, "row");
    assertThat(sheet.split("<row ")).hasSize(1_501);
    assertThat(sheet).contains(">cut<");
  }

  @Test
  void a_sheet_of_many_rows_keeps_them_all_with_a_frozen_header_and_filters() throws IOException {
    String sheet = xlsx(1_000, "a\u0001b", new BigDecimal("1.00"), LocalDate.of(2026, 2, 1));
    assertThat(sheet.split("<row ")).hasSize(1_002);
    assertThat(sheet).contains("state=\"frozen\"").contains("autoFilter").contains(">ab<");
  }
}
