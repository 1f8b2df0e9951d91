package org.kontor.domain.retention;

import java.time.Instant;
import java.util.Optional;

/** Whether people were really told: nothing is deleted without it. */
public interface NoticeDelivery {

  /**
   * The moment at which the mail server had taken the notice for all recipients.
   *
   * @param topic and {@code key} of what happened, as the outbox has it
   * @return empty while one of them has not got it
   */
  Optional<Instant> acceptedAt(String topic, String key);
}
