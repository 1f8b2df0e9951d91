package org.kontor.domain.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kontor.domain.change.ChangeDecision.Accepted;
import org.kontor.domain.change.ChangeDecision.LimitsNotMet;
import org.kontor.domain.change.SelfServed.Bar;
import org.kontor.domain.change.SelfServed.Obstacle;
import org.kontor.domain.invoice.InvoiceDraft;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.PortalPolicy.SelfService;
import org.kontor.domain.policy.PortalPolicy.WhileOwing;
import org.kontor.domain.pricing.MonthlyPricing;
import org.kontor.domain.pricing.Pricing.Billed;
import org.kontor.domain.pricing.WholeMonth;
import org.kontor.domain.subscription.ChangeRequest;
import org.kontor.domain.subscription.Limits;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;
import org.kontor.domain.subscription.Terms;
import org.kontor.domain.subscription.UnmetLimit;

class SelfServedTest {

  private static final PolicyPack PACK = Suite.pack();
  private static final LocalDate TODAY = LocalDate.parse("2026-03-12");
  private static final Terms START = Suite.terms(PACK, "start", Map.of());
  private static final Terms PRO = Suite.terms(PACK, "pro", Map.of());
  private static final ChangeRequest UP = new ChangeRequest("pro", Map.of());
  private static final ChangeRequest DOWN = new ChangeRequest("start", Map.of());

  @Test
  void who_owes_may_take_less_and_not_more_unless_the_policy_says_otherwise() {
    assertThat(bar(WhileOwing.LESS, START, UP, true)).contains(Bar.OWING);
    assertThat(bar(WhileOwing.LESS, PRO, DOWN, true)).isEmpty();
    assertThat(bar(WhileOwing.NOTHING, PRO, DOWN, true)).contains(Bar.OWING);
    assertThat(bar(WhileOwing.ALL, START, UP, true)).isEmpty();
    assertThat(bar(WhileOwing.LESS, START, UP, false)).isEmpty();
  }

  @Test
  void what_the_vendor_gives_is_not_taken_by_oneself_but_may_be_given_back() {
    SelfService policy =
        new SelfService(true, WhileOwing.LESS, false, true, Set.of("courier-x", "pro"));
    assertThat(bar(policy, START, new ChangeRequest(null, Map.of("courier-x", 1L)), false))
        .contains(Bar.BY_STAFF);
    assertThat(bar(policy, START, UP, false)).contains(Bar.BY_STAFF);
    Terms on = Suite.terms(PACK, "start", Map.of("courier-x", 1L));
    assertThat(bar(policy, on, new ChangeRequest(null, Map.of("courier-x", 0L)), false)).isEmpty();
    SelfService none = new SelfService(false, WhileOwing.ALL, false, true, Set.of());
    assertThat(bar(none, PRO, DOWN, false)).contains(Bar.NOT_OFFERED);
  }

  @Test
  void an_unmet_limit_names_the_units_that_would_raise_it_far_enough() {
    LimitsNotMet refusal =
        new LimitsNotMet(
            List.of(new UnmetLimit("platforms", 4, 1), new UnmetLimit("crm-accounts", 1001, 1000)));
    List<Obstacle> obstacles = SelfServed.obstacles(refusal, START, Set.of());

    assertThat(obstacles.get(0).over()).isEqualTo(3);
    SelfServed.Remedy remedy = obstacles.get(0).remedy().orElseThrow();
    Terms enough = START.with(START.plan(), Map.of(remedy.component().code(), remedy.quantity()));
    assertThat(Limits.of(enough, Map.of()).allowed()).containsEntry("platforms", 4L);
    assertThat(obstacles.get(1).remedy()).as("no component raises it").isEmpty();
    assertThat(
            SelfServed.obstacles(refusal, START, Set.of(remedy.component().code())).get(0).remedy())
        .as("what the vendor gives is no way out")
        .isEmpty();
  }

  @Test
  void a_whole_month_is_told_as_the_invoice_bills_it() {
    Terms terms = Suite.terms(PACK, "pro", Map.of("platform", 2L, "courier-x", 1L));
    WholeMonth told =
        WholeMonth.of(PACK, terms.plan(), terms::quantity, Suite.BUYER, YearMonth.parse("2026-04"));
    var april = LocalDate.parse("2026-04-01");
    var billed =
        new MonthlyPricing(PACK)
            .price(Suite.snapshot(State.ACTIVE, null, terms), Suite.BUYER, List.of(), april);

    InvoiceDraft invoice = ((Billed<InvoiceDraft>) billed).what();
    assertThat(told.net()).isEqualTo(invoice.net());
    assertThat(told.vat()).contains(invoice.vatTotal());
    assertThat(told.total()).isEqualTo(invoice.total());
    assertThat(told.positions())
        .allSatisfy(
            position ->
                assertThat(position.why().recompute())
                    .isEqualByComparingTo(position.amount().amount()));
  }

  private static Optional<Bar> bar(
      WhileOwing reading, Terms terms, ChangeRequest request, boolean owing) {
    return bar(new SelfService(true, reading, false, true, Set.of()), terms, request, owing);
  }

  private static Optional<Bar> bar(
      SelfService policy, Terms terms, ChangeRequest request, boolean owing) {
    Situation situation = Suite.active(terms, Map.of());
    ChangeDecision decision = new Changes(PACK).decide(situation, request, TODAY);
    assertThat(decision).isInstanceOf(Accepted.class);
    assertThat(situation.state()).isEqualTo(State.ACTIVE);
    return SelfServed.bar(policy, situation, request, owing, decision);
  }
}
