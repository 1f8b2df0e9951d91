package org.kontor.web.client.invoice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.kontor.billing.invoice.boundary.InvoiceView;
import org.kontor.billing.invoice.boundary.Invoices;
import org.kontor.billing.invoice.boundary.LineExplanation;
import org.kontor.crm.message.boundary.CarriedDocument;
import org.kontor.crm.message.boundary.MessageArchive;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.domain.problem.Refused;
import org.kontor.web.client.Feedback;
import org.kontor.web.client.Visit;

/** One document of the customer. */
@Named
@RequestScoped
public class InvoicePage {

  @Inject private Visit visit;
  @Inject private Invoices invoices;

  @Inject private MessageArchive archive;
  @Inject private Feedback feedback;
  @Inject private HttpServletRequest request;

  private CarriedDocument carried;
  private InvoiceView view;

  public InvoiceView getView() {
    if (view == null) {
      InvoiceView found = invoices.get(id());
      visit.own(found.customerId(), "invoice");
      view = found;
    }
    return view;
  }

  /** Why a line costs what it costs. */
  public LineExplanation why(int line) {
    return invoices.explanation(getView().id(), line);
  }

  /** The mails that carried it. */
  public CarriedDocument getCarried() {
    if (carried == null) {
      carried = archive.carrying(visit.getVisitor(), getView().id());
    }
    return carried;
  }

  /** Mails it once more, to the person itself. */
  public String sendToMe() {
    long document = getView().id();
    try {
      archive.sendToMe(visit.getVisitor(), document);
      return "/client/invoice?faces-redirect=true&id=" + document + "&done=sent";
    } catch (Refused refused) {
      feedback.refusal(null, refused);
      return null;
    }
  }

  /** In the address, and in the form that is sent: what decides whether a form is there. */
  private long id() {
    String sent = request.getParameter("id");
    if (sent == null || !sent.matches("\\d{1,18}")) {
      throw NotFound.of("invoice");
    }
    return Long.parseLong(sent);
  }
}
