package org.kontor.domain.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.domain.change.Activation.Activated;
import org.kontor.domain.change.Activation.BadStart;
import org.kontor.domain.change.Activation.TooLate;
import org.kontor.domain.change.Activation.WrongState;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.invoice.InvoiceDraft;
import org.kontor.domain.invoice.Purpose;
import org.kontor.domain.payment.WalletPacks;
import org.kontor.domain.policy.BillingPolicy.ChangeBilling;
import org.kontor.domain.policy.BillingPolicy.FirstMonth;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Seller;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.policy.WalletPolicy.VatMode;
import org.kontor.domain.pricing.MonthlyPricing;
import org.kontor.domain.pricing.Pricing.Billed;
import org.kontor.domain.pricing.Pricing.NothingDue;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.rules.Proves;
import org.kontor.domain.subscription.SubscriptionSnapshot;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;
import org.kontor.domain.subscription.Terms;

class ActivationsTest {

  private static final LocalDate DAY = LocalDate.parse("2026-03-12");

  @Test
  @Proves("S1.34")
  void S1_34_the_first_month_is_pro_rata_with_the_day_of_activation() {
    InvoiceDraft invoice = invoice(FirstMonth.PRO_RATA, DAY);

    // 20 of 31 days: 249.00 → 160.65, 35.00 → 22.58
    assertThat(invoice.net().amount()).isEqualByComparingTo("183.23");
    assertThat(invoice.purpose()).isEqualTo(Purpose.FIRST_MONTH);
    assertThat(invoice.period().from()).isEqualTo(DAY);
    assertThat(invoice.period().to()).isEqualTo("2026-03-31");
    assertThat(invoice.lines())
        .allSatisfy(
            line -> {
              assertThat(line.why().rules()).contains("S1.34");
              assertThat(line.why().recompute()).isEqualByComparingTo(line.net().amount());
            });
  }

  @Test
  @Proves("S1.34")
  void S1_34_it_is_due_on_the_later_of_the_11th_and_ten_days_after_issue() {
    assertThat(invoice(FirstMonth.PRO_RATA, DAY).dueDate()).isEqualTo("2026-03-22");
    assertThat(invoice(FirstMonth.PRO_RATA, LocalDate.parse("2026-03-01")).dueDate())
        .isEqualTo("2026-03-11");
  }

  @Test
  @Proves("S1.34")
  void S1_34_the_other_readings_are_free_until_the_first_and_a_whole_month() {
    Activated free = activated(FirstMonth.FREE, DAY);
    assertThat(free.invoice()).isEmpty();
    assertThat(free.chargedThrough()).isNull();

    InvoiceDraft whole = invoice(FirstMonth.WHOLE, DAY);
    assertThat(whole.net().amount()).isEqualByComparingTo("284.00");
    assertThat(whole.period().from()).isEqualTo(DAY);

    assertThat(invoice(FirstMonth.FREE, LocalDate.parse("2026-03-01")).net().amount())
        .as("a month that begins with its first day is not a partial one")
        .isEqualByComparingTo("284.00");
  }

  @Test
  @Proves({"S1.3", "S1.4"})
  void S1_4_a_trial_is_converted_up_to_its_last_day_and_never_twice() {
    PolicyPack pack = Suite.pack();
    SubscriptionSnapshot trial = Suite.snapshot(State.TRIAL, "2026-03-14", terms(pack));

    assertThat(convert(pack, trial, LocalDate.parse("2026-03-14"))).isInstanceOf(Activated.class);
    assertThat(convert(pack, trial, LocalDate.parse("2026-03-15")))
        .isEqualTo(new TooLate(LocalDate.parse("2026-03-14")));
    assertThat(convert(pack, Suite.snapshot(State.ACTIVE, null, terms(pack)), DAY))
        .isEqualTo(new WrongState(State.ACTIVE));
  }

  @Test
  @Proves("S2.6")
  void S2_6_the_day_of_activation_is_the_first_charged_one_unless_the_policy_says_otherwise() {
    assertThat(daily(true).chargedThrough()).isNull();
    assertThat(daily(true).invoice()).as("the daily run charges it").isEmpty();
    assertThat(daily(false).chargedThrough()).isEqualTo(DAY);
  }

  @Test
  @Proves("S3.25")
  void S3_25_in_arrears_nothing_is_billed_ahead_the_settlement_takes_the_first_month_too() {
    PolicyPack pack =
        Suite.pack(Timing.MONTHLY_ARREARS, ChangeBilling.NEXT_INVOICE, FirstMonth.WHOLE, true);
    Activated activated =
        (Activated) convert(pack, Suite.snapshot(State.TRIAL, "2026-03-14", terms(pack)), DAY);

    assertThat(activated.on()).isEqualTo(DAY);
    assertThat(activated.invoice()).isEmpty();
    assertThat(activated.chargedThrough()).isNull();
  }

