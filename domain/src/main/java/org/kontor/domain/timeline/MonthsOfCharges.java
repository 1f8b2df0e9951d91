package org.kontor.domain.timeline;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kontor.domain.money.Money;
import org.kontor.domain.timeline.Event.Item;
import org.kontor.domain.timeline.Event.Kind;

/** A charge a day is too much to read: those of a month as one, where its last one stands. */
public final class MonthsOfCharges {

  private MonthsOfCharges() {}

  /**
   * @param events in their order
   * @return the same, with one charge for each subscription and month; its facts are {@code from},
   *     {@code to} and the number of {@code charges}
   */
  public static List<Event> summed(List<Event> events) {
    Map<Month, List<Event>> months = new LinkedHashMap<>();
    for (Event event : events) {
      if (event.kind() == Kind.CHARGE) {
        months.computeIfAbsent(Month.of(event), month -> new ArrayList<>()).add(event);
      }
    }
    List<Event> result = new ArrayList<>();
    for (Event event : events) {
      if (event.kind() != Kind.CHARGE) {
        result.add(event);
        continue;
      }
      List<Event> month = months.get(Month.of(event));
      if (month.get(month.size() - 1) == event) {
        result.add(sum(month, event));
      }
    }
    return result;
  }

  private static Event sum(List<Event> month, Event last) {
    Money amount = null;
    Map<String, Item> items = new LinkedHashMap<>();
    for (Event charge : month) {
      amount = amount == null ? charge.amount() : amount.plus(charge.amount());
      for (Item item : charge.items()) {
        items.merge(
            item.code(), item, (a, b) -> new Item(a.code(), b.name(), a.amount().plus(b.amount())));
      }
    }
    LocalDate from = month.get(0).day();
    return new Event(
        Kind.CHARGE,
        last.at(),
        last.day(),
        last.subscriptionId(),
        amount,
        last.balance(),
        0,
        Map.of(),
        last.because(),
        Map.of(
            "from", from.toString(),
            "to", last.day().toString(),
            "charges", Integer.toString(month.size())),
        List.copyOf(items.values()));
  }

  private record Month(long subscriptionId, YearMonth month) {

    static Month of(Event charge) {
      return new Month(charge.subscriptionId(), YearMonth.from(charge.day()));
    }
  }
}
