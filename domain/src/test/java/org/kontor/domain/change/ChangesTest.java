package org.kontor.domain.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.domain.change.ChangeDecision.Accepted;
import org.kontor.domain.change.ChangeDecision.BadQuantity;
import org.kontor.domain.change.ChangeDecision.Direction;
import org.kontor.domain.change.ChangeDecision.LimitsNotMet;
import org.kontor.domain.change.ChangeDecision.NoChange;
import org.kontor.domain.change.ChangeDecision.OtherDeployment;
import org.kontor.domain.change.ChangeDecision.UnknownComponent;
import org.kontor.domain.change.ChangeDecision.UnknownPlan;
import org.kontor.domain.change.ChangeDecision.WrongState;
import org.kontor.domain.invoice.InvoiceDraft;
import org.kontor.domain.policy.BillingPolicy.ChangeBilling;
import org.kontor.domain.policy.BillingPolicy.FirstMonth;
import org.kontor.domain.policy.Plan.Deployment;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.pricing.MonthlyPricing;
import org.kontor.domain.pricing.Pricing.Billed;
import org.kontor.domain.rules.Proves;
import org.kontor.domain.subscription.ChangeRequest;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;
import org.kontor.domain.subscription.Terms;
import org.kontor.domain.subscription.UnmetLimit;

class ChangesTest {

  private static final PolicyPack PACK = Suite.pack();
  private static final LocalDate TODAY = LocalDate.parse("2026-03-12");
  private static final LocalDate APRIL = LocalDate.parse("2026-04-01");
  private static final Terms START = Suite.terms(PACK, "start", Map.of("platform", 1L));
  private static final Terms PRO = Suite.terms(PACK, "pro", Map.of());

  @Test
  @Proves({"S1.14", "S1.15", "S1.16"})
  void S1_14_golden_scenario_2_downgrade_with_one_crm_account_too_many() {
    ChangeRequest down = new ChangeRequest("start", Map.of());
    Situation over = Suite.active(PRO, Map.of("crm-accounts", 1001L, "documents", 90L));

    assertThat(decide(over, down))
        .isEqualTo(new LimitsNotMet(List.of(new UnmetLimit("crm-accounts", 1001, 1000))));

    Situation fits = Suite.active(PRO, Map.of("crm-accounts", 1000L, "documents", 90L));
    Accepted accepted = accepted(decide(fits, down));
    assertThat(accepted.now()).as("March is untouched").isEmpty();
    assertThat(accepted.later().orElseThrow().effectiveOn()).isEqualTo(APRIL);
    assertThat(monthly(PRO, LocalDate.parse("2026-03-01"))).isEqualTo("549.00");
    assertThat(monthly(accepted.after(), APRIL)).isEqualTo("249.00");
  }

  @Test
  @Proves({"S1.10", "S1.11", "S1.12", "S1.13"})
  void S1_13_what_gives_more_is_in_force_at_once_and_priced_from_the_next_first() {
    Situation now = Suite.active(START, Map.of("crm-accounts", 990L));
    Accepted accepted = accepted(decide(now, components("platform", 3L, "courier-x", 1L)));

    assertThat(accepted.later()).isEmpty();
    assertThat(accepted.now().orElseThrow().effectiveOn()).isEqualTo(TODAY);
    assertThat(accepted.after().quantities()).containsEntry("platform", 3L);
    ChangePrice price = ChangePrice.of(PACK, now, accepted, Suite.BUYER, TODAY);
    assertThat(price.difference().amount()).isEqualByComparingTo("153.00");
    assertThat(price.rest()).as("no pro-rata line, no back-charge").isEmpty();
    assertThat(price.invoice(PACK, 1, 3, 7, Suite.BUYER)).isEmpty();
    assertThat(price.arrears()).isEmpty();
  }

