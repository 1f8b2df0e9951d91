package org.kontor.crm.message.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kontor.crm.message.control.MessageStore;

/** Whether people were really told: what deletions depend on. */
@Stateless
public class Deliveries {

  @Inject private MessageStore messages;

  /**
   * The moment at which the mail server had taken the mail for all recipients.
   *
   * @param topic and {@code key} of the outbox row
   * @return empty while one of them has not got it, bounced it, or has no address, and when nothing
   *     was mailed at all
   */
  public Optional<Instant> acceptedAt(String topic, String key) {
    List<Optional<Instant>> each = messages.acceptances(topic, key);
    if (each.isEmpty() || each.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    return each.stream().map(Optional::get).max(Instant::compareTo);
  }
}
