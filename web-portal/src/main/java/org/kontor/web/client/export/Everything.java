package org.kontor.web.client.export;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.kontor.billing.invoice.boundary.InvoiceFilter;
import org.kontor.domain.text.Language;
import org.kontor.web.client.TextBean;
import org.kontor.web.client.Visit;

/**
 * Lists as XLSX and CSV, then each document as PDF; holds one document in memory. Each list is made
 * in a file first, so that no connection waits for who reads.
 */
@RequestScoped
public class Everything {

  private static final UnaryOperator<String> UNASKED = parameter -> null;

  @Inject private Visit visit;
  @Inject private TextBean texts;
  @Inject private ExportedLists lists;
  @Inject private AccountLists account;
  @Inject private Papers papers;
  @Inject private SpoolRoom room;

  /** Whatever the address says beside: the lists are whole. */
  public void write(OutputStream out) throws IOException {
    // Not closed where something fails: what is torn must not look whole
    ZipOutputStream zip = new ZipOutputStream(out);
    list(zip, "money.export.company", account::company);
    list(zip, "money.export.people", account::people);
    list(zip, "money.export.messages", account::messages);
    list(zip, "money.export.invoices", sheet -> lists.write("invoices", UNASKED, sheet));
    list(zip, "money.export.movements", sheet -> lists.write("movements", UNASKED, sheet));
    list(zip, "money.export.use", lists::useOfAllMonths);
    list(zip, "service.services", lists::services);
    String folder = texts.of("service.file.documents") + "/";
    List<String> missing = papers.write(InvoiceFilter.ALL, folder, zip);
    if (!missing.isEmpty()) {
      list(zip, "service.file.missing", sheet -> numbers(missing, sheet));
    }
    zip.finish();
  }

  private void list(ZipOutputStream zip, String title, Rows rows) throws IOException {
    String name = texts.of(title);
    String file = name.toLowerCase(Locale.ROOT).replaceAll("\\s+", "-");
    zip.putNextEntry(new ZipEntry(file + ".xlsx"));
    try (Spool spool = room.spool()) {
      try (OutputStream kept = spool.out();
          Sheet sheet = new XlsxSheet(kept, name, texts.of("money.export.cut"))) {
        rows.write(sheet);
      }
      spool.copyTo(zip);
    }
    zip.closeEntry();
    zip.putNextEntry(new ZipEntry(file + ".csv"));
    try (Spool spool = room.spool()) {
      try (OutputStream kept = spool.out();
          Sheet sheet = new CsvSheet(kept, visit.getLanguage() != Language.EN)) {
        rows.write(sheet);
      }
      spool.copyTo(zip);
    }
    zip.closeEntry();
  }

  private void numbers(List<String> missing, Sheet sheet) throws IOException {
    sheet.head(texts.of("money.number"));
    for (String number : missing) {
      sheet.row(number);
    }
  }

  /** What is written into a sheet. */
  private interface Rows {
    void write(Sheet sheet) throws IOException;
  }
}
