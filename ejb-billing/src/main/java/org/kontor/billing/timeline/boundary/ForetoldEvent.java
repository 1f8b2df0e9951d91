package org.kontor.billing.timeline.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kontor.domain.access.Allowed;
import org.kontor.domain.money.Money;
import org.kontor.domain.timeline.Event;

/**
 * Something that will happen.
 *
 * @param day local day of the seller that it belongs to, for example the day charged for
 * @param subscriptionId null where it concerns the customer
 * @param balance paid money and bonus after it
 * @param stage rung of the ladder, from 1; null where access does not change
 * @param audience what each role can do from then on, by role; null where access does not change
 * @param rules ids of the rules that say so
 * @param policy {@code code@version}
 * @param document number or key of the document that it comes from; null without one
 * @param facts more, by name
 * @param items what an amount consists of; null without one
 */
public record ForetoldEvent(
    Event.Kind kind,
    Instant at,
    LocalDate day,
    Long subscriptionId,
    BigDecimal amount,
    BigDecimal balance,
    Integer stage,
    Map<String, Audience> audience,
    List<String> rules,
    String policy,
    String document,
    Map<String, String> facts,
    List<Part> items) {

  /** What somebody can do. */
  public record Audience(String effect, boolean paymentPage, boolean export, boolean support) {

    static Audience of(Allowed allowed) {
      return new Audience(
          allowed.effect().name(), allowed.paymentPage(), allowed.export(), allowed.support());
    }
  }

  /** A part of an amount. */
  public record Part(String code, String name, BigDecimal amount) {}

  static ForetoldEvent of(Event event) {
    boolean access = event.kind() == Event.Kind.ACCESS;
    Map<String, Audience> audience = new TreeMap<>();
    event.audience().forEach((role, what) -> audience.put(role.name(), Audience.of(what)));
    List<Part> items =
        event.items().stream()
            .map(item -> new Part(item.code(), item.name(), item.amount().amount()))
            .toList();
    return new ForetoldEvent(
        event.kind(),
        event.at(),
        event.day(),
        event.subscriptionId() == 0 ? null : event.subscriptionId(),
        amount(event.amount()),
        event.balance().amount(),
        access ? event.stage() : null,
        access ? audience : null,
        event.because().rules(),
        event.because().policy(),
        event.because().document().isEmpty() ? null : event.because().document(),
        new TreeMap<>(event.facts()),
        items.isEmpty() ? null : items);
  }

  private static BigDecimal amount(Money money) {
    return money == null ? null : money.amount();
  }
}
