package org.kontor.crm.message.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.Outbox;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.customer.AddressMoved;
import org.kontor.domain.customer.DocumentAddresses;
import org.kontor.domain.message.MessageId;
import org.kontor.domain.message.MessageState;
import org.kontor.domain.message.Senders;
import org.kontor.domain.time.BusinessClock;

/**
 * Mail follows whom it is for: what waits goes to the present address, and the address before is
 * told that it is one no more.
 */
@ApplicationScoped
public class Redirected implements AddressMoved {

  static final String CHANGED = "person.email-changed";
  private static final String TAKEN_AWAY = "documents go to that address no more";

  @Inject private Sql sql;
  @Inject private Ids ids;
  @Inject private MessageStore messages;
  @Inject private Senders senders;
  @Inject private Outbox outbox;
  @Inject private BusinessClock clock;

  @Override
  public void person(
      String vendor,
      long customerId,
      long personId,
      String language,
      String before,
      String now,
      LocalDate day) {
    messages.waitingFor(personId).stream()
        .filter(row -> !row.topic().equals(CHANGED))
        .forEach(row -> redirect(row, now));
    tell(vendor, customerId, personId, language, before, day);
  }

  @Override
  public void documents(long customerId, DocumentAddresses before, DocumentAddresses now) {
    if (before.equals(now)) {
      return;
    }
    for (MessageRow row : messages.waitingForBilling(customerId)) {
      if (row.topic().equals(CHANGED)) {
        continue; // A warning to where somebody was reached before; no document
      }
      before
          .heir(row.recipient(), now)
          .ifPresentOrElse(
              heir -> redirect(row, heir),
              () -> messages.settle(row.id(), MessageState.CANCELLED, TAKEN_AWAY));
    }
  }

  /** Where a message would go today; its own recipient when nobody else is known. */
  String present(MessageRow row) {
    String found =
        row.personId() == null
            ? sql.one(
                    r -> r.getString(1),
                    "select case when ? = any(string_to_array(further_emails, ' ')) then ?"
                        + " else lower(trim(email)) end"
                        + " from customer where id = ?",
                    row.recipient(),
                    row.recipient(),
                    row.customerId())
                .orElse("")
            : sql.one(
                    r -> r.getString(1),
                    "select lower(email) from person where id = ?",
                    row.personId())
                .orElse("");
    return found.isEmpty() || row.topic().equals(CHANGED) ? row.recipient() : found;
  }

  /** The same message to another address, with the identity that it has there. */
  String messageId(MessageRow row, String recipient, int copy) {
    return MessageId.of(
        row.vendor(),
        row.topic(),
        row.key(),
        row.template(),
        recipient,
        copy,
        senders.of(row.vendor(), row.businessDate()).domain());
  }

  private void redirect(MessageRow row, String now) {
    if (row.recipient().equals(now)) {
      return;
    }
    if (!messages.redirect(row, now, messageId(row, now, row.copy()))) {
      messages.settle(row.id(), MessageState.CANCELLED, "it goes to that address already");
    }
  }

  private void tell(
      String vendor,
      long customerId,
      long personId,
      String language,
      String before,
      LocalDate day) {
    Instant now = clock.now();
    long id = ids.next();
    String key = Long.toString(id);
    outbox.add(CHANGED, key, vendor, customerId, Map.of("person", personId), day);
    long entry =
        sql.one(
                row -> row.getLong(1),
                "select id from outbox where topic = ? and key = ?",
                CHANGED,
                key)
            .orElseThrow();
    MessageRow row =
        new MessageRow(
            id,
            entry,
            vendor,
            customerId,
            CHANGED,
            key,
            CHANGED,
            before,
            0,
            null,
            language,
            MessageId.of(
                vendor, CHANGED, key, CHANGED, before, 0, senders.of(vendor, day).domain()),
            ShownValues.write(Map.of()),
            "",
            day,
            MessageState.WAITING,
            0,
            now,
            now,
            null,
            "");
    messages.addAll(List.of(row));
  }
}
