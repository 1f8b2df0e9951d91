package org.kontor.domain.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.explain.Expr;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.invoice.InvoiceDraft;
import org.kontor.domain.invoice.Line;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Seller.Address;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.pricing.Pricing.Billed;
import org.kontor.domain.pricing.Pricing.NothingDue;
import org.kontor.domain.pricing.Pricing.Parked;
import org.kontor.domain.rules.Proves;
import org.kontor.domain.subscription.Arrears;
import org.kontor.domain.subscription.SubscriptionSnapshot;
import org.kontor.domain.subscription.SubscriptionSnapshot.ComponentPeriod;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;
import org.kontor.domain.time.DateRange;

class MonthlyPricingTest {

  private static final LocalDate MARCH = LocalDate.parse("2026-03-01");
  private static final LocalDate FEBRUARY = LocalDate.parse("2026-02-01");
  private static final PolicyPack PACK = Packs.pack(Timing.MONTHLY_ADVANCE, "Europe/Bucharest");

  @Test
  @Proves({"S1.25", "S1.26", "S1.27"})
  void S1_25_the_invoice_of_the_first_is_for_the_month_that_begins_and_due_on_the_11th() {
    InvoiceDraft invoice = billed(price(PACK, active().build()));

    assertThat(invoice.issueDate()).isEqualTo(MARCH);
    assertThat(invoice.period()).isEqualTo(new DateRange(MARCH, LocalDate.parse("2026-03-31")));
    assertThat(invoice.dueDate()).isEqualTo("2026-03-11");
    assertThat(invoice.net().amount()).isEqualByComparingTo("200.00");
    assertThat(invoice.vatTotal().amount()).isEqualByComparingTo("42.00");
    assertThat(invoice.total().amount()).isEqualByComparingTo("242.00");
  }

