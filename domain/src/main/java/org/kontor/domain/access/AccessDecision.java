package org.kontor.domain.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.kontor.domain.customer.Role;

/**
 * Who may do what at a moment, because of what, until when, and what comes next if nothing else
 * happens.
 *
 * @param stage rung of the ladder, from 1; 0 = not restricted by it
 * @param until first moment of {@code next}; null when it stays so
 * @param next what the person can do then; null when it stays so
 * @param nextStage rung of the ladder then
 * @param skippedDays days off that put {@code until} off, or the present step
 */
public record AccessDecision(
    Role role,
    Instant moment,
    int stage,
    Allowed allowed,
    Because because,
    Instant until,
    Allowed next,
    int nextStage,
    List<LocalDate> skippedDays) {

  public AccessDecision {
    skippedDays = List.copyOf(skippedDays);
  }

  /** When the next change comes; the same as {@code until}. */
  public Instant nextAt() {
    return until;
  }
}
