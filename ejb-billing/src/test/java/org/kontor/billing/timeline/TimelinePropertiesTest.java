package org.kontor.billing.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.pricing.ChargeOutcome.Charged;
import org.kontor.domain.pricing.DailyPricing;
import org.kontor.domain.timeline.Assumptions;
import org.kontor.domain.timeline.Event;
import org.kontor.domain.timeline.Event.Kind;
import org.kontor.domain.timeline.Holding;
import org.kontor.domain.timeline.Timeline;

/** Random accounts of the five vendors; {@code -Dseed=…} repeats a failing one. */
class TimelinePropertiesTest {

  private static final List<String> VENDORS =
      List.of("prim", "intrum", "kabinet", "perfectum", "prestaimport");
  private static final LocalDate FIRST = LocalDate.parse("2025-02-01");

  private final long seed = Long.getLong("seed", new Random().nextLong());
  private final Random random = new Random(seed);

  @RepeatedTest(12)
  void what_comes_sooner_does_not_depend_on_how_far_one_looks() {
    for (String vendor : VENDORS) {
      Foretold account = account(vendor);
      LocalDate today = LocalDate.ofInstant(account.account().now(), account.pack.zone());
      LocalDate near = today.plusDays(random.nextInt(120));
      LocalDate far = near.plusDays(random.nextInt(270));
      List<Event> soon = account.until(near.toString());
      List<Event> all = account.until(far.toString());
      assertThat(all.subList(0, soon.size())).as("%s, seed %s", vendor, seed).isEqualTo(soon);
      assertThat(all.subList(soon.size(), all.size()))
          .as("%s, seed %s", vendor, seed)
          .allMatch(event -> LocalDate.ofInstant(event.at(), account.pack.zone()).isAfter(near));
    }
  }

  @RepeatedTest(12)
  void each_event_moves_the_balance_by_what_it_says_and_nothing_else_does() {
    for (String vendor : VENDORS) {
      Foretold account = account(vendor);
      Money balance = account.account().balance().total();
      for (Event event : account.until(horizon(account))) {
        Money moved = event.balance().minus(balance);
        Money expected =
            switch (event.kind()) {
              case CHARGE, CREDIT_USED -> event.amount().negated();
              case PAYMENT -> paid(account, event, moved);
              default -> account.money("0.00");
            };
        assertThat(moved).as("%s %s, seed %s", vendor, event, seed).isEqualTo(expected);
        balance = event.balance();
      }
    }
  }

  /** A top-up with its bonus, or what invoices left of a payment. */
  private static Money paid(Foretold account, Event event, Money moved) {
    if (account.pack.code().equals("intrum") || account.pack.code().equals("kabinet")) {
      return event.amount().plus(account.money(event.facts().getOrDefault("bonus", "0.00")));
    }
    assertThat(moved.isNegative() || moved.compareTo(event.amount()) > 0).isFalse();
    return moved;
  }

  @RepeatedTest(6)
  void each_foretold_day_costs_what_the_run_would_charge() {
    Foretold account = account("intrum");
    PolicyPack pack = account.pack;
    Holding holding = account.account().holdings().get(0);
    for (Event event : account.until(horizon(account), Kind.CHARGE)) {
      Charged charged =
          (Charged)
              DailyPricing.charge(
                  pack, holding.subscription(), holding.use().on(event.day()), event.day(), "en");
      assertThat(event.amount()).as("seed %s", seed).isEqualTo(charged.total());
      assertThat(event.at())
          .isEqualTo(event.day().plusDays(1).atStartOfDay(pack.zone()).toInstant());
    }
  }

