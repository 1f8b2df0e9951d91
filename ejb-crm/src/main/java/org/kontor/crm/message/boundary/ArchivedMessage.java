package org.kontor.crm.message.boundary;

import java.time.Instant;
import java.util.List;
import org.kontor.domain.message.MessageState;

/**
 * A mail as the customer's people see it.
 *
 * @param subject without the secret of a link
 * @param language ISO 639-1, of its words
 * @param recipient mail address; empty when nobody had one
 * @param attached ids of the invoices and credit notes that go with it
 * @param reason why it was not delivered, in the mail server's words; else empty
 */
public record ArchivedMessage(
    long id,
    String subject,
    String language,
    String recipient,
    MessageState state,
    Instant createdAt,
    Instant sentAt,
    List<Long> attached,
    String reason) {}
