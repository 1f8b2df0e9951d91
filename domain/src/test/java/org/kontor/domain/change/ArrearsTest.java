package org.kontor.domain.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.domain.change.ChangeDecision.Accepted;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.invoice.InvoiceDraft;
import org.kontor.domain.invoice.Line;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.BillingPolicy.ChangeBilling;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Seller;
import org.kontor.domain.pricing.MonthlyPricing;
import org.kontor.domain.pricing.Pricing.Billed;
import org.kontor.domain.subscription.Arrears;
import org.kontor.domain.subscription.ChangeRequest;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;
import org.kontor.domain.subscription.Terms;

/** NEXT_INVOICE_WITH_ARREARS: the next invoice asks for what was quoted, to the cent (S1.13). */
class ArrearsTest {

  private static final LocalDate CHANGED = LocalDate.parse("2026-03-16");
  private static final LocalDate APRIL = LocalDate.parse("2026-04-01");
  private static final PolicyPack NET = Suite.pack(ChangeBilling.NEXT_INVOICE_WITH_ARREARS);
  private static final PolicyPack GROSS = gross(NET);
  private static final ChangeRequest TO_PRO = new ChangeRequest("pro", Map.of());

  @Test
  void the_difference_of_two_prices_is_rounded_once() {
    // (549.00 − 249.00) × 16 of 31 days is 154.8387…; each price for itself makes 154.83
    ChangePrice price = price(NET, Map.of(), "start", TO_PRO);
    assertThat(price.restNet()).hasToString("154.84 RON");
    assertThat(invoice(NET, "pro", Map.of(), price).net()).hasToString("703.84 RON");
    assertThat(price.rest()).isEmpty();
  }

  @Test
  void who_pays_prices_with_VAT_owes_the_difference_of_these_prices() {
    ChangePrice price = price(GROSS, Map.of(), "start", TO_PRO);
    InvoiceDraft april = invoice(GROSS, "pro", Map.of(), price);

    assertThat(price.arrears().orElseThrow().facts()).containsEntry(Line.GROSS, "154.84");
    assertThat(price.restNet()).hasToString("127.97 RON");
    assertThat(april.total()).hasToString("703.84 RON");
    assertThat(april.lines())
        .allSatisfy(
            line -> assertThat(line.why().recompute()).isEqualByComparingTo(line.net().amount()));
  }

  @Test
  void arrears_of_several_changes_add_up_with_VAT() {
    ChangePrice plan = price(GROSS, Map.of(), "start", TO_PRO);
    ChangePrice courier =
        price(GROSS, Map.of(), "pro", new ChangeRequest(null, Map.of("courier-x", 1L)));
    // 249.00 + 35.00 + 154.84 + 14.97
    InvoiceDraft april = invoice(GROSS, "start", Map.of("courier-x", 1L), plan, courier);
    assertThat(april.total()).hasToString("453.81 RON");
  }

  @Test
  void arrears_are_named_by_the_plan_of_their_days_where_only_a_component_changed() {
    ChangePrice courier =
        price(NET, Map.of(), "pro", new ChangeRequest(null, Map.of("courier-x", 1L)));
    InvoiceDraft april = invoice(NET, "start", Map.of("courier-x", 1L), courier);

    Line arrears = april.lines().get(2);
    assertThat(arrears.name()).isEqualTo("pro");
    assertThat(arrears.period().from()).isEqualTo(CHANGED);
    assertThat(arrears.net()).hasToString("14.97 RON");
  }

  private static ChangePrice price(
      PolicyPack pack, Map<String, Long> quantities, String plan, ChangeRequest request) {
    Situation now = Suite.active(Suite.terms(pack, plan, quantities), Map.of());
    Accepted accepted = (Accepted) new Changes(pack).decide(now, request, CHANGED);
    return ChangePrice.of(pack, now, accepted, Suite.BUYER, CHANGED);
  }

  private static InvoiceDraft invoice(
      PolicyPack pack, String plan, Map<String, Long> quantities, ChangePrice... changes) {
    List<Arrears> arrears = new java.util.ArrayList<>();
    for (ChangePrice change : changes) {
      // As it is stored and read again
      Explanation why = Explanation.parse(change.arrears().orElseThrow().compact());
      Money amount = new Money(why.recompute(), pack.seller().currency());
      arrears.add(new Arrears(arrears.size() + 1, amount, why));
    }
    Terms terms = Suite.terms(pack, plan, quantities);
    var pricing =
        new MonthlyPricing(pack)
            .price(Suite.snapshot(State.ACTIVE, null, terms), Suite.BUYER, arrears, APRIL);
    return ((Billed<InvoiceDraft>) pricing).what();
  }

  private static PolicyPack gross(PolicyPack net) {
    Seller seller = net.seller();
    Seller.Vat vat = seller.vat();
    return new PolicyPack(
        net.code(),
        net.version(),
        net.effectiveFrom(),
        new Seller(
            seller.name(),
            seller.legalName(),
            seller.registrationId(),
            seller.vatId(),
            seller.address(),
            seller.zone(),
            seller.currency(),
            seller.languages(),
            seller.bank(),
            new Seller.Vat(vat.category(), vat.rate(), vat.exemptionReason(), true),
            seller.series(),
            seller.email()),
        net.catalogue(),
        net.billing(),
        net.wallet(),
        net.trial(),
        net.bounds(),
        net.later());
  }
}
