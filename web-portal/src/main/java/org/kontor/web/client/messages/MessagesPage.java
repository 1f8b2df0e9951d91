package org.kontor.web.client.messages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.kontor.crm.message.boundary.ArchivedMessage;
import org.kontor.crm.message.boundary.MessageArchive;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.domain.customer.Delegation;
import org.kontor.domain.message.MessageState;
import org.kontor.web.client.Visit;

/** Mails that the vendor sent, the latest first: of the customer, or of a person of its staff. */
@Named
@RequestScoped
public class MessagesPage {

  private static final int ROWS = 25;

  @Inject private Visit visit;
  @Inject private MessageArchive archive;

  private String after;
  private Page<ArchivedMessage> page;

  public Page<ArchivedMessage> getPage() {
    if (page == null) {
      page = archive.page(visit.getVisitor(), after, ROWS);
    }
    return page;
  }

  /** Whether only the person's own mails are shown. */
  public boolean isOwn() {
    return !Delegation.readsAllMails(visit.getVisitor().role());
  }

  /** Of a state, how it looks. */
  public String tone(MessageState state) {
    return switch (state) {
      case SENT -> "good";
      case WAITING, CANCELLED -> "calm";
      case BOUNCED, FAILED, NO_ADDRESS -> "warn";
    };
  }

  public String getAfter() {
    return after;
  }

  public void setAfter(String after) {
    this.after = after;
  }
}