  @Test
  @Proves("S1.13")
  void S1_13_prorate_invoices_the_rest_of_the_month_at_once() {
    PolicyPack pack = Suite.pack(ChangeBilling.PRORATE);
    InvoiceDraft invoice =
        price(pack, components("platform", 3L)).invoice(pack, 1, 3, 7, Suite.BUYER).orElseThrow();

    // 2 × 59.00 × 20 of 31 days
    assertThat(invoice.net().amount()).isEqualByComparingTo("76.13");
    assertThat(invoice.period().from()).isEqualTo(TODAY);
    assertThat(invoice.sourceKey()).isEqualTo("change:1");
    assertThat(invoice.lines())
        .allSatisfy(
            line -> assertThat(line.why().recompute()).isEqualByComparingTo(line.net().amount()));
  }

  @Test
  @Proves("S1.13")
  void S1_13_prorate_of_a_new_plan_takes_the_old_one_back() {
    PolicyPack pack = Suite.pack(ChangeBilling.PRORATE);
    ChangePrice price = price(pack, new ChangeRequest("pro", Map.of()));

    // (549.00 − 249.00 + 49.00 − 59.00) × 20 of 31 days: 354.19 − 160.65 + 31.61 − 38.06
    assertThat(price.rest()).hasSize(4);
    assertThat(price.restNet().amount()).isEqualByComparingTo("187.09");
    assertThat(price.rest()).allSatisfy(line -> assertThat(line.unitPrice()).isPositive());
  }

  @Test
  @Proves("S1.13")
  void S1_13_with_arrears_the_next_invoice_carries_the_difference() {
    PolicyPack pack = Suite.pack(ChangeBilling.NEXT_INVOICE_WITH_ARREARS);
    ChangePrice price = price(pack, components("platform", 3L));

    assertThat(price.invoice(pack, 1, 3, 7, Suite.BUYER)).isEmpty();
    assertThat(price.arrears().orElseThrow().recompute()).isEqualByComparingTo("76.13");
  }

  @Test
  @Proves("S1.13")
  void S1_13_a_month_that_was_not_paid_has_no_rest_to_charge() {
    PolicyPack pack = Suite.pack(ChangeBilling.PRORATE);
    Situation free =
        new Situation(
            State.ACTIVE,
            false,
            null,
            Deployment.SHARED,
            START,
            Situation.NOTHING_WAITS,
            Map.of(),
            Map.of());
    Accepted accepted = accepted(new Changes(pack).decide(free, components("platform", 3L), TODAY));

    assertThat(ChangePrice.of(pack, free, accepted, Suite.BUYER, TODAY).rest()).isEmpty();
  }

  @Test
  @Proves("S1.11")
  void S1_11_in_a_mixed_change_the_more_comes_at_once_and_the_less_waits() {
    Terms terms = Suite.terms(PACK, "start", Map.of("platform", 2L, "courier-x", 1L));
    Accepted accepted =
        accepted(
            decide(
                Suite.active(terms, Map.of()), components("documents-100", 2L, "courier-x", 0L)));

    assertThat(accepted.now().orElseThrow().change().components())
        .isEqualTo(Map.of("documents-100", 2L));
    assertThat(accepted.later().orElseThrow().change().components())
        .isEqualTo(Map.of("courier-x", 0L));
    assertThat(accepted.later().orElseThrow().direction()).isEqualTo(Direction.DOWNGRADE);
    assertThat(accepted.after().quantities())
        .isEqualTo(Map.of("platform", 2L, "documents-100", 2L));
  }

  @Test
  @Proves({"S1.14", "S1.15"})
  void S1_15_every_unmet_limit_is_listed_and_equal_is_met() {
    Situation over =
        Suite.active(PRO, Map.of("crm-accounts", 1000L, "documents", 101L, "platforms", 2L));

    assertThat(decide(over, new ChangeRequest("start", Map.of())))
        .isEqualTo(
            new LimitsNotMet(
                List.of(new UnmetLimit("documents", 101, 100), new UnmetLimit("platforms", 2, 1))));
  }

