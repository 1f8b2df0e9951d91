package org.kontor.domain.message;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a mail is tried again: soon at first, then every half hour, so that after a long absence of
 * the server everything is tried within that time; given up after five days (RFC 5321, 4.5.4.1).
 */
public final class Retry {

  /** Pauses after the 1st, 2nd, … try; the last one is repeated. */
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30));

  private static final Duration GIVE_UP_AFTER = Duration.ofDays(5);

  private Retry() {}

  /**
   * @param tries made so far, at least 1
   * @param since when the mail was due first
   * @param now moment of the last try
   * @return empty: it is given up
   */
  public static Optional<Instant> next(int tries, Instant since, Instant now) {
    if (tries < 1) {
      throw new IllegalArgumentException("not tried yet");
    }
    Instant next = now.plus(PAUSES.get(Math.min(tries, PAUSES.size()) - 1));
    return next.isAfter(since.plus(GIVE_UP_AFTER)) ? Optional.empty() : Optional.of(next);
  }

  /**
   * How long the server is left alone when it could not be reached.
   *
   * @param failures in a row, at least 1
   */
  public static Duration pauseOfServer(int failures) {
    return Duration.ofSeconds(Math.min(60, 5L << Math.min(failures - 1, 4)));
  }
}
