package org.kontor.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kontor.domain.access.AccessNotice.Kind;
import org.kontor.domain.access.AccessNotice.Then;
import org.kontor.domain.customer.Role;
import org.kontor.domain.money.Money;

/** What people are told of the decision: never more than it says, and the exact moment. */
class AccessNoticeTest {

  private static final String KYIV = "Europe/Kyiv";
  private static final String MOSCOW = "Europe/Moscow";
  private static final String BUCHAREST = "Europe/Bucharest";

  @Test
  void each_stage_tells_the_moment_of_the_next_that_takes_something() {
    Asked december = Asked.of(Ladders.s3(), KYIV).owing("2026-12-01", "-19.00");
    AccessNotice first = told(Ladders.s3(), december, "2026-12-01T09:00", Role.ADMINISTRATOR);
    assertThat(first.kind()).isEqualTo(Kind.OVERDUE);
    assertThat(first.amount()).isEqualTo(Money.of("19.00", "RUB"));
    assertThat(first.at()).isEqualTo(december.moment("2026-12-07T00:00"));
    assertThat(first.then()).isEqualTo(Then.PAY_ONLY);
    AccessNotice reminded = told(Ladders.s3(), december, "2026-12-06T23:59", Role.ADMINISTRATOR);
    assertThat(reminded.kind()).isEqualTo(Kind.REMINDED);
    assertThat(reminded.days()).isOne();
    AccessNotice paying = told(Ladders.s3(), december, "2026-12-07T00:00", Role.ADMINISTRATOR);
    assertThat(paying.kind()).isEqualTo(Kind.PAY_ONLY);
    assertThat(paying.at()).isEqualTo(december.moment("2026-12-10T00:00"));
    assertThat(paying.then()).isEqualTo(Then.BLOCKED);
    AccessNotice blocked = told(Ladders.s3(), december, "2026-12-10T00:00", Role.STAFF);
    assertThat(blocked.kind()).isEqualTo(Kind.BLOCKED);
    assertThat(blocked.since()).isEqualTo(december.moment("2026-12-10T00:00"));
    assertThat(blocked.then()).isEqualTo(Then.NOTHING);
  }

  @Test
  void who_cannot_pay_hears_nothing_until_it_is_shut_out() {
    Asked december = Asked.of(Ladders.s3(), KYIV).owing("2026-12-01", "-19.00");
    for (String moment :
        new String[] {"2026-12-01T09:00", "2026-12-05T09:00", "2026-12-09T23:59"}) {
      assertThat(notice(Ladders.s3(), december, moment, Role.STAFF, KYIV)).as(moment).isEmpty();
    }
  }

  @Test
  void an_invoice_is_announced_a_week_before_and_on_its_last_day() {
    Asked march = Asked.of(Ladders.s1(), BUCHAREST).overdue("2026-03-11", "1190.00");
    assertThat(kind(march, "2026-03-03T12:00")).isEmpty();
    assertThat(kind(march, "2026-03-04T00:00")).contains(Kind.DUE_SOON);
    assertThat(kind(march, "2026-03-11T23:59")).contains(Kind.DUE_TODAY);
    assertThat(kind(march, "2026-03-12T00:00")).contains(Kind.BLOCKED);
    AccessNotice due =
        notice(Ladders.s1(), march, "2026-03-06T12:00", Role.MAIN_ADMINISTRATOR, BUCHAREST)
            .orElseThrow();
    assertThat(due.days()).isEqualTo(5);
    assertThat(due.subject()).isEqualTo("PRM-2026-000001");
    assertThat(due.at()).isEqualTo(march.moment("2026-03-12T00:00"));
  }

  @Test
  void who_keeps_access_hears_when_others_lose_it_and_which_days_do_not_count() {
    Asked break2026 = Asked.of(Ladders.s2(), MOSCOW).owing("2025-12-31", "-99.67");
    AccessNotice put =
        notice(Ladders.s2(), break2026, "2026-01-03T12:00", Role.MAIN_ADMINISTRATOR, MOSCOW)
            .orElseThrow();
    assertThat(put.kind()).isEqualTo(Kind.OVERDUE);
    assertThat(put.then()).isEqualTo(Then.OTHERS);
    assertThat(put.at()).isEqualTo(break2026.moment("2026-01-13T00:00"));
    assertThat(put.skippedDays()).contains(LocalDate.of(2026, 1, 11));
    AccessNotice shut =
        notice(Ladders.s2(), break2026, "2026-01-13T00:00", Role.MAIN_ADMINISTRATOR, MOSCOW)
            .orElseThrow();
    assertThat(shut.kind()).isEqualTo(Kind.OTHERS);
    assertThat(shut.kind().restricts()).isTrue();
  }

