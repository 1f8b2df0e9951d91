package org.kontor.domain.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.kontor.domain.access.Ladders;
import org.kontor.domain.customer.Role;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.AccessPolicy.HolidayDeferral;
import org.kontor.domain.policy.AccessPolicy.Promise;
import org.kontor.domain.policy.AccessPolicy.Promise.Again;
import org.kontor.domain.policy.AccessPolicy.Promise.Counted;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.promise.PromiseTerms.Situation;
import org.kontor.domain.rules.Proves;

class PromiseTermsTest {

  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
  private static final Instant TUESDAY = moment("2026-06-02T10:05");

  @Test
  @Proves({"S2.29", "S2.34"})
  void S2_34_golden_6_three_days_are_72_hours_and_the_exact_end_is_told() {
    PromiseQuote quote = owing("-99.67", 3, TUESDAY);
    assertThat(quote.end()).isEqualTo(moment("2026-06-05T10:05"));
    assertThat(quote.owedNow()).hasToString("99.67 RUB");
    assertThat(quote.dueAtEnd()).hasToString("398.68 RUB"); // 99.67 + 3 × 99.67
    assertThat(quote.why().recompute()).isEqualByComparingTo("398.68");
    refused(ProblemCode.INVALID_VALUE, () -> owing("-99.67", 4, TUESDAY));
    refused(ProblemCode.INVALID_VALUE, () -> owing("-99.67", 0, TUESDAY));
  }

  @Test
  @Proves("S2.34")
  void S2_34_the_other_readings_end_with_a_day_and_days_off_defer_the_end() {
    assertThat(end(Counted.END_OF_DAY_FROM_ONE, true, 3, "2026-06-02T10:05"))
        .isEqualTo(moment("2026-06-05T00:00"));
    assertThat(end(Counted.END_OF_DAY_FROM_ZERO, true, 3, "2026-06-02T10:05"))
        .isEqualTo(moment("2026-06-06T00:00"));
    // Thursday + 2 days is a Saturday: until the first working day closes
    assertThat(end(Counted.HOURS, true, 2, "2026-06-04T10:05"))
        .isEqualTo(moment("2026-06-09T00:00"));
    assertThat(end(Counted.HOURS, false, 2, "2026-06-04T10:05"))
        .isEqualTo(moment("2026-06-06T10:05"));
    // What ends at the close of Friday ends on a working day
    assertThat(end(Counted.END_OF_DAY_FROM_ZERO, true, 1, "2026-06-04T10:05"))
        .isEqualTo(moment("2026-06-06T00:00"));
    Ladders start = Ladders.s2().deferral(HolidayDeferral.START);
    assertThat(
            new PromiseTerms(start.policy(), situation("-1.00", false, 0), Ladders.RUSSIA)
                .quote(Role.MAIN_ADMINISTRATOR, 2, moment("2026-06-04T10:05"))
                .end())
        .isEqualTo(moment("2026-06-08T00:00"));
  }

  @Test
  void a_longer_promise_never_ends_before_a_shorter_one() {
    Instant friday = moment("2026-06-05T10:05");
    Instant mondayCloses = moment("2026-06-09T00:00");
    assertThat(owing("-99.67", 1, friday).end()).isEqualTo(mondayCloses);
    PromiseQuote three = owing("-99.67", 3, friday);
    assertThat(three.end()).as("not on Monday at 10:05").isEqualTo(mondayCloses);
    assertThat(three.skippedDays()).containsExactly(LocalDate.parse("2026-06-07"));
  }

  @Test
  @Proves("S2.28")
  void S2_28_only_an_exhausted_balance_gives_a_right_to_it() {
    refused(ProblemCode.PROMISE_WITHOUT_DEBT, () -> owing("0.00", 1, TUESDAY));
    assertThat(owing("-0.01", 1, TUESDAY).owedNow()).hasToString("0.01 RUB");
    refused(
        ProblemCode.PROMISE_NOT_OFFERED,
        () ->
            new PromiseTerms(Ladders.s3().policy(), situation("-1.00", false, 0), null)
                .quote(Role.MAIN_ADMINISTRATOR, 1, TUESDAY));
  }

