package org.kontor.web.client.timeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.kontor.billing.timeline.boundary.ForetoldEvent;
import org.kontor.domain.timeline.Event;

/**
 * What is charged next: taken from the balance, or invoiced.
 *
 * @param day on which it is, or the last one of a month's daily charges
 */
public record NextCharge(Event.Kind kind, LocalDate day, BigDecimal amount) {

  /**
   * Of one service, or of an invoice for all; null when none is in sight.
   *
   * @param future of the customer
   */
  public static ForetoldEvent of(List<ForetoldEvent> future, long subscriptionId) {
    return charges(future)
        .filter(e -> e.subscriptionId() == null || e.subscriptionId() == subscriptionId)
        .findFirst()
        .orElse(null);
  }

  /**
   * What the customer is charged next: the sum of what all its services are charged alike on the
   * first day; null when none is in sight.
   */
  public static NextCharge ofAll(List<ForetoldEvent> future) {
    return charges(future)
        .min(Comparator.comparing(ForetoldEvent::day))
        .map(
            first ->
                new NextCharge(
                    first.kind(),
                    first.day(),
                    charges(future)
                        .filter(e -> e.kind() == first.kind() && e.day().equals(first.day()))
                        .map(ForetoldEvent::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)))
        .orElse(null);
  }

  private static Stream<ForetoldEvent> charges(List<ForetoldEvent> future) {
    return future.stream()
        .filter(e -> e.kind() == Event.Kind.INVOICE || e.kind() == Event.Kind.CHARGE)
        .filter(e -> e.amount() != null);
  }
}
