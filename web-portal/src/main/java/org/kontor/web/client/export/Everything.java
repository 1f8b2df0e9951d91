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
 * Lists as XLSX and CSV, then each document as PDF; holds one document in memory. The lists are
 * made in files first, so that no connection waits for who reads, and what is refused is refused
 * before anything is sent.
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

  /**
   * Whatever the address says beside: the lists are whole.
   *
   * @param opening called once all lists are made; what it gives is closed after the last byte
   * @throws org.kontor.domain.problem.Refused TOO_MANY_FILES
   */
  public void write(Opening opening) throws IOException {
    Led out = new Led();
    ZipOutputStream zip = new ZipOutputStream(out);
    OutputStream answer;
    try (Spool made = room.spool()) {
      try (OutputStream kept = made.out()) {
        out.to = kept;
        lists(zip);
      }
      answer = opening.begin();
      made.copyTo(answer);
    }
    out.to = answer;
    String folder = texts.of("service.file.documents") + "/";
    List<String> missing = papers.write(InvoiceFilter.ALL, folder, zip);
    if (!missing.isEmpty()) {
      list(zip, "service.file.missing", sheet -> numbers(missing, sheet));
    }
    papers.writeProofs(texts.of("money.proof.folder") + "/", zip);
    zip.finish();
    // Not closed where something fails: what is torn must not look whole
    answer.close();
  }

  private void lists(ZipOutputStream zip) throws IOException {
    list(zip, "money.export.company", account::company);
    list(zip, "money.export.people", account::people);
    list(zip, "money.export.messages", account::messages);
    list(zip, "money.export.invoices", sheet -> lists.write("invoices", UNASKED, sheet));
    list(zip, "money.export.movements", sheet -> lists.write("movements", UNASKED, sheet));
    list(zip, "money.export.use", lists::useOfAllMonths);
    list(zip, "service.services", lists::services);
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

  /** Begins the answer. */
  public interface Opening {
    OutputStream begin() throws IOException;
  }

  /** Leads the parts of an archive to where they belong by now; it keeps nothing itself. */
  private static final class Led extends OutputStream {

    private OutputStream to;

    @Override
    public void write(int one) throws IOException {
      to.write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      to.write(bytes, from, count);
    }
  }

  /** What is written into a sheet. */
  private interface Rows {
    void write(Sheet sheet) throws IOException;
  }
}
