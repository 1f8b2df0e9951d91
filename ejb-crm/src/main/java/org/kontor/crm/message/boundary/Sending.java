package org.kontor.crm.message.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kontor.crm.message.control.Addresses;
import org.kontor.crm.message.control.Composing;
import org.kontor.crm.message.control.MailConnection;
import org.kontor.crm.message.control.MessageRow;
import org.kontor.crm.message.control.MessageStore;
import org.kontor.crm.message.control.OutboxRows;
import org.kontor.crm.message.control.ShownValues;
import org.kontor.crm.message.control.Sources;
import org.kontor.domain.message.Happened;
import org.kontor.domain.message.MessageState;
import org.kontor.domain.message.Retry;
import org.kontor.domain.message.SendResult;
import org.kontor.domain.message.SendResult.Verdict;
import org.kontor.domain.time.BusinessClock;

/**
 * Sends one mail in one transaction. Its row is locked from before the first word to the mail
 * server until the answer is stored: no other node sends it meanwhile, and when this node dies the
 * lock is gone with it. Only a death between the server's "250" and the commit repeats a mail, with
 * the same Message-ID.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Sending {

  private static final int AT_ONCE = 100;
  private static final int MOST_COUNTED = 10_000;

  @Inject private MessageStore messages;
  @Inject private OutboxRows outbox;
  @Inject private Sources sources;
  @Inject private Addresses addresses;
  @Inject private Composing composing;
  @Inject private BusinessClock clock;

  /** Mails that are due, the one that has waited for longest first. */
  public List<Long> due() {
    return messages.due(clock.now(), AT_ONCE);
  }

  /** The same of those that carry no document. */
  public List<Long> duePlain() {
    return messages.duePlain(clock.now(), AT_ONCE);
  }

  /** Mails that are due and not sent yet; counted up to {@value #MOST_COUNTED}. */
  public int waiting() {
    return messages.waiting(clock.now(), MOST_COUNTED);
  }

  /**
   * Sends a mail, unless it is not due any more, not wanted any more, or in other hands.
   *
   * @return what became of it
   */
  public Done send(long id, MailConnection connection) {
    Instant now = clock.now();
    Optional<MessageRow> taken = messages.takeDue(id, now);
    if (taken.isEmpty()) {
      return Done.IN_OTHER_HANDS;
    }
    MessageRow row = taken.get();
    Optional<Happened> what = outbox.happened(row.outboxId());
    if (!what.map(sources::stillWanted).orElse(true)) {
      messages.settle(id, MessageState.CANCELLED, "what it was about is over");
      return Done.SETTLED;
    }
    Optional<String> refusal = addresses.refusal(row.vendor(), row.recipient());
    if (refusal.isPresent()) {
      messages.settle(id, MessageState.BOUNCED, "refused before: " + refusal.get());
      return Done.SETTLED;
    }
    MessageRow current =
        what.flatMap(sources::renewed)
            .map(said -> messages.say(row, ShownValues.with(row.shown(), said.values())))
            .orElse(row);
    SendResult result = composing.send(current, connection, now);
    store(row, result);
    return result.verdict() == Verdict.SERVER_AWAY ? Done.SERVER_AWAY : Done.ANSWERED;
  }

  /** It could not even be tried: later again. */
  public void postpone(long id, String reason) {
    messages
        .takeDue(id, clock.now())
        .ifPresent(row -> retry(row, clock.now(), "could not be made: " + reason));
  }

  private void store(MessageRow row, SendResult result) {
    Instant now = clock.now();
    switch (result.verdict()) {
      case ACCEPTED -> messages.outcome(row, MessageState.SENT, now, now, "");
      case REFUSED -> messages.outcome(row, MessageState.FAILED, now, now, result.reason());
      case HARD_BOUNCE -> {
        messages.outcome(row, MessageState.BOUNCED, now, now, result.reason());
        addresses.bounced(row, result.reason(), now);
      }
      case RETRY, SERVER_AWAY -> retry(row, now, result.reason());
    }
  }

  private void retry(MessageRow row, Instant now, String reason) {
    Optional<Instant> next = Retry.next(row.tries() + 1, row.createdAt(), now);
    messages.outcome(
        row,
        next.isPresent() ? MessageState.WAITING : MessageState.FAILED,
        next.orElse(now),
        now,
        next.isPresent() ? reason : "given up: " + reason);
  }

  /** What became of an attempt to send. */
  public enum Done {
    /** Another node has it, or it is not due any more. */
    IN_OTHER_HANDS,
    /** It needed no mail server. */
    SETTLED,
    ANSWERED,
    SERVER_AWAY
  }
}
