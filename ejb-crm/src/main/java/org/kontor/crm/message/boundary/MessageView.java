package org.kontor.crm.message.boundary;

import java.time.Instant;
import java.time.LocalDate;
import org.kontor.crm.message.control.MessageRow;
import org.kontor.domain.message.MessageState;

/**
 * A mail to a customer, and what became of it.
 *
 * @param topic what it is about, for example {@code invoice.issued}; with {@code key} what it
 *     happened to
 * @param recipient mail address; empty when nobody has one
 * @param messageId the header that the mail carries
 * @param copy 0, then counting what was sent again
 * @param dueAt when it is tried (again), while it waits
 * @param reason why it waits or was not delivered, as the mail server said it; else empty
 */
public record MessageView(
    long id,
    long customerId,
    String topic,
    String key,
    String template,
    String recipient,
    String language,
    String messageId,
    int copy,
    LocalDate businessDate,
    MessageState state,
    int tries,
    Instant createdAt,
    Instant dueAt,
    Instant sentAt,
    String reason) {

  static MessageView of(MessageRow row) {
    return new MessageView(
        row.id(),
        row.customerId(),
        row.topic(),
        row.key(),
        row.template(),
        row.recipient(),
        row.language(),
        row.messageId(),
        row.copy(),
        row.businessDate(),
        row.state(),
        row.tries(),
        row.createdAt(),
        row.state() == MessageState.WAITING ? row.dueAt() : null,
        row.sentAt(),
        row.reason());
  }
}
