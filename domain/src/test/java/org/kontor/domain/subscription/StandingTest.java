package org.kontor.domain.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.BillingPolicy;
import org.kontor.domain.policy.BillingPolicy.ChangeBilling;
import org.kontor.domain.policy.BillingPolicy.DailyRounding;
import org.kontor.domain.policy.BillingPolicy.Due;
import org.kontor.domain.policy.BillingPolicy.FirstMonth;
import org.kontor.domain.policy.BillingPolicy.HeadcountReading;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.rules.Proves;
import org.kontor.domain.subscription.Standing.OpenItem;

class StandingTest {

  private static final LocalDate DUE = LocalDate.parse("2026-03-11");
  private static final OpenItem PART =
      new OpenItem(DUE, Money.of("301.29", "RON"), Money.of("0.01", "RON"));

  @Test
  @Proves("S1.35")
  void S1_35_a_part_payment_does_not_lift_the_stop() {
    LocalDate late = DUE.plusDays(1);

    assertThat(Standing.mayRestore(List.of(PART), late, policy(false, false)))
        .containsExactly(PART);
    assertThat(Standing.mayRestore(List.of(), late, policy(false, false))).isEmpty();
    assertThat(Standing.mayRestore(List.of(PART), late, policy(false, true)))
        .as("unless the policy says so")
        .isEmpty();
  }

  @Test
  @Proves("S1.27")
  void S1_27_on_the_11th_nothing_is_overdue_yet() {
    assertThat(Standing.mayRestore(List.of(PART), DUE, policy(false, false))).isEmpty();
  }

  @Test
  void a_cancelled_subscription_ends_with_what_is_paid_for() {
    LocalDate today = LocalDate.parse("2026-03-12");
    LocalDate endOfMarch = LocalDate.parse("2026-03-31");

    assertThat(Cancellation.lastDay(Timing.MONTHLY_ADVANCE, endOfMarch, today, false))
        .isEqualTo(endOfMarch);
    assertThat(Cancellation.lastDay(Timing.MONTHLY_ARREARS, null, today, false))
        .isEqualTo(endOfMarch);
    assertThat(Cancellation.lastDay(Timing.DAILY, today.minusDays(1), today, false))
        .isEqualTo(today);
  }

  private static BillingPolicy policy(boolean invoiceWhileStopped, boolean partLifts) {
    return new BillingPolicy(
        1,
        new Due(11, 10),
        30,
        DailyRounding.EACH_LINE,
        HeadcountReading.END_OF_DAY,
        ChangeBilling.NEXT_INVOICE,
        FirstMonth.PRO_RATA,
        true,
        invoiceWhileStopped,
        true,
        partLifts,
        0);
  }
}