  @Test
  @Proves("S1.17")
  void S1_17_less_of_a_component_that_raises_a_limit_is_checked_like_a_downgrade() {
    Terms terms = Suite.terms(PACK, "start", Map.of("platform", 2L));

    assertThat(decide(Suite.active(terms, Map.of("platforms", 3L)), components("platform", 1L)))
        .isEqualTo(new LimitsNotMet(List.of(new UnmetLimit("platforms", 3, 2))));
    assertThat(
            accepted(
                    decide(
                        Suite.active(terms, Map.of("platforms", 2L)), components("platform", 1L)))
                .later())
        .isPresent();
  }

  @Test
  @Proves("S1.17")
  void S1_17_the_second_check_refuses_when_usage_has_grown() {
    Situation grown =
        waiting(PRO, new ChangeRequest("start", Map.of()), Map.of("crm-accounts", 1001L));
    Situation fits =
        waiting(PRO, new ChangeRequest("start", Map.of()), Map.of("crm-accounts", 1000L));

    assertThat(new Changes(PACK).apply(grown, APRIL)).isInstanceOf(LimitsNotMet.class);
    Accepted applied = accepted(new Changes(PACK).apply(fits, APRIL));
    assertThat(applied.now().orElseThrow().effectiveOn()).isEqualTo(APRIL);
    assertThat(applied.after().plan().code()).isEqualTo("start");
  }

  @Test
  @Proves("S1.18")
  void S1_18_an_agreed_limit_raises_what_the_plan_allows() {
    Situation agreed =
        new Situation(
            State.ACTIVE,
            false,
            null,
            Deployment.SHARED,
            PRO,
            Situation.NOTHING_WAITS,
            Map.of("crm-accounts", 1500L),
            Map.of("crm-accounts", 1500L));

    assertThat(decide(agreed, new ChangeRequest("start", Map.of()))).isInstanceOf(Accepted.class);
  }

  @Test
  @Proves("S1.19")
  void S1_19_a_plan_of_the_own_installation_needs_one() {
    ChangeRequest own = new ChangeRequest("dedicated", Map.of());
    Situation shared = Suite.active(PRO, Map.of());
    Situation dedicated =
        new Situation(
            State.ACTIVE,
            false,
            null,
            Deployment.DEDICATED_MANAGED,
            PRO,
            Situation.NOTHING_WAITS,
            Map.of(),
            Map.of());

    assertThat(decide(shared, own)).isEqualTo(new OtherDeployment("dedicated"));
    assertThat(decide(dedicated, own)).isInstanceOf(Accepted.class);
  }

  @Test
  @Proves("S1.10")
  void S1_10_a_later_request_joins_what_waits() {
    Terms terms = Suite.terms(PACK, "pro", Map.of("platform", 3L, "courier-x", 1L));
    ChangeRequest first = new ChangeRequest("start", Map.of("courier-x", 0L));
    Situation waiting = waiting(terms, first, Map.of());

    Accepted less = accepted(decide(waiting, components("platform", 1L)));
    assertThat(less.later().orElseThrow().change())
        .isEqualTo(new ChangeRequest("start", Map.of("courier-x", 0L, "platform", 1L)));

    Accepted kept = accepted(decide(waiting, components("courier-x", 1L)));
    assertThat(kept.replacesWaiting()).isTrue();
    assertThat(kept.later().orElseThrow().change()).isEqualTo(new ChangeRequest("start", Map.of()));

    Accepted stays = accepted(decide(waiting, new ChangeRequest("pro", Map.of("courier-x", 1L))));
    assertThat(stays.now()).isEmpty();
    assertThat(stays.later()).as("nothing waits any longer").isEmpty();
  }

