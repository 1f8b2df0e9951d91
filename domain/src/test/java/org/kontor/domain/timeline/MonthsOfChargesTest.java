package org.kontor.domain.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.domain.money.Money;
import org.kontor.domain.timeline.Event.Item;
import org.kontor.domain.timeline.Event.Kind;
import org.kontor.domain.timeline.Event.Reason;

/** A charge a day is too much to read. */
class MonthsOfChargesTest {

  @Test
  void the_days_of_a_month_become_one_charge_where_the_last_one_stands() {
    List<Event> days = new ArrayList<>();
    LocalDate day = LocalDate.parse("2026-01-30");
    for (int i = 0; i < 4; i++) {
      days.add(charge(7, day.plusDays(i), "10.00"));
    }
    days.add(2, event(Kind.BALANCE_EXHAUSTED, 0, day.plusDays(1), null));
    List<Event> summed = MonthsOfCharges.summed(days);
    assertThat(summed)
        .extracting(Event::kind)
        .containsExactly(Kind.CHARGE, Kind.BALANCE_EXHAUSTED, Kind.CHARGE);
    Event january = summed.get(0);
    assertThat(january.amount()).isEqualTo(money("20.00"));
    assertThat(january.items()).containsExactly(new Item("base", "Base", money("20.00")));
    assertThat(january.facts())
        .isEqualTo(Map.of("from", "2026-01-30", "to", "2026-01-31", "charges", "2"));
  }

  @Test
  void two_subscriptions_are_not_mixed() {
    LocalDate day = LocalDate.parse("2026-01-30");
    List<Event> summed =
        MonthsOfCharges.summed(
            List.of(charge(7, day, "10.00"), charge(8, day, "1.00"), charge(7, day, "5.00")));
    assertThat(summed)
        .extracting(event -> event.subscriptionId() + " " + event.amount())
        .containsExactly("8 1.00 RUB", "7 15.00 RUB");
  }

  private static Event charge(long subscription, LocalDate day, String amount) {
    return event(Kind.CHARGE, subscription, day, money(amount));
  }

  private static Event event(Kind kind, long subscription, LocalDate day, Money amount) {
    return new Event(
        kind,
        Instant.parse(day.plusDays(1) + "T00:00:00Z"),
        day,
        subscription,
        amount,
        money("0.00"),
        0,
        Map.of(),
        new Reason(List.of("S2.5"), "intrum@1", ""),
        Map.of(),
        amount == null ? List.of() : List.of(new Item("base", "Base", amount)));
  }

  private static Money money(String amount) {
    return Money.of(amount, "RUB");
  }
}
