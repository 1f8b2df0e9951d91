package org.kontor.crm.message.control;

import java.time.Instant;
import java.time.LocalDate;
import org.kontor.domain.message.MessageState;

/** One mail to one recipient, as it is stored (V007). */
public record MessageRow(
    long id,
    long outboxId,
    String vendor,
    long customerId,
    String topic,
    String key,
    String template,
    String recipient,
    int copy,
    Long personId,
    String language,
    String messageId,
    String shown,
    String attachments,
    LocalDate businessDate,
    MessageState state,
    int tries,
    Instant dueAt,
    Instant createdAt,
    Instant sentAt,
    String reason) {

  /** Whether its customer is gone, and the recipient is only a hash. */
  public boolean isForgotten() {
    return recipient.startsWith(ForgottenContacts.HASHED);
  }
}
