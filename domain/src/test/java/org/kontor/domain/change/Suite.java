package org.kontor.domain.change;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.policy.BillingPolicy;
import org.kontor.domain.policy.BillingPolicy.ChangeBilling;
import org.kontor.domain.policy.BillingPolicy.FirstMonth;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.policy.Plan.Component;
import org.kontor.domain.policy.Plan.Component.Kind;
import org.kontor.domain.policy.Plan.Deployment;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Seller.Address;
import org.kontor.domain.policy.Texts;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.policy.TrialPolicy;
import org.kontor.domain.policy.TrialPolicy.EndAction;
import org.kontor.domain.pricing.Packs;
import org.kontor.domain.subscription.SubscriptionSnapshot;
import org.kontor.domain.subscription.SubscriptionSnapshot.ComponentPeriod;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;
import org.kontor.domain.subscription.Terms;

/** A business suite with three plans, as S1 sells it, for tests of changes and activations. */
public final class Suite {

  static final Buyer BUYER =
      new Buyer(
          "Client SRL",
          "",
          "",
          new Address("Str. Doi 2", "Cluj-Napoca", "400001", "CJ", "RO"),
          "",
          "en");

  private Suite() {}

  public static PolicyPack pack() {
    return pack(Timing.MONTHLY_ADVANCE, ChangeBilling.NEXT_INVOICE, FirstMonth.PRO_RATA, true);
  }

  static PolicyPack pack(ChangeBilling change) {
    return pack(Timing.MONTHLY_ADVANCE, change, FirstMonth.PRO_RATA, true);
  }

  static PolicyPack pack(FirstMonth firstMonth) {
    return pack(Timing.MONTHLY_ADVANCE, ChangeBilling.NEXT_INVOICE, firstMonth, true);
  }

  static PolicyPack pack(
      Timing timing, ChangeBilling change, FirstMonth firstMonth, boolean activationDayCharged) {
    PolicyPack base = Packs.pack(timing, "Europe/Bucharest");
    BillingPolicy old = base.billing();
    BillingPolicy billing =
        new BillingPolicy(
            old.invoiceDay(),
            old.due(),
            old.dailyDivisor(),
            old.dailyRounding(),
            old.headcount(),
            change,
            firstMonth,
            activationDayCharged,
            old.invoiceWhileStopped(),
            true,
            false,
            old.renewalLeadDays());
    return new PolicyPack(
        "suite",
        1,
        base.effectiveFrom(),
        base.seller(),
        new PolicyPack.Catalogue(base.catalogue().metrics(), plans(timing), List.of()),
        billing,
        base.wallet(),
        trial(EndAction.DELETE, 0),
        base.bounds(),
        base.later());
  }

  static TrialPolicy trial(EndAction action, int lockDays) {
    return new TrialPolicy(14, action, lockDays, true, List.of(7, 3, 1));
  }

  /** Another price for one plan's base, in a second version. */
  static PolicyPack dearer(PolicyPack pack, String plan, String fee) {
    List<Plan> plans =
        pack.catalogue().plans().stream()
            .map(p -> p.code().equals(plan) ? withFee(p, fee) : p)
            .toList();
    return new PolicyPack(
        pack.code(),
        2,
        pack.effectiveFrom().plusYears(1),
        pack.seller(),
        new PolicyPack.Catalogue(pack.catalogue().metrics(), plans, List.of()),
        pack.billing(),
        pack.wallet(),
        pack.trial(),
        pack.bounds(),
        pack.later());
  }

  private static Plan withFee(Plan p, String fee) {
    return new Plan(
        p.code(),
        p.name(),
        p.timing(),
        new BigDecimal(fee),
        p.tiers(),
        p.limits(),
        p.components(),
        p.usage(),
        p.deployment());
  }

  private static List<Plan> plans(Timing timing) {
    return List.of(
        plan(
            "start",
            timing,
            "249.00",
            Map.of("crm-accounts", 1000L, "documents", 100L, "platforms", 1L),
            Deployment.SHARED,
            "59.00",
            "35.00"),
        plan(
            "pro",
            timing,
            "549.00",
            Map.of("crm-accounts", 10000L, "documents", 1000L, "platforms", 3L),
            Deployment.SHARED,
            "49.00",
            "29.00"),
        plan(
            "dedicated",
            timing,
            "2900.00",
            Map.of(),
            Deployment.DEDICATED_MANAGED,
            "0.00",
            "0.00"));
  }

  private static Plan plan(
      String code,
      Timing timing,
      String fee,
      Map<String, Long> limits,
      Deployment deployment,
      String platform,
      String courier) {
    return new Plan(
        code,
        text(code),
        timing,
        new BigDecimal(fee),
        List.of(),
        limits,
        List.of(
            component("platform", Kind.QUANTITY, platform, 0, "platforms", 1),
            component("documents-100", Kind.QUANTITY, "25.00", 0, "documents", 100),
            component("users", Kind.QUANTITY, "10.00", 3, null, 0),
            component("courier-x", Kind.SWITCH, courier, 0, null, 0)),
        List.of(),
        deployment);
  }

  private static Component component(
      String code, Kind kind, String fee, long included, String limit, long by) {
    return new Component(
        code,
        text(code),
        kind,
        new BigDecimal(fee),
        included,
        limit,
        by,
        kind == Kind.SWITCH ? 1 : 1000);
  }

  private static Texts text(String english) {
    return new Texts(Map.of("en", english));
  }

  static Terms terms(PolicyPack pack, String plan, Map<String, Long> quantities) {
    return new Terms(pack.plan(plan).orElseThrow(), quantities);
  }

  /** Active, this month paid, on the shared installation. */
  static Situation active(Terms terms, Map<String, Long> usage) {
    return new Situation(
        State.ACTIVE,
        false,
        LocalDate.parse("2026-03-31"),
        Deployment.SHARED,
        terms,
        Situation.NOTHING_WAITS,
        usage,
        Map.of());
  }

  static SubscriptionSnapshot snapshot(State state, String trialLastDay, Terms terms) {
    LocalDate started = LocalDate.parse("2026-03-01");
    List<ComponentPeriod> components =
        terms.quantities().entrySet().stream()
            .map(e -> new ComponentPeriod(e.getKey(), e.getValue(), started, null))
            .toList();
    return new SubscriptionSnapshot(
        7,
        3,
        terms.plan().code(),
        state,
        started,
        trialLastDay == null ? null : LocalDate.parse(trialLastDay),
        state == State.TRIAL ? null : started,
        null,
        null,
        null,
        null,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        components);
  }
}
