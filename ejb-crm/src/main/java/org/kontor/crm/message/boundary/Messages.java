package org.kontor.crm.message.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.customer.boundary.Customers;
import org.kontor.crm.message.control.Drafting;
import org.kontor.crm.message.control.MessageRow;
import org.kontor.crm.message.control.MessageStore;
import org.kontor.crm.message.control.Writing;
import org.kontor.crm.message.control.WrittenMessage;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.domain.message.MessageState;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.time.BusinessClock;

/** The mails of a customer: what became of them, what they say, and once more when asked. */
@Stateless
public class Messages {

  @Inject private Caller caller;
  @Inject private Customers customers;
  @Inject private MessageStore store;
  @Inject private Drafting drafting;
  @Inject private Writing writing;
  @Inject private BusinessClock clock;
  @Inject private Audit audit;

  /**
   * The latest first.
   *
   * @param state null for any
   */
  public Page<MessageView> of(long customerId, MessageState state, String after, Integer limit) {
    int size = Page.limit(limit);
    customers.view(customerId);
    long before = after == null || after.isEmpty() ? Long.MAX_VALUE : Page.afterId(after);
    List<MessageView> rows =
        store.page(customerId, state, before, size + 1).stream().map(MessageView::of).toList();
    return Page.of(rows, size, row -> Long.toString(row.id()));
  }

  public MessageText view(long id) {
    MessageRow row = store.find(id).filter(this::visible).orElseThrow(Messages::none);
    WrittenMessage words = writing.words(row);
    return new MessageText(MessageView.of(row), words.subject(), words.plain());
  }

  /** Sends it again as a mail of its own. Refuses with WRONG_STATE one that is still waiting. */
  public MessageView sendAgain(long id) {
    MessageRow row = store.lock(id).filter(this::visible).orElseThrow(Messages::none);
    if (row.isForgotten()) {
      throw Problem.of(
              ProblemCode.WRONG_STATE,
              "",
              "The customer is gone, and the address with it",
              "Nothing can be sent to it any more.")
          .asException();
    }
    if (!row.state().maySendAgain() || row.recipient().isEmpty()) {
      throw Problem.of(
              ProblemCode.WRONG_STATE,
              "",
              "The message is " + row.state() + " and cannot be sent again",
              row.recipient().isEmpty()
                  ? "Give the customer or its people a mail address; later messages use it."
                  : "Wait for it: it is tried again by itself.")
          .asException();
    }
    MessageRow again = drafting.again(row, store.copies(row), clock.now());
    store.addAll(List.of(again));
    audit.record("message.sent-again", "message/" + id, Map.of("copy", again.copy()));
    return MessageView.of(again);
  }

  private boolean visible(MessageRow row) {
    return caller.sees(row.vendor());
  }

  private static Refused none() {
    return NotFound.of("message");
  }
}