  @Test
  @Proves("S1.11")
  void S1_11_components_are_billed_by_quantity_beyond_the_included_ones() {
    InvoiceDraft invoice =
        billed(
            price(
                PACK,
                active().with("shop", 3, "2026-01-01").with("courier-x", 1, "2026-01-01").build()));

    assertThat(invoice.lines())
        .extracting(Line::itemCode, line -> line.net().amount())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("start", new BigDecimal("200.00")),
            org.assertj.core.groups.Tuple.tuple("shop", new BigDecimal("98.00")),
            org.assertj.core.groups.Tuple.tuple("courier-x", new BigDecimal("29.00")));
  }

  @Test
  void a_component_that_the_plan_does_not_have_is_parked_and_never_left_off_in_silence() {
    assertThat(price(PACK, active().with("gone", 1, "2026-01-01").build()))
        .isEqualTo(
            new Pricing.Parked<>("UNKNOWN_COMPONENT", "component gone is not in plan start"));
    assertThat(price(PACK, active().with("gone", 0, "2026-01-01").build()))
        .isInstanceOf(Pricing.Billed.class);
  }

  @Test
  @Proves({"S1.13", "S1.16"})
  void S1_13_a_change_of_february_shows_on_the_invoice_of_march() {
    SubscriptionSnapshot changed = active().with("courier-x", 1, "2026-02-17").build();

    assertThat(billed(price(PACK, changed)).net().amount()).isEqualByComparingTo("229.00");
  }

  @Test
  @Proves("S1.33")
  void S1_33_a_stopped_subscription_is_not_invoiced_unless_the_policy_says_so() {
    SubscriptionSnapshot stopped = active().state(State.STOPPED).build();
    PolicyPack goesOn = Packs.pack(Timing.MONTHLY_ADVANCE, "Europe/Bucharest", true);

    assertThat(price(PACK, stopped)).isInstanceOf(NothingDue.class);
    assertThat(price(goesOn, stopped)).isInstanceOf(Billed.class);
  }

  @Test
  @Proves("S1.33")
  void S1_33_the_month_of_restoration_is_not_billed_the_next_one_is() {
    SubscriptionSnapshot back = active().restored("2026-03-20").build();

    assertThat(price(PACK, back)).isInstanceOf(NothingDue.class);
    assertThat(
            new MonthlyPricing(PACK).price(back, buyer(), List.of(), LocalDate.parse("2026-04-01")))
        .isInstanceOf(Billed.class);
  }

  @Test
  @Proves("S1.33")
  void S1_33_the_other_reading_bills_the_days_since_the_restoration_with_the_next_invoice() {
    PolicyPack pack = Packs.billingTheMonthOfRestoration(false);
    SubscriptionSnapshot back = active().through("2026-01-31").restored("2026-02-15").build();

    List<Line> lines = billed(price(pack, back)).lines();
    assertThat(lines)
        .extracting(line -> line.net().amount().toPlainString())
        .containsExactly("200.00", "100.00"); // 14 of 28 days
    assertThat(lines.get(1).period())
        .isEqualTo(new DateRange(LocalDate.parse("2026-02-15"), LocalDate.parse("2026-02-28")));
    assertThat(billed(price(PACK, back)).lines()).hasSize(1);
    SubscriptionSnapshot longAgo = active().through("2026-02-28").restored("2026-01-15").build();
    assertThat(billed(price(pack, longAgo)).lines()).hasSize(1);
    SubscriptionSnapshot billedOn = active().through("2026-02-28").restored("2026-02-15").build();
    assertThat(billed(price(Packs.billingTheMonthOfRestoration(true), billedOn)).lines())
        .as("who was invoiced while stopped has paid for the month")
        .hasSize(1);
  }

  @Test
  void a_service_that_ends_inside_the_month_is_billed_through_its_last_day() {
    InvoiceDraft last = billed(price(PACK, active().ends("2026-03-11").build()));
    assertThat(last.period()).isEqualTo(new DateRange(MARCH, LocalDate.parse("2026-03-11")));
    assertThat(last.net().amount()).isEqualByComparingTo("70.97"); // 200.00 × 11/31
    SubscriptionSnapshot billed = active().ends("2026-03-11").through("2026-03-11").build();
    assertThat(price(PACK, billed)).isInstanceOf(NothingDue.class);
    assertThat(billed(price(PACK, active().ends("2026-03-31").build())).net().amount())
        .isEqualByComparingTo("200.00");
    assertThat(price(PACK, active().ends("2026-02-28").build())).isInstanceOf(NothingDue.class);
  }

  @Test
  void who_was_to_leave_and_stays_pays_the_days_in_between_with_the_next_invoice() {
    SubscriptionSnapshot stays = active().through("2026-02-14").build();
    List<Line> lines = billed(price(PACK, stays)).lines();
    assertThat(lines)
        .extracting(line -> line.net().amount().toPlainString())
        .containsExactly("200.00", "100.00"); // 14 of 28 days
    assertThat(lines.get(1).period().from()).isEqualTo("2026-02-15");
  }

  @Test
  @Proves("S1.3")
  void S1_3_a_trial_is_never_invoiced() {
    assertThat(price(PACK, active().state(State.TRIAL).build())).isInstanceOf(NothingDue.class);
  }

  @Test
  @Proves("S1.34")
  void S1_34_whoever_begins_inside_the_month_has_his_own_first_invoice() {
    assertThat(price(PACK, active().activated("2026-03-02").build()))
        .isInstanceOf(NothingDue.class);
  }

  @Test
  void a_month_that_is_billed_is_not_billed_again() {
    assertThat(price(PACK, active().through("2026-03-31").build())).isInstanceOf(NothingDue.class);
  }

  @Test
  void a_plan_that_the_pack_does_not_know_parks_the_account() {
    assertThat(price(PACK, active().plan("gone").build())).isInstanceOf(Parked.class);
  }

  @Test
  @Proves("S3.24")
  void S3_24_each_line_can_be_computed_again_from_its_explanation() {
    InvoiceDraft invoice = billed(price(PACK, active().with("shop", 7, "2026-01-01").build()));

    assertThat(invoice.lines())
        .allSatisfy(
            line -> assertThat(line.why().recompute()).isEqualByComparingTo(line.net().amount()));
  }

  @Test
  @Proves("S1.34")
  void S1_34_part_of_a_month_is_pro_rata_by_days() {
    DateRange rest = new DateRange(LocalDate.parse("2026-02-15"), LocalDate.parse("2026-02-28"));

    List<Line> lines =
        new MonthlyPricing(PACK)
            .lines(PACK.plan("start").orElseThrow(), active().build(), buyer(), rest, rest.from());

    assertThat(lines.get(0).net().amount()).isEqualByComparingTo("100.00");
  }

  @Test
  void arrears_name_their_days_and_their_plan_even_after_a_month_that_was_not_invoiced() {
    DateRange days = new DateRange(LocalDate.parse("2026-01-20"), LocalDate.parse("2026-01-31"));
    RestOfMonth rest = new RestOfMonth(PACK);
    PricedItem none = item("old", "0", "start");
    List<PricedItem> dearer = List.of(item("start", "310.00", "start"));
    Explanation why = rest.arrears(List.of(none), dearer, "start", buyer(), days).orElseThrow();
    assertThat(why.facts()).containsEntry("plan", "start");
    Arrears arrears = new Arrears(5, Money.of("120.00", "RON"), why);
    Line line =
        billed(new MonthlyPricing(PACK).price(active().build(), buyer(), List.of(arrears), MARCH))
            .lines()
            .get(1);
    assertThat(line.itemCode()).isEqualTo("arrears-5");
    assertThat(line.period()).isEqualTo(days);
    assertThat(line.name()).isEqualTo(PACK.plan("start").orElseThrow().name().in("en"));
  }

  @Test
  void a_month_that_was_parked_is_billed_with_the_next_one_by_its_own_terms() {
    SubscriptionSnapshot grown =
        active().through("2026-01-31").with("courier-x", 1, "2026-02-20").build();

    List<Line> lines = billed(caughtUp(PACK, grown)).lines();
    assertThat(lines)
        .extracting(Line::itemCode, line -> line.period().from(), line -> line.net().amount())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("start", MARCH, new BigDecimal("200.00")),
            org.assertj.core.groups.Tuple.tuple("courier-x", MARCH, new BigDecimal("29.00")),
            org.assertj.core.groups.Tuple.tuple("start", FEBRUARY, new BigDecimal("200.00")));
    assertThat(billed(caughtUp(PACK, active().through("2026-02-28").build())).lines()).hasSize(1);
    assertThat(caughtUp(PACK, active().with("gone", 1, "2026-01-15").build()))
        .isInstanceOfSatisfying(
            Parked.class, parked -> assertThat(parked.detail()).startsWith("2026-02: "));
  }

  @Test
  void a_month_that_was_parked_is_billed_after_the_end_of_the_service_too() {
    SubscriptionSnapshot left =
        active().state(State.ENDED).through("2026-01-31").ends("2026-02-28").build();

    assertThat(billed(caughtUp(PACK, left)).lines())
        .extracting(Line::period)
        .containsExactly(new DateRange(FEBRUARY, LocalDate.parse("2026-02-28")));
    assertThat(new MonthlyPricing(PACK).price(left, buyer(), List.of(), FEBRUARY))
        .isInstanceOf(Billed.class);
  }

  /** Cancelled for the end of February, and repaired only after the run of March. */
  @Test
  void a_month_that_was_parked_until_long_after_the_end_of_the_service_is_billed_once() {
    SubscriptionSnapshot left =
        active().state(State.ENDED).through("2026-01-31").ends("2026-02-28").build();
    LocalDate april = LocalDate.parse("2026-04-01");
    Arrears arrears =
        new Arrears(
            5,
            Money.of("9.00", "RON"),
            new Explanation(
                List.of("S1.13"), PACK.id(), Map.of(), Expr.num("fee", new BigDecimal("9.00"))));
    MonthlyPricing.Left months =
        new MonthlyPricing.Left(
            List.of(arrears),
            List.of(
                new MonthlyPricing.Missed(FEBRUARY, PACK), new MonthlyPricing.Missed(MARCH, PACK)));
    InvoiceDraft late = billed(new MonthlyPricing(PACK).price(left, buyer(), months, april, april));

    assertThat(late.lines())
        .extracting(line -> line.net().amount().toPlainString())
        .containsExactly("200.00", "9.00");
    assertThat(late.period().to()).isEqualTo("2026-02-28");
    assertThat(late.sourceKey())
        .as("the retry of March would bill the same document")
        .isEqualTo(billed(price(PACK, left, months)).sourceKey());
    SubscriptionSnapshot done =
        active().state(State.ENDED).through("2026-02-28").ends("2026-02-28").build();
    assertThat(new MonthlyPricing(PACK).price(done, buyer(), List.of(arrears), april))
        .as("arrears come with the first month after the end")
        .isInstanceOf(NothingDue.class);
  }

  @Test
  @Proves("S1.13")
  void S1_13_arrears_of_the_last_month_are_invoiced_after_the_end_of_the_service() {
    DateRange days = new DateRange(LocalDate.parse("2026-02-05"), LocalDate.parse("2026-02-28"));
    Explanation why =
        new Explanation(
            List.of("S1.13"),
            PACK.id(),
            Map.of("from", days.from().toString(), "to", days.to().toString(), "plan", "start"),
            Expr.num("fee", new BigDecimal("906.68")));
    List<Arrears> arrears = List.of(new Arrears(5, Money.of("906.68", "RON"), why));
    for (State state : List.of(State.ACTIVE, State.ENDED)) {
      SubscriptionSnapshot left =
          active().state(state).through("2026-02-28").ends("2026-02-28").build();
      MonthlyPricing pricing = new MonthlyPricing(PACK);
      InvoiceDraft invoice = billed(pricing.price(left, buyer(), arrears, MARCH));
      assertThat(invoice.net()).hasToString("906.68 RON");
      assertThat(invoice.period().to()).isEqualTo(days.to());
      assertThat(pricing.price(left, buyer(), List.of(), MARCH)).isInstanceOf(NothingDue.class);
      assertThat(pricing.price(left, buyer(), arrears, LocalDate.parse("2026-04-01")))
          .isInstanceOf(NothingDue.class);
    }
  }

  /** The invoice of March where the run of February parked the account. */
  private static Pricing<InvoiceDraft> caughtUp(PolicyPack pack, SubscriptionSnapshot snapshot) {
    MonthlyPricing.Missed february = new MonthlyPricing.Missed(FEBRUARY, pack);
    return new MonthlyPricing(pack)
        .price(
            snapshot, buyer(), new MonthlyPricing.Left(List.of(), List.of(february)), MARCH, MARCH);
  }

  private static PricedItem item(String code, String fee, String plan) {
    BigDecimal price = new BigDecimal(fee);
    Explanation why =
        new Explanation(List.of("S1.26"), PACK.id(), Map.of("plan", plan), Expr.num("fee", price));
    return new PricedItem(code, code, BigDecimal.ONE, "MON", price, why);
  }

  private static Pricing<InvoiceDraft> price(PolicyPack pack, SubscriptionSnapshot snapshot) {
    return new MonthlyPricing(pack).price(snapshot, buyer(), List.of(), MARCH);
  }

  private static Pricing<InvoiceDraft> price(
      PolicyPack pack, SubscriptionSnapshot snapshot, MonthlyPricing.Left left) {
    return new MonthlyPricing(pack).price(snapshot, buyer(), left, MARCH, MARCH);
  }

  private static InvoiceDraft billed(Pricing<InvoiceDraft> pricing) {
    return ((Billed<InvoiceDraft>) pricing).what();
  }

  private static Buyer buyer() {
    return new Buyer(
        "Client SRL", "", "RO123", new Address("Str. 2", "Cluj", "400001", "CJ", "RO"), "", "en");
  }

  private static Subscribed active() {
    return new Subscribed();
  }

  /** A subscription in force since January 2026, to be varied. */
  private static final class Subscribed {
    private String plan = "start";
    private State state = State.ACTIVE;
    private LocalDate activated = LocalDate.parse("2026-01-01");
    private LocalDate restored;
    private LocalDate through;
    private LocalDate ends;
    private final List<ComponentPeriod> components = new java.util.ArrayList<>();

    Subscribed plan(String code) {
      plan = code;
      return this;
    }

    Subscribed state(State other) {
      state = other;
      return this;
    }

    Subscribed activated(String day) {
      activated = LocalDate.parse(day);
      return this;
    }

    Subscribed restored(String day) {
      restored = LocalDate.parse(day);
      return this;
    }

    Subscribed ends(String day) {
      ends = LocalDate.parse(day);
      return this;
    }

    Subscribed through(String day) {
      through = LocalDate.parse(day);
      return this;
    }

    Subscribed with(String code, long quantity, String from) {
      components.add(new ComponentPeriod(code, quantity, LocalDate.parse(from), null));
      return this;
    }

    SubscriptionSnapshot build() {
      return new SubscriptionSnapshot(
          1,
          2,
          plan,
          state,
          activated,
          null,
          activated,
          null,
          restored,
          ends,
          through,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          components);
    }
  }
}
