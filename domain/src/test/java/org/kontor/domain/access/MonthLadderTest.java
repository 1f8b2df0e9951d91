package org.kontor.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kontor.domain.customer.Role;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.AccessPolicy.FullBlock;
import org.kontor.domain.policy.AccessPolicy.MidMonth;
import org.kontor.domain.policy.AccessStage.Effect;
import org.kontor.domain.rules.Proves;

/** S3: restrictions come gradually, on days of the month, the payer first. */
class MonthLadderTest {

  private static final String ZONE = "Europe/Kyiv";
  private static final List<Effect> ALL = List.of(Effect.FULL, Effect.FULL, Effect.FULL);
  private static final List<Effect> REMINDED =
      List.of(Effect.REMINDED, Effect.REMINDED, Effect.FULL);
  private static final List<Effect> PAYER =
      List.of(Effect.PAYMENT_PAGE_ONLY, Effect.PAYMENT_PAGE_ONLY, Effect.FULL);
  private static final List<Effect> NOBODY =
      List.of(Effect.BLOCKED, Effect.BLOCKED, Effect.BLOCKED);

  private final Asked december = Asked.of(Ladders.s3(), ZONE).owing("2026-12-01", "-19.00");

  @Test
  @Proves({"S3.10", "S3.11", "S3.12", "S3.13", "S3.14", "S3.15"})
  void S3_15_golden_7_restrictions_come_gradually_and_everybody_is_blocked_from_the_tenth() {
    assertThat(december.effects("2026-12-01T00:00")).isEqualTo(ALL);
    assertThat(december.effects("2026-12-03T23:59")).isEqualTo(ALL);
    assertThat(december.effects("2026-12-04T00:00")).isEqualTo(REMINDED);
    assertThat(december.effects("2026-12-06T23:59")).isEqualTo(REMINDED);
    assertThat(december.effects("2026-12-07T00:00")).isEqualTo(PAYER);
    assertThat(december.effects("2026-12-09T23:59")).isEqualTo(PAYER);
    assertThat(december.effects("2026-12-10T00:00")).isEqualTo(NOBODY);
  }

  @Test
  @Proves("S3.16")
  void S3_16_the_other_reading_blocks_at_the_end_of_the_tenth() {
    Asked later =
        Asked.of(Ladders.s3().fullBlock(FullBlock.END_OF_DAY), ZONE).owing("2026-12-01", "-19.00");
    assertThat(later.effects("2026-12-04T00:00")).isEqualTo(REMINDED);
    assertThat(later.effects("2026-12-10T23:59")).isEqualTo(PAYER);
    assertThat(later.effects("2026-12-11T00:00")).isEqualTo(NOBODY);
    assertThat(later.at("2026-12-08T00:00", Role.STAFF).until())
        .as("what a notice prints")
        .isEqualTo(later.moment("2026-12-11T00:00"));
  }

  @Test
  @Proves({"S3.11", "S3.17"})
  void S3_17_a_new_month_softens_nothing_and_a_part_payment_neither() {
    assertThat(december.effects("2027-01-02T00:00")).isEqualTo(NOBODY);
    assertThat(Ladders.s3().policy().isRepaid(Money.of("-0.01", "USD"))).isFalse();
    assertThat(Ladders.s3().policy().isRepaid(Money.of("0.00", "USD"))).isTrue();
    Asked softened = Asked.of(Ladders.s3().kept(false), ZONE).owing("2026-12-01", "-19.00");
    assertThat(softened.effects("2026-12-31T23:59")).isEqualTo(NOBODY);
    assertThat(softened.effects("2027-01-02T00:00")).isEqualTo(ALL);
    assertThat(softened.effects("2027-01-05T00:00")).isEqualTo(REMINDED);
    assertThat(softened.effects("2027-06-10T00:00")).isEqualTo(NOBODY);
  }

