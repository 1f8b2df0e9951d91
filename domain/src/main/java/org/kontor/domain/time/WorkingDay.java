package org.kontor.domain.time;

import java.time.LocalDate;
import java.util.List;

/**
 * A working day that was looked for, and the days that were passed over on the way to it.
 *
 * @param day the working day
 * @param skipped days off between the first day looked at and {@code day}, ascending
 */
public record WorkingDay(LocalDate day, List<LocalDate> skipped) {

  public WorkingDay {
    skipped = List.copyOf(skipped);
  }
}
