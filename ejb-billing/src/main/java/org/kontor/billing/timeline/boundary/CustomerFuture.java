package org.kontor.billing.timeline.boundary;

import java.time.LocalDate;
import java.util.List;
import org.kontor.domain.timeline.Assumptions;

/**
 * What will happen to all services of a customer.
 *
 * @param until last day of it
 * @param lastsThrough last day whose charges the balance covers; null when it lasts beyond {@code
 *     until}, or is exhausted already
 * @param assumptions what is taken for granted
 * @param idle what happens if nothing is done
 * @param inTime what happens if all that is open is paid in time; the same where nothing is open
 * @param owing whether something is open
 */
public record CustomerFuture(
    LocalDate until,
    LocalDate lastsThrough,
    List<Assumptions.Taken> assumptions,
    List<ForetoldEvent> idle,
    List<ForetoldEvent> inTime,
    boolean owing) {

  /** Of one service and of what concerns all of them, if nothing is done. */
  public List<ForetoldEvent> of(long subscriptionId) {
    return idle.stream()
        .filter(e -> e.subscriptionId() == null || e.subscriptionId() == subscriptionId)
        .toList();
  }
}
