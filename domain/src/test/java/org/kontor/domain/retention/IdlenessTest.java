package org.kontor.domain.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.domain.retention.Accounts.KABINET;
import static org.kontor.domain.retention.Accounts.day;
import static org.kontor.domain.retention.Accounts.facts;
import static org.kontor.domain.retention.Accounts.idle;
import static org.kontor.domain.retention.Accounts.usd;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.RetentionPolicy.CancelledBy;
import org.kontor.domain.policy.RetentionPolicy.Inactivity;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.rules.Proves;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;

class IdlenessTest {

  private static final Idleness RULE = new Idleness(KABINET);

  @Test
  @Proves({"S3.30", "S3.31", "S3.32", "S3.33"})
  void S3_33_golden_8_the_fourth_of_march_is_the_first_day_on_which_all_three_hold() {
    LocalDate first =
        day("2026-01-01")
            .datesUntil(day("2026-06-01"))
            .filter(day -> RULE.announceable(idle("0.00"), day))
            .findFirst()
            .orElseThrow();
    assertThat(first).isEqualTo("2026-03-04");
    assertThat(RULE.earliestNotice(idle("0.00"))).isEqualTo("2026-03-04");
  }

  @Test
  @Proves("S3.30")
  void S3_30_exactly_forty_days_old_is_not_enough() {
    LifeFacts neverSeen = facts(State.ACTIVE, null, "0.00", false, false, null);
    assertThat(RULE.announceable(neverSeen, day("2026-02-10"))).isFalse();
    assertThat(RULE.announceable(neverSeen, day("2026-02-11"))).isTrue();
  }

  @Test
  @Proves("S3.31")
  void S3_31_thirty_full_days_must_pass_without_a_log_in_of_anybody() {
    assertThat(RULE.announceable(idle("0.00"), day("2026-03-03"))).isFalse();
    assertThat(RULE.announceable(idle("0.00"), day("2026-03-04"))).isTrue();
  }

  @Test
  @Proves({"S3.27", "S3.32"})
  void S3_32_a_cent_on_the_balance_keeps_it_and_nothing_or_a_debt_does_not() {
    LocalDate day = day("2026-05-01");
    assertThat(RULE.announceable(idle("0.01"), day)).isFalse();
    assertThat(RULE.announceable(idle("0.00"), day)).isTrue();
    assertThat(RULE.announceable(idle("-19.00"), day)).isTrue();
    Idleness debtOnly =
        new Idleness(Accounts.inactivity(true, Set.of(CancelledBy.BUTTON), false, false));
    assertThat(debtOnly.announceable(idle("0.00"), day)).isFalse();
    assertThat(debtOnly.announceable(idle("-0.01"), day)).isTrue();
  }

  @Test
  @Proves("S3.33")
  void S3_33_the_other_reading_takes_any_of_them_and_would_delete_who_pays() {
    Idleness any = new Idleness(Accounts.inactivity(false, Set.of(CancelledBy.BUTTON)));
    assertThat(any.announceable(idle("500.00"), day("2026-03-04"))).isTrue();
    assertThat(RULE.announceable(idle("500.00"), day("2026-03-04"))).isFalse();
    assertThat(any.earliestNotice(idle("500.00"))).isEqualTo("2026-02-11");
  }

  @Test
  @Proves("S3.40")
  void S3_40_a_log_in_does_not_end_it_and_money_does() {
    LocalDate day = day("2026-03-12");
    LifeFacts seen = facts(State.ACTIVE, "2026-03-11", "0.00", false, false, null);
    assertThat(RULE.ended(seen, day, false)).isEmpty();
    assertThat(RULE.ended(idle("19.00"), day, false)).contains(EndedBy.MONEY);

    Idleness login =
        new Idleness(Accounts.inactivity(true, Set.of(CancelledBy.BUTTON, CancelledBy.LOGIN)));
    assertThat(login.ended(seen, day, false)).contains(EndedBy.LOGIN);
    assertThat(login.ended(idle("19.00"), day, false)).as("money is not listed").isEmpty();
  }

  @Test
  @Proves("S3.34")
  void S3_34_what_staff_began_at_any_time_is_ended_by_a_person_or_a_hold_only() {
    LocalDate day = day("2026-03-12");
    assertThat(RULE.ended(idle("19.00"), day, true)).isEmpty();
    LifeFacts held = facts(State.ACTIVE, null, "0.00", false, true, null);
    assertThat(RULE.ended(held, day, true)).contains(EndedBy.HOLD);
    assertThat(RULE.announceable(held, day("2026-05-01"))).isFalse();
  }

  @Test
  void a_cancellation_gives_thirty_days_of_peace_S3_36() {
    LifeFacts cancelled = facts(State.ACTIVE, "2026-02-01", "0.00", false, false, "2026-04-09");
    assertThat(RULE.announceable(cancelled, day("2026-04-09"))).isFalse();
    assertThat(RULE.announceable(cancelled, day("2026-04-10"))).isTrue();
    assertThat(RULE.earliestNotice(cancelled)).isEqualTo("2026-04-10");
  }

  @Test
  @Proves("S3.45")
  void S3_45_a_restore_needs_the_base_fee_or_gives_thirty_days_of_peace() {
    Money fee = usd("19.00");
    LocalDate today = day("2026-03-20");
    assertThat(Restoration.missing(KABINET, usd("0.00"), fee)).isEqualTo(usd("19.00"));
    assertThat(Restoration.missing(KABINET, usd("-5.00"), fee)).isEqualTo(usd("24.00"));
    assertThat(Restoration.missing(KABINET, usd("19.00"), fee)).isEqualTo(usd("0.00"));
    assertThat(Restoration.quietUntil(KABINET, today)).isNull();

    Inactivity pause = Accounts.inactivity(true, Set.of(CancelledBy.BUTTON), true, true);
    assertThat(Restoration.missing(pause, usd("-5.00"), fee)).isEqualTo(usd("0.00"));
    assertThat(Restoration.quietUntil(pause, today)).isEqualTo("2026-04-19");
  }

  @Test
  @Proves("S3.42")
  void S3_42_the_twentieth_day_is_still_in_time() {
    LocalDate purge = Countdown.inactivity(KABINET, day("2026-03-04")).purgedOn(day("2026-03-14"));
    assertThat(Restoration.inTime(day("2026-04-03"), purge)).isTrue();
    assertThat(Restoration.inTime(day("2026-04-04"), purge)).isFalse();
  }

  @Test
  void the_days_in_which_it_was_deleted_cost_nothing() {
    LocalDate settled = day("2026-02-28");
    assertThat(
            Restoration.chargedThrough(KABINET, Timing.MONTHLY_ARREARS, settled, day("2026-04-02")))
        .as("March ended while it was deleted")
        .isEqualTo("2026-03-31");
    assertThat(
            Restoration.chargedThrough(KABINET, Timing.MONTHLY_ARREARS, settled, day("2026-03-20")))
        .as("March is charged as any month")
        .isEqualTo("2026-02-28");
    assertThat(Restoration.chargedThrough(KABINET, Timing.DAILY, settled, day("2026-03-20")))
        .isEqualTo("2026-03-19");
  }
}
