package org.kontor.billing.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kontor.domain.access.Cause;
import org.kontor.domain.access.OpenCase;
import org.kontor.domain.access.Relief;
import org.kontor.domain.customer.Role;
import org.kontor.domain.policy.AccessPolicy.Trigger;
import org.kontor.domain.policy.AccessStage.Effect;
import org.kontor.domain.timeline.Event;
import org.kontor.domain.timeline.Event.Kind;

/** The golden scenarios as they are foretold, from the packs themselves. */
class TimelineTest {

  @Test
  void golden_1_an_unpaid_invoice_is_foretold_to_stop_the_account_and_to_delete_it() {
    Foretold prim =
        new Foretold("prim", "start", "2026-02-15T10:00").since("2026-01-01").charged("2026-02-28");
    assertThat(
            prim
                .until(
                    "2026-05-31",
                    Kind.INVOICE,
                    Kind.INVOICE_REMINDER,
                    Kind.INVOICE_DUE,
                    Kind.STOPPED,
                    Kind.ACCESS,
                    Kind.NOTICE,
                    Kind.CLOSED,
                    Kind.DELETED,
                    Kind.PURGED)
                .stream()
                .map(prim::line))
        .containsExactly(
            "INVOICE 2026-03-01T00:00",
            "INVOICE_REMINDER 2026-03-08T00:00",
            "INVOICE_DUE 2026-03-11T00:00",
            "STOPPED 2026-03-12T00:00",
            "ACCESS 2026-03-12T00:00",
            "NOTICE 2026-05-02T00:00",
            "NOTICE 2026-05-09T00:00",
            "NOTICE 2026-05-11T00:00",
            "CLOSED 2026-05-12T00:00",
            "ACCESS 2026-05-12T00:00",
            "DELETED 2026-05-12T00:00",
            "PURGED 2026-05-12T00:00");
  }

  @Test
  void golden_1_paid_on_the_last_day_nothing_stops_and_paid_after_the_stop_all_comes_back() {
    Foretold inTime =
        new Foretold("prim", "start", "2026-02-15T10:00")
            .since("2026-01-01")
            .charged("2026-02-28")
            .pays("1000.00", "2026-03-11T23:59");
    assertThat(inTime.until("2026-04-01", Kind.STOPPED, Kind.ACCESS)).isEmpty();
    Foretold late =
        new Foretold("prim", "start", "2026-02-15T10:00")
            .since("2026-01-01")
            .charged("2026-02-28")
            .pays("1000.00", "2026-04-20T12:00");
    List<Event> events = late.until("2026-05-31");
    Event back = last(events, Kind.ACCESS);
    assertThat(events.stream().filter(e -> e.kind() == Kind.INVOICE).map(late::line))
        .as("none while stopped, and the month of restoration is not billed")
        .containsExactly("INVOICE 2026-03-01T00:00", "INVOICE 2026-05-01T00:00");
    assertThat(late.line(back)).isEqualTo("ACCESS 2026-04-20T12:00");
    assertThat(back.audience().get(Role.STAFF).effect()).isEqualTo(Effect.FULL);
    assertThat(events).noneMatch(event -> event.kind() == Kind.DELETED);
  }

  @Test
  void with_an_open_invoice_paid_in_time_the_next_one_is_foretold_and_without_it_none_is() {
    Foretold prim =
        new Foretold("prim", "start", "2026-03-03T10:00")
            .since("2026-01-01")
            .charged("2026-03-31")
            .open("120.00", "2026-03-11");
    assertThat(prim.until("2026-06-30", Kind.INVOICE)).as("nobody pays, it stops").isEmpty();
    assertThat(prim.inTime("2026-04-10", Kind.INVOICE, Kind.STOPPED, Kind.PAYMENT).map(prim::line))
        .containsExactly("PAYMENT 2026-03-11T00:00", "INVOICE 2026-04-01T00:00");
    Foretold late =
        new Foretold("prim", "start", "2026-03-20T10:00")
            .since("2026-01-01")
            .charged("2026-03-31")
            .open("120.00", "2026-03-11");
    assertThat(late.inTime("2026-03-31", Kind.PAYMENT).map(late::line))
        .as("what is overdue is paid at once")
        .containsExactly("PAYMENT 2026-03-20T10:00:01");
  }

  @Test
  void a_balance_below_zero_is_made_good_at_once() {
    Foretold kabinet = new Foretold("kabinet", "base", "2026-03-03T10:00").balance("-19.00");
    assertThat(kabinet.inTime("2026-03-31", Kind.PAYMENT).map(Event::amount))
        .containsExactly(kabinet.money("19.00"));
  }

  @Test
  void golden_3_and_6_days_are_charged_each_and_the_block_falls_after_the_day_charged_for() {
    Foretold intrum =
        new Foretold("intrum", "crm", "2026-06-01T12:00")
            .since("2026-05-01")
            .charged("2026-05-31")
            .balance("99.67")
            .heads(5);
    List<Event> events = intrum.until("2026-06-30");
    assertThat(events.stream().filter(e -> e.kind() == Kind.CHARGE)).hasSize(29);
    assertThat(events.get(0).amount()).isEqualTo(intrum.money("99.67"));
    Event negative = first(events, Kind.BALANCE_EXHAUSTED);
    assertThat(negative.day()).isEqualTo(LocalDate.parse("2026-06-02"));
    Event block = first(events, Kind.ACCESS);
    assertThat(intrum.line(block)).isEqualTo("ACCESS 2026-06-03T00:00");
    assertThat(block.audience().get(Role.MAIN_ADMINISTRATOR).effect()).isEqualTo(Effect.FULL);
    assertThat(block.audience().get(Role.STAFF).effect()).isEqualTo(Effect.BLOCKED);
  }

