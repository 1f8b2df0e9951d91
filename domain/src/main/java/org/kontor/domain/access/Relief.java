package org.kontor.domain.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A time in which nobody is restricted although the debt stands.
 *
 * @param cause PROMISE, HOLD or TRANSFER_NOTICE
 * @param from first moment
 * @param until first moment after it
 * @param subject its id, or staff's reason
 * @param skipped days off that it was prolonged by
 */
public record Relief(
    Cause cause, Instant from, Instant until, String subject, List<LocalDate> skipped) {

  public Relief {
    skipped = List.copyOf(skipped);
  }

  boolean covers(Instant moment) {
    return !moment.isBefore(from) && moment.isBefore(until);
  }

  List<String> rules() {
    return cause == Cause.PROMISE ? List.of("S2.30") : List.of();
  }
}
