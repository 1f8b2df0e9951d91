package org.kontor.crm.message.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.kontor.crm.message.control.Drafting;
import org.kontor.crm.message.control.MessageRow;
import org.kontor.crm.message.control.MessageStore;
import org.kontor.crm.message.control.NoticeStore;
import org.kontor.crm.message.control.NoticeStore.NoticeRow;
import org.kontor.crm.message.control.OutboxRows;
import org.kontor.crm.message.control.OutboxRows.Entry;
import org.kontor.crm.message.control.People;
import org.kontor.crm.message.control.People.Household;
import org.kontor.crm.message.control.Sources;
import org.kontor.domain.message.MessageDraft;
import org.kontor.domain.message.Retry;
import org.kontor.domain.time.BusinessClock;

/**
 * Turns rows of the outbox into mails and notices, each in the transaction that marks the row as
 * delivered; a row that is met again finds its messages there.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Relay {

  /** In place of a customer where a stranger is written to. */
  public static final long NOBODY = 0;

  private static final int CHUNK = 200;

  @Inject private OutboxRows outbox;
  @Inject private Sources sources;
  @Inject private People people;
  @Inject private Drafting drafting;
  @Inject private MessageStore messages;
  @Inject private NoticeStore notices;
  @Inject private BusinessClock clock;

  /**
   * @return rows delivered; 0 when none waits that is not in other hands
   */
  public int chunk() {
    List<Entry> entries = outbox.take(clock.now(), CHUNK);
    deliver(entries);
    return entries.size();
  }

  /** The rows of the next chunk, to be tried one by one when the chunk as a whole fails. */
  public List<Long> waiting() {
    return outbox.waiting(clock.now(), CHUNK);
  }

  /** One row alone, if it still waits. */
  public void one(long id) {
    deliver(outbox.takeOne(id).stream().toList());
  }

  /** Puts a row aside for a while. */
  public void putAside(long id, String reason) {
    outbox
        .takeOne(id)
        .ifPresent(
            entry -> {
              Instant now = clock.now();
              Instant next =
                  Retry.next(entry.tries() + 1, now, now).orElse(now.plus(Duration.ofHours(1)));
              outbox.failed(id, next, reason);
            });
  }

  private void deliver(List<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    Map<Long, Household> households =
        people.of(
            entries.stream()
                .map(entry -> entry.happened().customerId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    List<MessageRow> mails = new ArrayList<>();
    List<NoticeRow> shown = new ArrayList<>();
    Instant now = clock.now();
    for (Entry entry : entries) {
      Long customer = entry.happened().customerId();
      boolean nobodys = customer != null && customer == NOBODY;
      Household household = nobodys ? Household.ofNobody() : households.get(customer);
      // What concerns the vendor, or a customer who is gone, has nobody to be told to
      if (household != null) {
        for (MessageDraft draft : sources.drafts(entry.happened())) {
          mails.addAll(drafting.mails(entry, draft, household, now));
          drafting.notice(entry, draft, now).ifPresent(shown::add);
        }
      }
    }
    messages.addAll(mails);
    notices.addAll(shown);
    outbox.delivered(entries.stream().map(Entry::id).toList(), now);
  }
}
