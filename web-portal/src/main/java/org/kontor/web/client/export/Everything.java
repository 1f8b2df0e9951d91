package org.kontor.web.client.export;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.kontor.billing.document.boundary.DocumentFile;
import org.kontor.billing.document.boundary.DocumentFiles;
import org.kontor.billing.invoice.boundary.CustomerInvoices;
import org.kontor.billing.invoice.boundary.InvoiceFilter;
import org.kontor.billing.invoice.boundary.InvoiceSummary;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.text.Language;
import org.kontor.web.client.TextBean;
import org.kontor.web.client.Visit;

/** Lists as XLSX and CSV, then each document as PDF; holds one document in memory. */
@RequestScoped
public class Everything {

  private static final UnaryOperator<String> UNASKED = parameter -> null;
  private static final int AT_A_TIME = 50;
  private static final int TRIES = 20;
  private static final long PAUSE_MILLIS = 250;

  @Inject private Visit visit;
  @Inject private TextBean texts;
  @Inject private ExportedLists lists;
  @Inject private CustomerInvoices invoices;
  @Inject private DocumentFiles files;

  /** Whatever the address says beside: the lists are whole. */
  public void write(OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      list(zip, "money.export.invoices", sheet -> lists.write("invoices", UNASKED, sheet));
      list(zip, "money.export.movements", sheet -> lists.write("movements", UNASKED, sheet));
      list(zip, "money.export.use", lists::useOfAllMonths);
      list(zip, "service.services", lists::services);
      List<String> missing = documents(zip);
      if (!missing.isEmpty()) {
        list(zip, "service.file.missing", sheet -> numbers(missing, sheet));
      }
    }
  }

  private void list(ZipOutputStream zip, String title, Rows rows) throws IOException {
    String name = texts.of(title);
    String file = name.toLowerCase(Locale.ROOT).replaceAll("\\s+", "-");
    zip.putNextEntry(new ZipEntry(file + ".xlsx"));
    try (Sheet sheet = new XlsxSheet(new Kept(zip), name)) {
      rows.write(sheet);
    }
    zip.closeEntry();
    zip.putNextEntry(new ZipEntry(file + ".csv"));
    try (Sheet sheet = new CsvSheet(new Kept(zip), visit.getLanguage() != Language.EN)) {
      rows.write(sheet);
    }
    zip.closeEntry();
  }

  /** Numbers of those that have no file any more, or none yet. */
  private List<String> documents(ZipOutputStream zip) throws IOException {
    List<String> missing = new ArrayList<>();
    String folder = texts.of("service.file.documents") + "/";
    String after = null;
    do {
      Page<InvoiceSummary> page =
          invoices.latest(visit.customerId(), InvoiceFilter.ALL, after, AT_A_TIME);
      for (InvoiceSummary invoice : page.items()) {
        DocumentFile file = file(invoice.id());
        if (file == null) {
          missing.add(invoice.number());
        } else {
          zip.putNextEntry(new ZipEntry(folder + file.name()));
          zip.write(file.content());
          zip.closeEntry();
        }
      }
      after = page.next();
    } while (after != null);
    return missing;
  }

  /** The press may be busy: it is asked again for a while. */
  private DocumentFile file(long id) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return files.pdf(id);
      } catch (Refused refused) {
        if (refused.problem().code() != ProblemCode.UNAVAILABLE || attempt == TRIES) {
          return null;
        }
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
    }
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

  /** Stays open when a list is complete: more follows. */
  private static final class Kept extends FilterOutputStream {

    Kept(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      out.write(bytes, from, count);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