  @Test
  @Proves("S1.10")
  void S1_10_what_cannot_be_done_is_refused_by_name() {
    Situation now = Suite.active(START, Map.of());

    assertThat(decide(now, new ChangeRequest("gold", Map.of()))).isEqualTo(new UnknownPlan("gold"));
    assertThat(decide(now, components("rocket", 1L)))
        .isEqualTo(new UnknownComponent("rocket", "start"));
    assertThat(decide(now, components("platform", -1L))).isInstanceOf(BadQuantity.class);
    assertThat(decide(now, components("platform", 1_000_000L)))
        .isEqualTo(new BadQuantity("platform", 1_000_000, 1000));
    assertThat(decide(now, components("courier-x", 2L)))
        .isEqualTo(new BadQuantity("courier-x", 2, 1));
    assertThat(decide(now, components("platform", 1L))).isEqualTo(new NoChange());
    assertThat(decide(state(State.STOPPED, false), components("platform", 2L)))
        .isEqualTo(new WrongState(State.STOPPED, false));
    assertThat(decide(state(State.ACTIVE, true), components("platform", 2L)))
        .isEqualTo(new WrongState(State.ACTIVE, true));
  }

  @Test
  @Proves("S3.26")
  void S3_26_where_use_is_billed_components_are_switched_at_once_in_both_directions() {
    for (Timing timing : List.of(Timing.MONTHLY_ARREARS, Timing.DAILY)) {
      PolicyPack pack = Suite.pack(timing, ChangeBilling.NEXT_INVOICE, FirstMonth.WHOLE, true);
      Terms terms = Suite.terms(pack, "start", Map.of("courier-x", 1L));
      Accepted off =
          accepted(
              new Changes(pack)
                  .decide(Suite.active(terms, Map.of()), components("courier-x", 0L), TODAY));

      assertThat(off.now().orElseThrow().effectiveOn()).isEqualTo(TODAY);
      assertThat(off.later()).isEmpty();
    }
  }

  @Test
  @Proves("S1.17")
  void S1_17_where_each_day_is_charged_a_lower_plan_waits_for_the_next_day_only() {
    PolicyPack daily = Suite.pack(Timing.DAILY, ChangeBilling.NEXT_INVOICE, FirstMonth.WHOLE, true);
    Situation pro = Suite.active(Suite.terms(daily, "pro", Map.of()), Map.of());
    Accepted down =
        accepted(new Changes(daily).decide(pro, new ChangeRequest("start", Map.of()), TODAY));

    assertThat(down.later().orElseThrow().effectiveOn()).isEqualTo(TODAY.plusDays(1));
  }

  private static ChangeDecision decide(Situation situation, ChangeRequest request) {
    return new Changes(PACK).decide(situation, request, TODAY);
  }

  private static Accepted accepted(ChangeDecision decision) {
    assertThat(decision).isInstanceOf(Accepted.class);
    return (Accepted) decision;
  }

  private static ChangePrice price(PolicyPack pack, ChangeRequest request) {
    Situation now = Suite.active(Suite.terms(pack, "start", Map.of("platform", 1L)), Map.of());
    return ChangePrice.of(
        pack, now, accepted(new Changes(pack).decide(now, request, TODAY)), Suite.BUYER, TODAY);
  }

  private static Situation waiting(Terms terms, ChangeRequest waiting, Map<String, Long> usage) {
    return new Situation(
        State.ACTIVE, false, null, Deployment.SHARED, terms, waiting, usage, Map.of());
  }

  private static Situation state(State state, boolean ending) {
    return new Situation(
        state, ending, null, Deployment.SHARED, START, Situation.NOTHING_WAITS, Map.of(), Map.of());
  }

  private static ChangeRequest components(String code, long quantity) {
    return new ChangeRequest(null, Map.of(code, quantity));
  }

  private static ChangeRequest components(String code, long quantity, String other, long more) {
    return new ChangeRequest(null, Map.of(code, quantity, other, more));
  }

  private static String monthly(Terms terms, LocalDate issueDate) {
    var pricing =
        new MonthlyPricing(PACK)
            .price(Suite.snapshot(State.ACTIVE, null, terms), Suite.BUYER, List.of(), issueDate);
    return ((Billed<InvoiceDraft>) pricing).what().net().amount().toPlainString();
  }
}
