package org.kontor.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kontor.domain.customer.Role;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.AccessPolicy;
import org.kontor.domain.policy.AccessPolicy.Exhausted;
import org.kontor.domain.policy.AccessPolicy.HolidayDeferral;
import org.kontor.domain.policy.AccessPolicy.Lift;
import org.kontor.domain.policy.AccessPolicy.NegativeOn;
import org.kontor.domain.policy.AccessStage.Effect;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.rules.Proves;

/** S2: a negative balance blocks everybody but the main administrator; days off defer it. */
class BalanceLadderTest {

  private static final String ZONE = "Europe/Moscow";
  private static final List<Effect> ALL = List.of(Effect.FULL, Effect.FULL, Effect.FULL);
  private static final List<Effect> MAIN_ONLY =
      List.of(Effect.FULL, Effect.BLOCKED, Effect.BLOCKED);

  @Test
  @Proves({"S2.16", "S2.17", "S2.19"})
  void S2_17_everybody_is_blocked_but_the_main_administrator() {
    Asked monday = Asked.of(Ladders.s2(), ZONE).owing("2026-06-01", "-99.67");
    assertThat(monday.effects("2026-06-01T23:59:59")).isEqualTo(ALL);
    assertThat(monday.effects("2026-06-02T00:00")).isEqualTo(MAIN_ONLY);
    assertThat(monday.at("2026-06-02T00:00", Role.MAIN_ADMINISTRATOR).allowed().paymentPage())
        .isTrue();
    assertThat(monday.at("2026-06-02T00:00", Role.STAFF).because().rules()).contains("S2.16");
  }

  @Test
  @Proves("S2.15")
  void S2_15_zero_is_not_exhausted_unless_the_other_reading_is_set() {
    AccessPolicy strict = Ladders.s2().policy();
    assertThat(strict.isExhausted(Money.of("0.00", "RUB"))).isFalse();
    assertThat(strict.isExhausted(Money.of("-0.01", "RUB"))).isTrue();
    AccessPolicy other =
        Ladders.s2().exhausted(Exhausted.AT_OR_BELOW_ZERO, Lift.POSITIVE_BALANCE).policy();
    assertThat(other.isExhausted(Money.of("0.00", "RUB"))).isTrue();
    assertThat(other.isExhausted(Money.of("0.01", "RUB"))).isFalse();
  }

  @Test
  @Proves({"S2.20", "S2.21"})
  void S2_20_golden_5_the_new_year_break_defers_the_block_to_the_close_of_12_january() {
    Asked newYear = Asked.of(Ladders.s2(), ZONE).owing("2025-12-31", "-1.00");
    assertThat(newYear.effects("2026-01-01T00:00")).isEqualTo(ALL);
    assertThat(newYear.effects("2026-01-12T23:59:59")).isEqualTo(ALL);
    assertThat(newYear.effects("2026-01-13T00:00")).isEqualTo(MAIN_ONLY);
    AccessDecision waiting = newYear.at("2026-01-05T12:00", Role.STAFF);
    assertThat(waiting.until()).isEqualTo(newYear.moment("2026-01-13T00:00"));
    assertThat(waiting.skippedDays())
        .hasSize(12)
        .startsWith(LocalDate.parse("2025-12-31"))
        .endsWith(LocalDate.parse("2026-01-11"));
  }

  @Test
  @Proves("S2.21")
  void S2_21_the_other_readings_block_at_the_start_of_the_first_working_day_or_at_once() {
    Asked start =
        Asked.of(Ladders.s2().deferral(HolidayDeferral.START), ZONE).owing("2026-06-06", "-1.00");
    assertThat(start.effects("2026-06-07T23:59")).isEqualTo(ALL);
    assertThat(start.effects("2026-06-08T00:00")).isEqualTo(MAIN_ONLY);
    Asked none =
        Asked.of(Ladders.s2().deferral(HolidayDeferral.NONE), ZONE).owing("2026-06-06", "-1.00");
    assertThat(none.effects("2026-06-07T00:00")).isEqualTo(MAIN_ONLY);
  }

