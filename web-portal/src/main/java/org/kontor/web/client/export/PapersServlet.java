package org.kontor.web.client.export;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.kontor.billing.invoice.boundary.InvoiceFilter;
import org.kontor.crm.identity.boundary.TakenOut;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.web.client.Attachments;
import org.kontor.web.client.ErrorPage;
import org.kontor.web.client.StalledReaders;
import org.kontor.web.client.TextBean;
import org.kontor.web.client.Visit;
import org.kontor.web.client.invoices.InvoicesPage;

/**
 * The PDFs of the documents that the page of invoices lists, as one ZIP (PAGES C08): {@code
 * ?year=2026&state=paid}. Whether data may be taken out was asked before (S1.37).
 */
@WebServlet("/client/documents")
public class PapersServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient Visit visit;
  @Inject private transient TextBean texts;
  @Inject private transient InvoicesPage page;
  @Inject private transient Papers papers;
  @Inject private transient TakenOut taken;
  @Inject private transient StalledReaders readers;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    page.setState(request.getParameter("state"));
    page.setYear(request.getParameter("year"));
    page.setNumber(request.getParameter("number"));
    if (!page.getFaults().isEmpty()) {
      // The page says what of the address is no filter
      response.sendRedirect("/client/invoices?" + request.getQueryString());
      return;
    }
    InvoiceFilter filter = page.getFilter();
    if (papers.isEmpty(filter)) {
      ErrorPage.refuse(request, response, NotFound.of("invoice").problem());
      return;
    }
    taken.record(visit.getVisitor(), "documents", "zip");
    String name = texts.of("service.file.documents").toLowerCase(Locale.ROOT);
    String year = filter.year() == null ? "" : "-" + filter.year();
    Attachments.begin(
        response, "application/zip", visit.getPortal().vendor() + "-" + name + year + ".zip");
    // Not closed where something fails: what is torn must not look whole
    OutputStream answer = readers.patient(response.getOutputStream());
    ZipOutputStream zip = new ZipOutputStream(answer);
    List<String> missing = papers.write(filter, "", zip);
    if (!missing.isEmpty()) {
      zip.putNextEntry(new ZipEntry(texts.of("service.file.missing") + ".txt"));
      zip.write(String.join("\r\n", missing).getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    zip.finish();
    answer.close();
  }
}
