package org.kontor.web.client.pay;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.kontor.billing.document.boundary.DocumentFile;
import org.kontor.billing.document.boundary.TransferFiles;
import org.kontor.billing.payment.boundary.Transfer;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.web.client.Attachments;
import org.kontor.web.client.ErrorPage;
import org.kontor.web.client.StalledReaders;
import org.kontor.web.client.Visit;

/**
 * What the page to pay tells, as PDF (PAGES C07), with the choice of that page: {@code
 * ?invoice=1005} or {@code ?amount=114}. Where that has gone wrong, the page says how.
 */
@WebServlet("/client/transfer")
public class TransferServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** What may be an amount as it was typed; nothing else is led anywhere. */
  private static final Pattern AMOUNT = Pattern.compile("[\\d.,' \u00A0\u202F-]{1,40}");

  @Inject private transient Visit visit;
  @Inject private transient ChosenTransfer chosen;
  @Inject private transient TransferFiles files;
  @Inject private transient StalledReaders readers;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String[] sent = request.getParameterValues("invoice");
    String typed = request.getParameter("amount");
    String amount = typed != null && AMOUNT.matcher(typed).matches() ? typed : null;
    Set<Long> invoices = ChosenTransfer.invoices(sent == null ? new String[0] : sent);
    if (invoices.isEmpty() && amount == null) {
      ErrorPage.refuse(request, response, NotFound.of("transfer").problem());
      return;
    }
    try {
      Optional<Transfer> transfer = chosen.of(invoices, amount).filter(Transfer::isByBank);
      if (transfer.isEmpty()) {
        response.sendRedirect("/client/pay" + ChosenTransfer.query(invoices, amount));
        return;
      }
      DocumentFile file = files.pdf(visit.customerId(), transfer.get());
      Attachments.begin(response, DocumentFile.TYPE, file.name());
      response.setContentLength(file.content().length);
      readers.patient(response.getOutputStream()).write(file.content());
    } catch (Refused refused) {
      if (refused.problem().code() == ProblemCode.UNAVAILABLE) {
        ErrorPage.refuse(request, response, refused.problem());
      } else {
        response.sendRedirect("/client/pay" + ChosenTransfer.query(invoices, amount));
      }
    }
  }
}
