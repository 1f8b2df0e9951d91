package org.kontor.web.client.pay;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.kontor.billing.access.boundary.TransferProofFile;
import org.kontor.billing.access.boundary.TransferProofs;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.domain.problem.Refused;
import org.kontor.web.client.Attachments;
import org.kontor.web.client.ErrorPage;
import org.kontor.web.client.StalledReaders;
import org.kontor.web.client.Visit;

/** The proof of payment that was sent with a notice, to be saved: {@code ?case=1007}. */
@WebServlet("/client/transfer-proof")
public class ProofServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String PROOF = "transfer-proof";

  @Inject private transient Visit visit;
  @Inject private transient TransferProofs proofs;
  @Inject private transient StalledReaders readers;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      TransferProofFile file =
          proofs.get(id(request.getParameter("case")), visit.getVisitor().personId());
      visit.own(file.customerId(), PROOF);
      Attachments.begin(response, file.mediaType(), file.name());
      Attachments.shutIn(response);
      response.setContentLength(file.content().length);
      readers.patient(response.getOutputStream()).write(file.content());
    } catch (Refused refused) {
      ErrorPage.refuse(request, response, refused.problem());
    }
  }

  private static long id(String text) {
    if (text == null || !text.matches("\\d{1,18}")) {
      throw NotFound.of(PROOF);
    }
    return Long.parseLong(text);
  }
}
