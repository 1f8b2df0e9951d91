package org.kontor.web.client.export;

import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import org.kontor.crm.identity.boundary.TakenOut;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.text.Language;
import org.kontor.web.client.Attachments;
import org.kontor.web.client.ErrorPage;
import org.kontor.web.client.StalledReaders;
import org.kontor.web.client.Visit;
import org.kontor.web.text.Catalogue;

/**
 * A list as a file, with the filter of its page: {@code ?list=invoices&as=xlsx&year=2026}. Whether
 * data may be taken out was asked before (S1.37).
 */
@WebServlet("/client/export")
public class ExportServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String CSV = "text/csv;charset=UTF-8";
  private static final Set<String> FORMS = Set.of("csv", "xlsx");

  @Inject private transient Visit visit;
  @Inject private transient ExportedLists lists;
  @Inject private transient TakenOut taken;
  @Inject private transient StalledReaders readers;
  @Inject private transient SpoolRoom room;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String list = String.valueOf(request.getParameter("list"));
    String form = String.valueOf(request.getParameter("as"));
    if (!lists.has(list) || !FORMS.contains(form)) {
      ErrorPage.refuse(request, response, NotFound.of("list").problem());
      return;
    }
    try {
      if (!lists.isUnderstood(list, request::getParameter)) {
        // The page says what of the address is no filter
        response.sendRedirect("/client/" + list + "?" + request.getQueryString());
        return;
      }
      send(list, form, request, response);
    } catch (Refused refused) {
      response.reset();
      ErrorPage.refuse(request, response, refused.problem());
    } catch (EJBException e) {
      // Who asked for it has gone: nothing to answer any more
      if (e.getCause() instanceof UncheckedIOException gone) {
        throw gone.getCause();
      }
      throw e;
    }
  }

  private void send(
      String list, String form, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String title = Catalogue.in(visit.getLanguage()).text(ExportedLists.title(list));
    try (Spool spool = room.spool()) {
      try (OutputStream file = spool.out();
          Sheet sheet = sheet(form, file, title)) {
        lists.write(list, request::getParameter, sheet);
      }
      taken.record(visit.getVisitor(), list, form);
      Attachments.begin(
          response,
          form.equals("csv") ? CSV : XLSX,
          title.toLowerCase(Locale.ROOT).replaceAll("\\s+", "-") + "." + form);
      response.setContentLengthLong(spool.size());
      spool.copyTo(readers.patient(response.getOutputStream()));
    }
  }

  private Sheet sheet(String form, OutputStream out, String title) throws IOException {
    return form.equals("csv")
        ? new CsvSheet(out, visit.getLanguage() != Language.EN)
        : new XlsxSheet(out, title, Catalogue.in(visit.getLanguage()).text("money.export.cut"));
  }
}
