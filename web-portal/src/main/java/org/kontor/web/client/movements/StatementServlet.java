package org.kontor.web.client.movements;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.kontor.billing.document.boundary.DocumentFile;
import org.kontor.billing.statement.boundary.Statements;
import org.kontor.crm.identity.boundary.TakenOut;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.time.DateRange;
import org.kontor.web.client.Attachments;
import org.kontor.web.client.ErrorPage;
import org.kontor.web.client.StalledReaders;
import org.kontor.web.client.Visit;

/**
 * The statement of the days that the page of movements shows, as a signed PDF (PAGES C10): {@code
 * ?from=2026-01-01&to=2026-03-31}. A paper about money, not data that is taken out (S1.37): it is
 * there at every stage, as the page is. Why there is none of a period is said on the page.
 */
@WebServlet("/client/statement")
public class StatementServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient Visit visit;
  @Inject private transient MovementsPage page;
  @Inject private transient Statements statements;
  @Inject private transient TakenOut taken;
  @Inject private transient StalledReaders readers;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    page.setFromText(request.getParameter("from"));
    page.setToText(request.getParameter("to"));
    Optional<DateRange> period =
        statements.period(visit.customerId(), page.getFrom(), page.getTo());
    if (period.isEmpty() || !page.getFaults().isEmpty()) {
      refuse(response, "days");
      return;
    }
    try {
      DocumentFile file =
          statements.pdf(visit.customerId(), period.get(), visit.getVisitor().name());
      taken.record(visit.getVisitor(), "statement", "pdf");
      Attachments.begin(response, DocumentFile.TYPE, file.name());
      response.setContentLength(file.content().length);
      readers.patient(response.getOutputStream()).write(file.content());
    } catch (Refused refused) {
      if (refused.problem().code() == ProblemCode.TOO_LARGE) {
        refuse(response, "many");
      } else {
        ErrorPage.refuse(request, response, refused.problem());
      }
    }
  }

  private void refuse(HttpServletResponse response, String why) throws IOException {
    response.sendRedirect("/client/movements" + page.getQuery() + "&refused=" + why);
  }
}
