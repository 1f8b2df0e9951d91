package org.kontor.crm.message.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.crm.message.control.NoticeStore.NoticeRow;
import org.kontor.crm.message.control.OutboxRows.Entry;
import org.kontor.crm.message.control.People.Household;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.domain.message.Addressee;
import org.kontor.domain.message.AttachmentRef;
import org.kontor.domain.message.Happened;
import org.kontor.domain.message.MessageDraft;
import org.kontor.domain.message.MessageId;
import org.kontor.domain.message.MessageState;
import org.kontor.domain.message.Senders;

/** Makes the rows of a draft: a mail for each recipient, a notice for all. */
@ApplicationScoped
public class Drafting {

  private static final Addressee NOBODY = new Addressee(null, "", "", "");

  @Inject private Ids ids;
  @Inject private Senders senders;
  @Inject private Redirected redirected;

  /**
   * @throws IllegalArgumentException when there is no text of that name
   */
  public List<MessageRow> mails(Entry entry, MessageDraft draft, Household household, Instant now) {
    if (!draft.email()) {
      return List.of();
    }
    requireText(draft);
    List<Addressee> reached = household.reached(draft);
    if (reached.isEmpty() && !draft.to().mustBeReached()) {
      return List.of();
    }
    return reached.isEmpty()
        ? List.of(mail(entry, draft, NOBODY, household, now))
        : reached.stream().map(to -> mail(entry, draft, to, household, now)).toList();
  }

  public Optional<NoticeRow> notice(Entry entry, MessageDraft draft, Instant now) {
    if (!draft.inApplication()) {
      return Optional.empty();
    }
    requireText(draft);
    Happened what = entry.happened();
    return Optional.of(
        new NoticeRow(
            ids.next(),
            entry.id(),
            what.vendor(),
            what.customerId(),
            what.topic(),
            what.key(),
            draft.template(),
            draft.to(),
            ShownValues.write(draft.values()),
            now,
            draft.noticeUntil()));
  }

  /** The same mail once more, because a person asked for it; to the address of today. */
  public MessageRow again(MessageRow first, int copy, Instant now) {
    Addressee to = new Addressee(first.personId(), redirected.present(first), "", first.language());
    return again(first, copy, to, now);
  }

  /** The same mail once more, to a person of the customer who asked for it. */
  public MessageRow again(MessageRow first, int copy, Addressee to, Instant now) {
    return new MessageRow(
        ids.next(),
        first.outboxId(),
        first.vendor(),
        first.customerId(),
        first.topic(),
        first.key(),
        first.template(),
        to.address(),
        copy,
        to.personId(),
        to.language(),
        redirected.messageId(first, to.address(), copy),
        first.shown(),
        first.attachments(),
        first.businessDate(),
        MessageState.WAITING,
        0,
        now,
        now,
        null,
        "");
  }

  /** The references of a row, as they were drafted. */
  public static List<AttachmentRef> attachments(MessageRow row) {
    return row.attachments().isEmpty()
        ? List.of()
        : List.of(row.attachments().split(" ")).stream()
            .map(ref -> ref.split(":", 2))
            .map(ref -> new AttachmentRef(ref[0], Long.parseLong(ref[1])))
            .toList();
  }

  private MessageRow mail(
      Entry entry, MessageDraft draft, Addressee to, Household household, Instant now) {
    Happened what = entry.happened();
    String language = to.language().isEmpty() ? household.billing().language() : to.language();
    return new MessageRow(
        ids.next(),
        entry.id(),
        what.vendor(),
        what.customerId(),
        what.topic(),
        what.key(),
        draft.template(),
        to.address(),
        0,
        to.personId(),
        language,
        MessageId.of(
            what.vendor(),
            what.topic(),
            what.key(),
            draft.template(),
            to.address(),
            0,
            senders.of(what.vendor(), what.businessDate()).domain()),
        ShownValues.write(draft.values()),
        draft.attachments().stream()
            .map(ref -> ref.kind() + ":" + ref.id())
            .collect(Collectors.joining(" ")),
        what.businessDate(),
        to == NOBODY ? MessageState.NO_ADDRESS : MessageState.WAITING,
        0,
        now,
        now,
        null,
        to == NOBODY ? "nobody of " + draft.to() + " has an address" : "");
  }

  private static void requireText(MessageDraft draft) {
    if (!Templates.all().has(draft.template())) {
      throw new IllegalArgumentException("there is no text " + draft.template());
    }
  }
}
