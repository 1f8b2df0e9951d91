package org.kontor.domain.message;

import java.time.Instant;
import java.util.Map;

/**
 * What a message says as it stands now, in place of what was drafted.
 *
 * @param values only those that may have changed, of the types that {@link MessageDraft} allows
 * @param noticeUntil last moment at which its notice is shown; null when it does not expire
 */
public record Renewed(Map<String, Object> values, Instant noticeUntil) {

  public Renewed {
    values = Map.copyOf(values);
  }
}
