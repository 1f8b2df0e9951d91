package org.kontor.billing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kontor.billing.policy.control.PackReader;
import org.kontor.domain.change.ChangeDecision;
import org.kontor.domain.change.ChangeDecision.Accepted;
import org.kontor.domain.change.ChangeDecision.LimitsNotMet;
import org.kontor.domain.change.ChangePrice;
import org.kontor.domain.change.Changes;
import org.kontor.domain.change.Situation;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.policy.Metric;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.policy.Plan.Component;
import org.kontor.domain.policy.Plan.Deployment;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Product;
import org.kontor.domain.policy.Seller.Address;
import org.kontor.domain.pricing.PriceList;
import org.kontor.domain.pricing.PricedItem;
import org.kontor.domain.rules.Proves;
import org.kontor.domain.subscription.ChangeRequest;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;
import org.kontor.domain.subscription.Terms;
import org.kontor.domain.subscription.TrialTimeline;
import org.kontor.domain.subscription.UnmetLimit;

/** The rules of subscriptions on the packs that come with the product. */
class BundledPlansTest {

  private static final PolicyPack PRIM = PackReader.bundled("prim");
  private static final LocalDate TODAY = LocalDate.parse("2026-03-12");
  private static final Buyer BUYER =
      new Buyer(
          "Client SRL",
          "",
          "",
          new Address("Str. 2", "Cluj-Napoca", "400001", "CJ", "RO"),
          "",
          "ro");

  @Test
  @Proves({"S1.14", "S1.15", "S1.16"})
  void S1_14_golden_scenario_2_on_the_plans_of_prim() {
    assertThat(downgrade(Map.of("crm-accounts", 1001L, "external-documents", 90L)))
        .isEqualTo(new LimitsNotMet(List.of(new UnmetLimit("crm-accounts", 1001, 1000))));
    Accepted accepted =
        (Accepted) downgrade(Map.of("crm-accounts", 1000L, "external-documents", 90L));

    assertThat(accepted.now()).isEmpty();
    assertThat(accepted.later().orElseThrow().effectiveOn()).isEqualTo("2026-04-01");
    assertThat(
            ChangePrice.of(PRIM, situation(Map.of()), accepted, BUYER, TODAY).difference().amount())
        .isEqualByComparingTo("-300.00");
  }

  @Test
  @Proves("S1.11")
  void S1_11_a_plan_of_prim_has_quantities_named_integrations_and_limits() {
    Plan start = PRIM.plan("start").orElseThrow();

    assertThat(start.components()).extracting(Component::kind).contains(Component.Kind.QUANTITY);
    assertThat(start.components()).extracting(Component::kind).contains(Component.Kind.SWITCH);
    assertThat(start.limits()).containsKeys("crm-accounts", "external-documents");
  }

  @Test
  @Proves("S1.19")
  void S1_19_prim_sells_the_own_installation_as_a_plan() {
    assertThat(PRIM.catalogue().plans())
        .extracting(Plan::deployment)
        .contains(Deployment.SHARED, Deployment.DEDICATED_MANAGED);
  }

  @Test
  @Proves({"S1.1", "S1.2", "S1.6"})
  void S1_1_a_trial_of_prim_lasts_fourteen_days_and_is_deleted_on_the_fifteenth() {
    TrialTimeline trial = TrialTimeline.startingOn(LocalDate.parse("2026-03-01"), PRIM.trial());

    assertThat(trial.lastDay()).isEqualTo("2026-03-14");
    assertThat(trial.deletedOn()).isEqualTo("2026-03-15");
    assertThat(trial.warnedOn()).hasSize(3);
  }

  @Test
  @Proves("S1.5")
  void S1_5_data_of_a_trial_is_kept_on_conversion() {
    assertThat(PRIM.trial().keepDataOnConversion()).isTrue();
  }

  @Test
  @Proves("S2.1")
  void S2_1_licence_support_information_and_configuration_are_in_the_fee_of_intrum() {
    PolicyPack intrum = PackReader.bundled("intrum");
    Plan plan = intrum.plan("crm").orElseThrow();

    assertThat(PriceList.monthly(plan, heads(5), intrum.id(), "ru"))
        .as("the fee is the only position")
        .extracting(PricedItem::itemCode)
        .containsExactly("crm");
    assertThat(sold(intrum))
        .as("all that has a price: the tier, the two services and SMS (S2.4)")
        .containsExactlyInAnyOrder("crm", "owners-base", "virtual-pbx", "sms");
    assertThat(intrum.catalogue().products())
        .extracting(Product::kind)
        .doesNotContain(Product.Kind.SUPPORT, Product.Kind.LICENCE, Product.Kind.TRAINING);
  }

  private static ToLongFunction<String> heads(long count) {
    return code -> code.equals(Metric.HEADCOUNT) ? count : 0;
  }

  private static Set<String> sold(PolicyPack pack) {
    return pack.catalogue().plans().stream()
        .flatMap(
            plan ->
                Stream.concat(
                    Stream.of(plan.code()),
                    Stream.concat(
                        plan.components().stream().map(Component::code),
                        plan.usage().stream().map(Plan.UsagePrice::metric))))
        .collect(Collectors.toSet());
  }

  private static ChangeDecision downgrade(Map<String, Long> usage) {
    return new Changes(PRIM).decide(situation(usage), new ChangeRequest("start", Map.of()), TODAY);
  }

  private static Situation situation(Map<String, Long> usage) {
    return new Situation(
        State.ACTIVE,
        false,
        LocalDate.parse("2026-03-31"),
        Deployment.SHARED,
        new Terms(PRIM.plan("pro").orElseThrow(), Map.of()),
        Situation.NOTHING_WAITS,
        usage,
        Map.of());
  }
}