  @RepeatedTest(12)
  void whoever_pays_all_that_is_owed_is_free_at_that_moment() {
    for (String vendor : List.of("intrum", "kabinet", "prim")) {
      Foretold account = account(vendor);
      Event blocked =
          account.until(horizon(account), Kind.ACCESS).stream()
              .filter(event -> event.stage() > 0)
              .findFirst()
              .orElse(null);
      if (blocked == null) {
        continue;
      }
      String at = blocked.at().plusSeconds(3600).atZone(account.pack.zone()).toLocalDateTime() + "";
      List<Event> events = account.pays("1000000.00", at).until(horizon(account));
      assertThat(events)
          .as("%s, seed %s", vendor, seed)
          .filteredOn(event -> event.kind() == Kind.ACCESS)
          .filteredOn(event -> event.at().equals(blocked.at().plusSeconds(3600)))
          .singleElement()
          .matches(event -> event.stage() == 0);
    }
  }

  @RepeatedTest(12)
  void nothing_is_deleted_without_its_notices_before_it() {
    for (String vendor : VENDORS) {
      Foretold account = account(vendor);
      List<Event> events = account.until(horizon(account));
      for (Event deleted : events) {
        if (deleted.kind() == Kind.DELETED) {
          List<Integer> told =
              events.stream()
                  .takeWhile(event -> event != deleted)
                  .filter(event -> event.kind() == Kind.NOTICE)
                  .map(event -> Integer.valueOf(event.facts().get("daysLeft")))
                  .toList();
          assertThat(told).as("%s, seed %s", vendor, seed).endsWith(3, 1).hasSizeGreaterThan(2);
        }
      }
    }
  }

  @Test
  void a_horizon_too_far_and_a_payment_in_the_past_are_refused() {
    Foretold account = new Foretold("kabinet", "base", "2026-02-01T12:00");
    LocalDate today = LocalDate.parse("2026-02-01");
    for (LocalDate until : List.of(today.minusDays(1), today.plusDays(401))) {
      assertThat(
              catchThrown(() -> Timeline.of(account.account(), Assumptions.NOTHING_IS_DONE, until)))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(
            catchThrown(
                () ->
                    new Foretold("kabinet", "base", "2026-02-01T12:00")
                        .pays("1.00", "2026-02-01T12:00")
                        .until("2026-02-28")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Throwable catchThrown(Runnable act) {
    return org.assertj.core.api.Assertions.catchThrowable(act::run);
  }

  private String horizon(Foretold account) {
    return LocalDate.ofInstant(account.account().now(), account.pack.zone())
        .plusDays(400)
        .toString();
  }

  private Foretold account(String vendor) {
    LocalDate today = FIRST.plusDays(random.nextInt(700));
    String now = today + "T" + (10 + random.nextInt(14)) + ":30";
    boolean sells = vendor.equals("perfectum") || vendor.equals("prestaimport");
    String plan =
        sells ? null : vendor.equals("prim") ? "start" : vendor.equals("intrum") ? "crm" : "base";
    Foretold account = new Foretold(vendor, plan, now);
    LocalDate since = today.minusDays(random.nextInt(30));
    account.since(since.toString()).heads(random.nextInt(30));
    switch (vendor) {
      case "prim" -> {
        if (random.nextInt(4) == 0) {
          account.trial(since.plusDays(31).toString());
        } else {
          account.charged(today.withDayOfMonth(today.lengthOfMonth()).toString());
        }
        account.component("courier-fan", random.nextInt(2));
      }
      case "intrum" -> account.charged(today.minusDays(1).toString()).balance(cents(5000));
      case "kabinet" -> {
        account.balance(cents(100)).bonus(random.nextBoolean() ? "0.00" : cents(20));
        account.component("source-viber", random.nextInt(2));
        if (random.nextBoolean()) {
          account.seen(today.toString());
        }
      }
      default -> account.balance(cents(10));
    }
    if (random.nextBoolean()) {
      account.pays(cents(900), today.plusDays(1 + random.nextInt(150)) + "T15:00");
    }
    return account;
  }

  private String cents(int most) {
    int cents = 1 + random.nextInt(most * 100);
    return cents / 100 + "." + String.format("%02d", cents % 100);
  }
}
