package org.kontor.domain.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A time in which nobody is restricted although the debt stands.
 *
 * @param cause PROMISE, HOLD, TRANSFER_NOTICE or DELETION_NOTICE
 * @param from first moment
 * @param until first moment after it; null when something else ends it
 * @param subject its id, or staff's reason
 * @param skipped days off that it was prolonged by
 */
public record Relief(
    Cause cause, Instant from, Instant until, String subject, List<LocalDate> skipped) {

  public Relief {
    skipped = List.copyOf(skipped);
  }

  boolean covers(Instant moment) {
    return !moment.isBefore(from) && (until == null || moment.isBefore(until));
  }

  boolean outlasts(Relief other) {
    return other.until != null && (until == null || until.isAfter(other.until));
  }

  List<String> rules() {
    return switch (cause) {
      case PROMISE -> List.of("S2.30");
      case DELETION_NOTICE -> List.of("S3.44");
      default -> List.of();
    };
  }
}