  @Test
  void a_promise_tells_its_own_end_also_to_whom_nothing_was_taken() {
    Asked promised =
        Asked.of(Ladders.s2(), MOSCOW)
            .owing("2026-06-03", "-20.00")
            .spared(Cause.PROMISE, "2026-06-04T10:05", "2026-06-05T10:05");
    AccessNotice promise =
        notice(Ladders.s2(), promised, "2026-06-04T12:00", Role.MAIN_ADMINISTRATOR, MOSCOW)
            .orElseThrow();
    assertThat(promise.kind()).isEqualTo(Kind.PROMISE);
    assertThat(promise.at()).isEqualTo(promised.moment("2026-06-05T10:05"));
  }

  @Test
  void the_end_of_a_trial_is_told_a_week_before() {
    Asked trial =
        Asked.of(Ladders.s1(), BUCHAREST)
            .ending(AccessFacts.Standing.TRIAL_OVER, "2026-03-16T00:00");
    assertThat(kind(trial, "2026-03-08T12:00")).isEmpty();
    assertThat(kind(trial, "2026-03-09T12:00")).contains(Kind.TRIAL_ENDING);
    assertThat(kind(trial, "2026-03-16T00:00")).contains(Kind.TRIAL_OVER);
  }

  @Test
  void where_nobody_is_ever_shut_out_an_open_invoice_is_told_all_the_same() {
    Money open = Money.of("99.00", "EUR");
    LocalDate due = LocalDate.of(2026, 3, 11);
    assertThat(AccessNotice.ofInvoice("F-1", due, open, due.minusDays(8), 7)).isEmpty();
    assertThat(AccessNotice.ofInvoice("F-1", due, open, due.minusDays(8), 8)).isPresent();
    assertThat(AccessNotice.ofInvoice("F-1", due, open, due.minusDays(7), 7).orElseThrow().kind())
        .isEqualTo(Kind.DUE_SOON);
    AccessNotice late = AccessNotice.ofInvoice("F-1", due, open, due.plusDays(1), 7).orElseThrow();
    assertThat(late.kind()).isEqualTo(Kind.OVERDUE);
    assertThat(late.kind().restricts()).isFalse();
  }

  @Test
  void who_is_stopped_by_two_invoices_is_told_the_sum_of_both_S1_30() {
    Asked stopped = Asked.of(Ladders.s1(), BUCHAREST).overdue("2026-02-11", "664.29");
    AccessNotice blocked =
        notice(Ladders.s1(), stopped, "2026-03-20T12:00", Role.MAIN_ADMINISTRATOR, BUCHAREST)
            .orElseThrow();
    assertThat(blocked.kind()).isEqualTo(Kind.BLOCKED);
    AccessNotice both =
        blocked.ofWholeDebt(Ladders.s1().policy(), () -> Money.of("1636.24", "RON"));
    assertThat(both.amount()).isEqualTo(Money.of("1636.24", "RON"));
    assertThat(both.since()).isEqualTo(blocked.since());
    assertThat(both.day()).isEqualTo(LocalDate.of(2026, 2, 11));
    AccessNotice soon =
        notice(
                Ladders.s1(),
                Asked.of(Ladders.s1(), BUCHAREST).overdue("2026-03-11", "664.29"),
                "2026-03-06T12:00",
                Role.MAIN_ADMINISTRATOR,
                BUCHAREST)
            .orElseThrow();
    assertThat(soon.ofWholeDebt(Ladders.s1().policy(), () -> Money.of("1636.24", "RON")))
        .as("an invoice that is named tells its own amount")
        .isEqualTo(soon);
  }

  @Test
  void where_the_balance_decides_invoices_do_not_add_to_what_is_missing_on_it_S3_17() {
    Asked december = Asked.of(Ladders.s3(), KYIV).owing("2026-12-01", "-19.00");
    AccessNotice blocked = told(Ladders.s3(), december, "2026-12-10T00:00", Role.ADMINISTRATOR);
    AccessNotice whole =
        blocked.ofWholeDebt(Ladders.s3().policy(), () -> Money.of("500.00", "RUB"));
    assertThat(whole.amount()).isEqualTo(Money.of("19.00", "RUB"));
  }

  private static Optional<Kind> kind(Asked asked, String moment) {
    return notice(Ladders.s1(), asked, moment, Role.MAIN_ADMINISTRATOR, BUCHAREST)
        .map(AccessNotice::kind);
  }

  private static AccessNotice told(Ladders ladder, Asked asked, String moment, Role role) {
    return notice(ladder, asked, moment, role, KYIV).orElseThrow();
  }

  private static Optional<AccessNotice> notice(
      Ladders ladder, Asked asked, String moment, Role role, String zone) {
    AccessSchedule schedule = asked.schedule(moment);
    return AccessNotice.of(
        schedule, schedule.decide(role, asked.moment(moment)), ladder.policy(), ZoneId.of(zone), 7);
  }
}
