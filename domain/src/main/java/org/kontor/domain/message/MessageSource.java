package org.kontor.domain.message;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns what happened into messages. Implemented where the facts are; asked by the relay, never in
 * the transaction in which it happened.
 */
public interface MessageSource {

  /** The topics of the outbox it answers for. A topic may have several sources. */
  Set<String> topics();

  /**
   * What is to be said about it; the same again when it is asked again.
   *
   * @return empty when nothing is said
   */
  List<MessageDraft> drafts(Happened what);

  /**
   * Asked again right before sending: a reminder whose invoice was paid meanwhile is not sent. What
   * is no longer wanted is cancelled for good.
   */
  boolean stillWanted(Happened what);

  /**
   * What a draft says otherwise by now, for example a day that has moved. Asked right before a mail
   * is sent, and each time a notice is read.
   *
   * @return empty when it stands as it was drafted
   */
  default Optional<Renewed> renewed(Happened what) {
    return Optional.empty();
  }
}