  @Test
  void golden_6_a_promise_ends_with_a_new_block_unless_it_was_kept() {
    Instant taken = Instant.parse("2026-06-02T07:05:00Z");
    Relief promise =
        new Relief(Cause.PROMISE, taken, taken.plus(Duration.ofDays(3)), "1", List.of());
    Foretold intrum = blockedSinceTuesday(taken).spared(promise);
    assertThat(intrum.until("2026-06-06", Kind.ACCESS, Kind.PROMISE_BROKEN).stream())
        .extracting(intrum::line)
        .containsExactly("PROMISE_BROKEN 2026-06-05T10:05", "ACCESS 2026-06-05T10:05");
    Foretold kept = blockedSinceTuesday(taken).spared(promise).pays("400.00", "2026-06-04T18:00");
    assertThat(
            kept
                .until(
                    "2026-06-06",
                    Kind.ACCESS,
                    Kind.PROMISE_KEPT,
                    Kind.PROMISE_BROKEN,
                    Kind.BALANCE_EXHAUSTED)
                .stream())
        .extracting(kept::line)
        .containsExactly(
            "PROMISE_KEPT 2026-06-04T18:00",
            "BALANCE_EXHAUSTED 2026-06-05T00:00",
            "ACCESS 2026-06-05T00:00");
  }

  private static Foretold blockedSinceTuesday(Instant taken) {
    LocalDate monday = LocalDate.parse("2026-06-01");
    return new Foretold("intrum", "crm", "2026-06-02T10:06")
        .since("2026-05-01")
        .charged("2026-06-01")
        .balance("-150.00")
        .heads(3)
        .owing(new OpenCase(Trigger.NEGATIVE_BALANCE, monday, taken, false));
  }

  @Test
  void golden_7_the_ladder_is_foretold_by_audience_and_a_part_payment_lifts_nothing() {
    Foretold kabinet =
        new Foretold("kabinet", "base", "2026-11-20T10:00")
            .since("2026-01-01")
            .charged("2026-10-31")
            .seen("2026-11-20")
            .pays("18.99", "2026-12-10T08:00")
            .pays("0.01", "2026-12-10T09:00");
    List<Event> events = kabinet.until("2026-12-20", Kind.ACCESS);
    assertThat(events.stream().map(e -> kabinet.line(e) + " " + e.stage()))
        .containsExactly(
            "ACCESS 2026-12-01T00:00 1",
            "ACCESS 2026-12-04T00:00 2",
            "ACCESS 2026-12-07T00:00 3",
            "ACCESS 2026-12-10T00:00 4",
            "ACCESS 2026-12-10T09:00 0");
    assertThat(events.get(2).audience().get(Role.ADMINISTRATOR).effect())
        .isEqualTo(Effect.PAYMENT_PAGE_ONLY);
    assertThat(events.get(2).audience().get(Role.STAFF).effect()).isEqualTo(Effect.FULL);
  }

  @Test
  void golden_8_deletion_for_inactivity_is_foretold_to_the_day_and_money_ends_it() {
    assertThat(lines(idle(), "2026-04-30"))
        .containsExactly(
            "NOTICE 2026-03-04T00:00",
            "NOTICE 2026-03-11T00:00",
            "NOTICE 2026-03-13T00:00",
            "DELETED 2026-03-14T00:00",
            "LAST_DAY_TO_RESTORE 2026-04-03T00:00",
            "PURGED 2026-04-04T00:00");
    assertThat(lines(idle().pays("19.00", "2026-03-12T12:00"), "2026-03-31"))
        .containsExactly(
            "NOTICE 2026-03-04T00:00",
            "NOTICE 2026-03-11T00:00",
            "DELETION_CANCELLED 2026-03-12T12:00");
  }

  private static Foretold idle() {
    return new Foretold("kabinet", "base", "2026-02-01T12:00")
        .since("2026-01-01")
        .charged("2026-01-31")
        .balance("19.00")
        .seen("2026-02-01");
  }

  private static List<String> lines(Foretold account, String until) {
    return account
        .until(
            until,
            Kind.NOTICE,
            Kind.DELETED,
            Kind.DELETION_CANCELLED,
            Kind.LAST_DAY_TO_RESTORE,
            Kind.PURGED)
        .stream()
        .map(account::line)
        .toList();
  }

  @Test
  void a_trial_is_foretold_to_be_told_and_deleted_and_never_billed() {
    Foretold trial = new Foretold("prim", "start", "2026-05-01T12:00").trial("2026-05-14");
    assertThat(trial.until("2026-06-30").stream().map(trial::line))
        .containsExactly(
            "NOTICE 2026-05-08T00:00",
            "NOTICE 2026-05-12T00:00",
            "NOTICE 2026-05-14T00:00",
            "TRIAL_OVER 2026-05-15T00:00",
            "ACCESS 2026-05-15T00:00",
            "DELETED 2026-05-15T00:00",
            "PURGED 2026-05-15T00:00");
  }

  private static Event first(List<Event> events, Kind kind) {
    return events.stream().filter(event -> event.kind() == kind).findFirst().orElseThrow();
  }

  private static Event last(List<Event> events, Kind kind) {
    return events.stream().filter(e -> e.kind() == kind).reduce((a, b) -> b).orElseThrow();
  }
}
