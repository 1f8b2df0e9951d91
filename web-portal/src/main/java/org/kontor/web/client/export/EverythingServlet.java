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
import org.kontor.crm.identity.boundary.TakenOut;
import org.kontor.domain.problem.Refused;
import org.kontor.web.client.Attachments;
import org.kontor.web.client.ErrorPage;
import org.kontor.web.client.StalledReaders;
import org.kontor.web.client.TextBean;
import org.kontor.web.client.Visit;

/**
 * All that the customer has here, as one ZIP (S1.36): nothing of it is sent, and nothing said of it
 * in the audit, before its lists are made; the documents follow as they are read. Whether data may
 * be taken out was asked before (S1.37).
 */
@WebServlet("/client/everything")
public class EverythingServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient Everything everything;
  @Inject private transient Visit visit;
  @Inject private transient TakenOut taken;
  @Inject private transient StalledReaders readers;
  @Inject private transient TextBean texts;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      everything.write(() -> begin(response));
    } catch (Refused refused) {
      if (response.isCommitted()) {
        throw refused;
      }
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

  private OutputStream begin(HttpServletResponse response) throws IOException {
    taken.record(visit.getVisitor(), "everything", "zip");
    String name = visit.getPortal().vendor() + "-" + texts.of("service.file.everything") + ".zip";
    Attachments.begin(response, "application/zip", name);
    return readers.patient(response.getOutputStream());
  }
}
