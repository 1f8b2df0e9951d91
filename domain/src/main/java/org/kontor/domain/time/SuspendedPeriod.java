package org.kontor.domain.time;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Days on which the law on public holidays does not apply: holidays, moved days off and short days
 * are ordinary working days, Saturdays and Sundays stay free (Ukraine under martial law).
 *
 * @param from first day, included
 * @param to last day, included; null while the end is not known
 * @param source the law that suspends
 */
public record SuspendedPeriod(LocalDate from, LocalDate to, String source) {

  public SuspendedPeriod {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(source, "source");
  }

  public boolean contains(LocalDate date) {
    return !date.isBefore(from) && (to == null || !date.isAfter(to));
  }
}