  @Test
  @Proves("S1.25")
  void
      S1_25_a_start_in_the_future_is_a_first_and_a_start_in_an_earlier_month_was_billed_elsewhere() {
    PolicyPack pack = Suite.pack();

    assertThat(start(pack, "2026-04-10"))
        .isEqualTo(new BadStart(LocalDate.parse("2026-04-10"), LocalDate.parse("2026-05-01")));
    assertThat(((Activated) start(pack, "2026-04-01")).invoice()).isEmpty();
    Activated earlier = (Activated) start(pack, "2025-11-20");
    assertThat(earlier.invoice()).isEmpty();
    assertThat(earlier.chargedThrough()).isEqualTo("2026-03-31");
  }

  private static Activation start(PolicyPack pack, String on) {
    Terms terms = terms(pack);
    return new Activations(pack)
        .start(
            Suite.snapshot(State.TRIAL, null, terms),
            terms.plan(),
            Suite.BUYER,
            LocalDate.parse(on),
            DAY);
  }

  private static Activated daily(boolean activationDayCharged) {
    PolicyPack pack =
        Suite.pack(
            Timing.DAILY, ChangeBilling.NEXT_INVOICE, FirstMonth.WHOLE, activationDayCharged);
    return (Activated) convert(pack, Suite.snapshot(State.TRIAL, "2026-03-14", terms(pack)), DAY);
  }

  private static InvoiceDraft invoice(FirstMonth reading, LocalDate day) {
    return activated(reading, day).invoice().orElseThrow();
  }

  private static Activated activated(FirstMonth reading, LocalDate day) {
    PolicyPack pack = Suite.pack(reading);
    return (Activated) convert(pack, Suite.snapshot(State.TRIAL, "2026-03-14", terms(pack)), day);
  }

  private static Activation convert(PolicyPack pack, SubscriptionSnapshot trial, LocalDate day) {
    return new Activations(pack).convert(trial, terms(pack).plan(), Suite.BUYER, day);
  }

  private static Terms terms(PolicyPack pack) {
    return Suite.terms(pack, "start", Map.of("courier-x", 1L, "users", 3L));
  }

  @Test
  void who_owes_no_vat_is_not_charged_on_a_balance_whose_prices_contain_it() {
    PolicyPack pack = WalletPacks.pack(VatMode.NO_VAT_RECEIPT, List.of(), true);
    Plan plan = pack.catalogue().plans().get(0);
    Terms terms = Suite.terms(pack, plan.code(), Map.of());
    SubscriptionSnapshot fresh = Suite.snapshot(State.TRIAL, null, terms);
    Activations activations = new Activations(pack);
    Buyer home = Suite.BUYER;
    assertThat(activations.start(fresh, plan, home, DAY, DAY)).isInstanceOf(Activated.class);
    Seller.Address berlin = new Seller.Address("Weg 1", "Berlin", "10115", "", "DE");
    Buyer business = new Buyer("GmbH", "", "DE123456789", berlin, "", "en");
    assertThatThrownBy(() -> activations.start(fresh, plan, business, DAY, DAY))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.problem().code()).isEqualTo(ProblemCode.CONDITIONS_NOT_MET));
  }

  @Test
  void a_free_month_stays_free_when_the_invoice_day_comes_after_the_activation() {
    PolicyPack pack = Suite.pack(FirstMonth.FREE);
    SubscriptionSnapshot since = activeSince(pack, "2026-03-03");
    MonthlyPricing pricing = new MonthlyPricing(pack);
    assertThat(pricing.price(since, Suite.BUYER, List.of(), LocalDate.parse("2026-03-05")))
        .isInstanceOf(NothingDue.class);
    assertThat(pricing.price(since, Suite.BUYER, List.of(), LocalDate.parse("2026-04-05")))
        .isInstanceOf(Billed.class);
  }

  private static SubscriptionSnapshot activeSince(PolicyPack pack, String day) {
    SubscriptionSnapshot s = Suite.snapshot(State.ACTIVE, null, terms(pack));
    return new SubscriptionSnapshot(
        s.id(),
        s.customerId(),
        s.planCode(),
        s.state(),
        s.startedOn(),
        null,
        LocalDate.parse(day),
        null,
        null,
        null,
        null,
        s.carryExact(),
        s.carryCharged(),
        s.components());
  }
}
