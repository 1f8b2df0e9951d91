package org.kontor.web.client.document;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.kontor.billing.document.boundary.DocumentFile;
import org.kontor.billing.document.boundary.DocumentFiles;
import org.kontor.billing.invoice.boundary.Invoices;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.domain.problem.Refused;
import org.kontor.web.client.Attachments;
import org.kontor.web.client.ErrorPage;
import org.kontor.web.client.StalledReaders;
import org.kontor.web.client.Visit;

/** The archived PDF of one of the customer's own documents; another's does not exist. */
@WebServlet("/client/document")
public class DocumentDownload extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient Visit visit;
  @Inject private transient Invoices invoices;
  @Inject private transient DocumentFiles files;
  @Inject private transient StalledReaders readers;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      long id = id(request.getParameter("id"));
      visit.own(invoices.get(id).customerId(), "invoice");
      DocumentFile file = files.pdf(id);
      Attachments.begin(response, DocumentFile.TYPE, file.name());
      response.setContentLength(file.content().length);
      readers.patient(response.getOutputStream()).write(file.content());
    } catch (Refused refused) {
      ErrorPage.refuse(request, response, refused.problem());
    }
  }

  private static long id(String text) {
    if (text == null || !text.matches("\\d{1,18}")) {
      throw NotFound.of("invoice");
    }
    return Long.parseLong(text);
  }
}