  @Test
  @Proves("S2.23")
  void S2_23_a_block_of_a_working_day_stays_on_the_weekend_unless_it_is_to_rest() {
    Asked stays = Asked.of(Ladders.s2(), ZONE).owing("2026-06-04", "-1.00");
    assertThat(stays.effects("2026-06-05T00:00")).isEqualTo(MAIN_ONLY);
    assertThat(stays.effects("2026-06-06T12:00")).isEqualTo(MAIN_ONLY);
    Asked rests = Asked.of(Ladders.s2().liftOnDaysOff(), ZONE).owing("2026-06-04", "-1.00");
    assertThat(rests.effects("2026-06-05T23:59")).isEqualTo(MAIN_ONLY);
    assertThat(rests.effects("2026-06-06T00:00")).isEqualTo(ALL);
    assertThat(rests.effects("2026-06-07T23:59")).isEqualTo(ALL);
    assertThat(rests.effects("2026-06-08T00:00")).isEqualTo(MAIN_ONLY);
    assertThat(rests.effects("2026-12-30T00:00")).isEqualTo(MAIN_ONLY);
  }

  @Test
  @Proves("S2.24")
  void S2_24_fridays_charge_belongs_to_friday_whenever_it_is_booked() {
    Asked friday = Asked.of(Ladders.s2(), ZONE).owing("2026-06-05", "2026-06-06T00:00:07", "-1.00");
    assertThat(friday.effects("2026-06-06T00:00")).isEqualTo(MAIN_ONLY);
    Asked booked =
        Asked.of(Ladders.s2().negativeOn(NegativeOn.BOOKING_TIME), ZONE)
            .owing("2026-06-05", "2026-06-06T00:00:07", "-1.00");
    assertThat(booked.effects("2026-06-08T23:59")).isEqualTo(ALL);
    assertThat(booked.effects("2026-06-09T00:00")).isEqualTo(MAIN_ONLY);
  }

  @Test
  @Proves("S2.30")
  void S2_30_golden_6_a_promise_lets_everybody_in_until_its_exact_end() {
    Asked blocked =
        Asked.of(Ladders.s2(), ZONE)
            .owing("2026-06-01", "-99.67")
            .spared(Cause.PROMISE, "2026-06-02T10:05", "2026-06-05T10:05");
    assertThat(blocked.effects("2026-06-02T10:04:59")).isEqualTo(MAIN_ONLY);
    assertThat(blocked.effects("2026-06-02T10:05")).isEqualTo(ALL);
    assertThat(blocked.at("2026-06-03T00:00", Role.STAFF).because().cause())
        .isEqualTo(Cause.PROMISE);
    assertThat(blocked.at("2026-06-03T00:00", Role.STAFF).until())
        .isEqualTo(blocked.moment("2026-06-05T10:05"));
    assertThat(blocked.effects("2026-06-05T10:04:59")).isEqualTo(ALL);
    assertThat(blocked.effects("2026-06-05T10:05")).isEqualTo(MAIN_ONLY);
  }

  @Test
  @Proves({"S2.31", "S2.36"})
  void S2_36_a_balance_of_zero_lifts_unless_it_must_be_positive() {
    AccessPolicy practical = Ladders.s2().policy();
    assertThat(practical.isRepaid(Money.of("-0.01", "RUB"))).isFalse();
    assertThat(practical.isRepaid(Money.of("0.00", "RUB"))).isTrue();
    AccessPolicy strict =
        Ladders.s2().exhausted(Exhausted.BELOW_ZERO, Lift.POSITIVE_BALANCE).policy();
    assertThat(strict.isRepaid(Money.of("0.00", "RUB"))).isFalse();
    assertThat(strict.isRepaid(Money.of("0.01", "RUB"))).isTrue();
  }

  @Test
  void a_day_whose_calendar_is_missing_is_refused_not_guessed() {
    Asked next = Asked.of(Ladders.s2(), ZONE).owing("2027-01-04", "-1.00");
    assertThatThrownBy(() -> next.effects("2027-01-05T00:00"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("CALENDAR_MISSING");
  }
}
