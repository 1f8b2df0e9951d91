package org.kontor.web.client.message;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.kontor.billing.invoice.boundary.Invoices;
import org.kontor.crm.message.boundary.ArchivedText;
import org.kontor.crm.message.boundary.MessageArchive;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.web.client.ClientPage;
import org.kontor.web.client.Rights;
import org.kontor.web.client.Visit;

/** One mail with its words and what went with it. */
@Named
@RequestScoped
public class MessagePage {

  private static final String HIDDEN = "?token=…";

  @Inject private Visit visit;
  @Inject private Rights rights;
  @Inject private MessageArchive archive;
  @Inject private Invoices invoices;
  @Inject private HttpServletRequest request;

  private ArchivedText mail;

  public ArchivedText getMail() {
    if (mail == null) {
      mail = archive.text(visit.getVisitor(), id());
    }
    return mail;
  }

  /** Whether a link was left out of the text. */
  public boolean isHidden() {
    return getMail().text().contains(HIDDEN);
  }

  /** Documents that went with it and that the visitor may open. */
  public List<Attached> getAttached() {
    if (!rights.may(ClientPage.DOCUMENT)) {
      return List.of();
    }
    return getMail().message().attached().stream()
        .map(id -> new Attached(id, invoices.get(id).number()))
        .toList();
  }

  private long id() {
    String sent = request.getParameter("id");
    if (sent == null || !sent.matches("\\d{1,18}")) {
      throw NotFound.of("message");
    }
    return Long.parseLong(sent);
  }

  /** A document by its number. */
  public record Attached(long id, String number) {}
}
