package org.kontor.web.client.timeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kontor.billing.timeline.boundary.ForetoldEvent;
import org.kontor.billing.timeline.boundary.TimelineView;
import org.kontor.domain.timeline.Event;

/**
 * What is charged next: taken from the balance, or invoiced. A timeline tells the charges of all
 * services that share the balance.
 *
 * @param day on which it is, or the last one of a month's daily charges
 */
public record NextCharge(Event.Kind kind, LocalDate day, BigDecimal amount) {

  /**
   * Of the service that the timeline is of, or of an invoice for all; null when none is in sight.
   */
  public static ForetoldEvent of(TimelineView service) {
    return charges(service)
        .filter(e -> e.subscriptionId() == null || e.subscriptionId() == service.subscriptionId())
        .findFirst()
        .orElse(null);
  }

  /**
   * What the customer is charged next: the sum of what its services are charged alike on the first
   * day; null when none is in sight.
   *
   * @param services timelines of one customer, of one moment
   */
  public static NextCharge ofAll(List<TimelineView> services) {
    Map<Key, ForetoldEvent> all = new LinkedHashMap<>();
    services.stream()
        .flatMap(NextCharge::charges)
        .forEach(event -> all.putIfAbsent(Key.of(event), event));
    return all.values().stream()
        .min(Comparator.comparing(ForetoldEvent::day))
        .map(
            first ->
                new NextCharge(
                    first.kind(),
                    first.day(),
                    all.values().stream()
                        .filter(e -> e.kind() == first.kind() && e.day().equals(first.day()))
                        .map(ForetoldEvent::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)))
        .orElse(null);
  }

  private static Stream<ForetoldEvent> charges(TimelineView view) {
    return view.events().stream()
        .filter(e -> e.kind() == Event.Kind.INVOICE || e.kind() == Event.Kind.CHARGE)
        .filter(e -> e.amount() != null);
  }

  private record Key(Event.Kind kind, Long subscriptionId, LocalDate day, String document) {

    static Key of(ForetoldEvent event) {
      return new Key(event.kind(), event.subscriptionId(), event.day(), event.document());
    }
  }
}
