package org.kontor.billing.message.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.billing.invoice.control.Documents;
import org.kontor.billing.invoice.control.StoredDocument;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.domain.message.Happened;
import org.kontor.domain.message.MessageAudience;
import org.kontor.domain.message.MessageDraft;
import org.kontor.domain.message.MessageSource;
import org.kontor.domain.policy.AccessPolicy;
import org.kontor.domain.policy.AccessStage;
import org.kontor.domain.policy.PolicyPack;

/**
 * Reminds of an open invoice before access stops, with the exact moment of the stop, and that data
 * cannot be exported afterwards (S1.38). Who has paid meanwhile is not reminded.
 */
@ApplicationScoped
public class ReminderMessages implements MessageSource {

  static final String TOPIC = "invoice.reminder";

  private final Documents documents;
  private final PolicyBook book;

  @Inject
  public ReminderMessages(Documents documents, PolicyBook book) {
    this.documents = documents;
    this.book = book;
  }

  /** For the container's proxy. */
  protected ReminderMessages() {
    this(null, null);
  }

  @Override
  public Set<String> topics() {
    return Set.of(TOPIC);
  }

  @Override
  public List<MessageDraft> drafts(Happened what) {
    Optional<StoredDocument> open = open(what);
    if (open.isEmpty()) {
      return List.of();
    }
    StoredDocument document = open.get();
    PolicyPack pack = book.inForce(what.vendor(), what.businessDate());
    Instant stop = stop(pack, document.dueDate());
    Map<String, Object> values =
        Map.of(
            "number", document.number(),
            "open", document.open(),
            "due", document.dueDate(),
            "stopsAt", stop,
            "export", DocumentMessages.export(pack.access()));
    return List.of(
        MessageDraft.mail(TOPIC, MessageAudience.DOCUMENTS, values),
        MessageDraft.notice(TOPIC, MessageAudience.ADMINISTRATOR, values, stop));
  }

  @Override
  public boolean stillWanted(Happened what) {
    return open(what).isPresent();
  }

  private Optional<StoredDocument> open(Happened what) {
    return documents.find(what.number("invoiceId")).filter(found -> !found.open().isZero());
  }

  /** The first stage that takes something away begins with its day, in the seller's zone. */
  private static Instant stop(PolicyPack pack, LocalDate due) {
    AccessPolicy access = pack.access();
    int days =
        access.stages().stream()
            .filter(AccessStage::restricts)
            .findFirst()
            .map(AccessStage::from)
            .orElse(1);
    return due.plusDays(days).atStartOfDay(pack.zone()).toInstant();
  }
}