  @Test
  @Proves("S2.33")
  void S2_33_only_the_main_administrator_can_take_it() {
    PromiseTerms terms = terms(Ladders.s2(), situation("-1.00", false, 0));
    refused(ProblemCode.NOT_ALLOWED_FOR_ROLE, () -> terms.quote(Role.ADMINISTRATOR, 1, TUESDAY));
    refused(ProblemCode.NOT_ALLOWED_FOR_ROLE, () -> terms.quote(Role.STAFF, 1, TUESDAY));
    PromiseTerms wider =
        terms(
            Ladders.s2()
                .promise(new Promise(3, Counted.HOURS, true, "ADMINISTRATOR", Again.ANY_TIME, 0)),
            situation("-1.00", false, 0));
    assertThat(wider.quote(Role.ADMINISTRATOR, 1, TUESDAY)).isNotNull();
    assertThat(wider.quote(Role.MAIN_ADMINISTRATOR, 1, TUESDAY)).isNotNull();
  }

  @Test
  @Proves("S2.35")
  void S2_35_one_until_the_balance_was_good_again_and_at_most_so_many_in_thirty_days() {
    refused(
        ProblemCode.PROMISE_TAKEN,
        () ->
            terms(Ladders.s2(), situation("-1.00", true, 1))
                .quote(Role.MAIN_ADMINISTRATOR, 1, TUESDAY));
    refused(
        ProblemCode.PROMISE_TAKEN,
        () ->
            terms(Ladders.s2(), situation("-1.00", false, 1))
                .quote(Role.MAIN_ADMINISTRATOR, 1, TUESDAY));
    Ladders limited =
        Ladders.s2()
            .promise(new Promise(3, Counted.HOURS, true, "MAIN_ADMINISTRATOR", Again.ANY_TIME, 2));
    PromiseTerms twice =
        terms(
            limited,
            situation("-1.00", false, 1, moment("2026-05-20T10:00"), moment("2026-05-28T10:00")));
    refused(ProblemCode.PROMISE_LIMIT, () -> twice.quote(Role.MAIN_ADMINISTRATOR, 1, TUESDAY));
    PromiseTerms once =
        terms(
            limited,
            situation("-1.00", false, 1, moment("2026-05-03T10:00"), moment("2026-05-28T10:00")));
    assertThat(once.quote(Role.MAIN_ADMINISTRATOR, 1, TUESDAY)).isNotNull();
  }

  @Test
  @Proves({"S2.32", "S2.36"})
  void S2_36_a_promise_is_kept_by_a_good_balance_before_its_end_and_broken_by_its_end() {
    Instant end = moment("2026-06-05T10:05");
    assertThat(PromiseState.repaidAt(end, moment("2026-06-04T18:00"))).isEqualTo(PromiseState.KEPT);
    assertThat(PromiseState.repaidAt(end, end)).isEqualTo(PromiseState.BROKEN);
    assertThat(PromiseState.RUNNING.at(end, end.minusMillis(1))).isEqualTo(PromiseState.RUNNING);
    assertThat(PromiseState.RUNNING.at(end, end)).isEqualTo(PromiseState.BROKEN);
    assertThat(PromiseState.KEPT.at(end, end)).isEqualTo(PromiseState.KEPT);
  }

  private static PromiseQuote owing(String balance, int days, Instant at) {
    return terms(Ladders.s2(), situation(balance, false, 0))
        .quote(Role.MAIN_ADMINISTRATOR, days, at);
  }

  private static Instant end(Counted counted, boolean deferred, int days, String at) {
    Promise promise =
        new Promise(3, counted, deferred, "MAIN_ADMINISTRATOR", Again.AFTER_NON_NEGATIVE, 0);
    return terms(Ladders.s2().promise(promise), situation("-1.00", false, 0))
        .quote(Role.MAIN_ADMINISTRATOR, days, moment(at))
        .end();
  }

  private static PromiseTerms terms(Ladders ladder, Situation situation) {
    return new PromiseTerms(ladder.policy(), situation, Ladders.RUSSIA);
  }

  private static Situation situation(
      String balance, boolean running, int taken, Instant... moments) {
    return new Situation(
        MOSCOW,
        "intrum@1",
        Money.of(balance, "RUB"),
        Money.of("99.67", "RUB"),
        running,
        taken,
        List.of(moments));
  }

  private static void refused(ProblemCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.problem().code()).isEqualTo(code));
  }

  private static Instant moment(String local) {
    return LocalDateTime.parse(local).atZone(MOSCOW).toInstant();
  }
}