  @Test
  @Proves("S3.18")
  void S3_18_without_a_debt_no_stage_applies_on_any_day() {
    Asked paid = Asked.of(Ladders.s3(), ZONE);
    for (int day = 1; day <= 31; day++) {
      assertThat(paid.effects("2026-12-%02dT12:00".formatted(day))).isEqualTo(ALL);
    }
  }

  @Test
  @Proves("S3.19")
  void S3_19_a_debt_of_another_day_enters_on_the_next_first_or_as_the_setting_says() {
    for (String day : List.of("2026-12-02", "2026-12-03", "2026-12-15")) {
      Asked late = Asked.of(Ladders.s3(), ZONE).owing(day, "-19.00");
      assertThat(late.effects("2026-12-31T23:59")).isEqualTo(ALL);
      assertThat(late.effects("2027-01-04T00:00")).isEqualTo(REMINDED);
      assertThat(late.effects("2027-01-10T00:00")).isEqualTo(NOBODY);
    }
    Asked literal =
        Asked.of(Ladders.s3().midMonth(MidMonth.LITERAL_CALENDAR_DAY), ZONE)
            .owing("2026-12-15", "-19.00");
    assertThat(literal.effects("2026-12-15T00:00")).isEqualTo(NOBODY);
    Asked fifth =
        Asked.of(Ladders.s3().midMonth(MidMonth.LITERAL_CALENDAR_DAY), ZONE)
            .owing("2026-12-05", "-19.00");
    assertThat(fifth.effects("2026-12-05T00:00")).isEqualTo(REMINDED);
    assertThat(fifth.effects("2026-12-07T00:00")).isEqualTo(PAYER);
    Asked age =
        Asked.of(Ladders.s3().midMonth(MidMonth.DEBT_AGE), ZONE).owing("2026-12-15", "-19.00");
    assertThat(age.effects("2026-12-17T23:59")).isEqualTo(ALL);
    assertThat(age.effects("2026-12-18T00:00")).isEqualTo(REMINDED);
    assertThat(age.effects("2026-12-24T00:00")).isEqualTo(NOBODY);
  }

  @Test
  @Proves("S3.20")
  void S3_20_administrators_reach_the_page_to_pay_after_the_tenth() {
    assertThat(december.at("2026-12-10T00:00", Role.MAIN_ADMINISTRATOR).allowed().paymentPage())
        .isTrue();
    assertThat(december.at("2026-12-10T00:00", Role.ADMINISTRATOR).allowed().paymentPage())
        .isTrue();
    assertThat(december.at("2026-12-10T00:00", Role.STAFF).allowed().paymentPage()).isFalse();
    Asked shut = Asked.of(Ladders.s3().paymentPage(false), ZONE).owing("2026-12-01", "-19.00");
    assertThat(shut.at("2026-12-10T00:00", Role.MAIN_ADMINISTRATOR).allowed().paymentPage())
        .isFalse();
  }

  @Test
  void whom_the_policy_lets_pay_reaches_the_page_and_nobody_else() {
    Ladders everybody = Ladders.s3().payers(Role.MAIN_ADMINISTRATOR, Role.STAFF);
    Asked asked = Asked.of(everybody, ZONE).owing("2026-12-01", "-19.00");
    assertThat(asked.at("2026-12-10T00:00", Role.STAFF).allowed().paymentPage()).isTrue();
    assertThat(asked.at("2026-12-10T00:00", Role.ADMINISTRATOR).allowed().paymentPage()).isFalse();
  }

  @Test
  @Proves("S3.13")
  void S3_13_what_comes_next_is_what_comes_next_for_the_person() {
    assertThat(december.at("2026-12-02T00:00", Role.STAFF).until())
        .isEqualTo(december.moment("2026-12-10T00:00"));
    assertThat(december.at("2026-12-02T00:00", Role.ADMINISTRATOR).until())
        .isEqualTo(december.moment("2026-12-04T00:00"));
    assertThat(december.at("2026-12-05T00:00", Role.ADMINISTRATOR).because().rules())
        .containsExactly("S3.12");
  }
}
