package org.kontor.system.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.system.story.Shown.shown;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kontor.system.base.SystemTest;
import org.kontor.system.rig.Database;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Rest;
import org.kontor.system.story.Story;
import org.kontor.system.story.Subscription;
import org.kontor.system.story.Vendor;

/**
 * What the timeline foretells is what happens: it is asked first, with and without a payment, then
 * the clock really runs and the payments are really made. {@code -Dseed=…} repeats a run.
 */
@SystemTest(mail = true, takesLong = true)
class TimelineIT extends Story {

  private static final int STOPS = 6;

  private long seed;
  private Random random;

  /** What people could do when it was foretold: it stays so until the first change. */
  private final Map<Plan, List<String>> present = new LinkedHashMap<>();

  private final List<Plan> plans = new ArrayList<>();

  /** A subscription, and what its customer will pay when; null: nothing is done. */
  private record Plan(Subscription subscription, String amount, String at) {

    String pay() {
      return amount == null ? null : amount + "@" + at;
    }
  }

  /**
   * The same each time, so that a build does not depend on luck; {@code -Dseed=…} tries another.
   */
  static LongStream seeds() {
    Long wanted = Long.getLong("seed");
    return wanted == null ? LongStream.of(4711, 42, 20_260_101) : LongStream.of(wanted);
  }

  private void seeded(long with) {
    seed = with;
    random = new Random(with);
  }

  @BeforeEach
  void postIsGood() throws Exception {
    kontor().mail().reset();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void E3_S1_invoices_stops_deletions_and_trials_happen_as_foretold(long with) {
    seeded(with);
    Vendor prim = Book.begin(rest(), "2026-02-01").vendor("prim");
    for (int i = 0; i < 3; i++) {
      Subscription unpaid = prim.customer("Unpaid " + i).subscribes("start", components());
      plans.add(i == 0 ? new Plan(unpaid, null, null) : pays(unpaid, "2500.00", "2026-03-", 28));
    }
    plans.add(pays(prim.customer("A part").subscribes("pro", Map.of()), "9.00", "2026-03-", 28));
    Subscription smaller = prim.customer("Smaller").subscribes("pro", Map.of());
    plans.add(pays(smaller, "700.00", "2026-02-", 26));
    plans.add(new Plan(prim.customer("Trial").tries("start"), null, null));
    Subscription leaves = prim.customer("Leaves").subscribes("start", Map.of());
    plans.add(pays(leaves, "900.00", "2026-02-", 10));
    prim.untilTime("2026-02-02T12:00");
    smaller.changesTo("start", Map.of()).ok();
    leaves.cancels().ok();
    compare(prim, LocalDate.parse("2026-06-05"));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void E3_S2_daily_charges_blocks_and_top_ups_happen_as_foretold(long with) {
    seeded(with);
    Vendor intrum = Book.begin(rest(), "2026-03-02").vendor("intrum");
    for (int i = 0; i < 4; i++) {
      Customer customer = intrum.customer("Daily " + i);
      customer.topsUp((300 + random.nextInt(3000)) + ".00", "RUB", "bank-card", "b" + i).ok();
      Subscription crm = customer.subscribes("crm", Map.of());
      crm.uses("headcount", 1 + random.nextInt(25)).ok();
      plans.add(
          i == 0
              ? new Plan(crm, null, null)
              : pays(crm, (100 + random.nextInt(9000)) + ".00", "2026-04-", 30));
    }
    intrum.untilTime("2026-03-05T12:00");
    plans.get(1).subscription.uses("sms", 7).ok();
    compare(intrum, LocalDate.parse("2026-07-01"));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void E3_S3_the_ladder_and_deletions_for_inactivity_happen_as_foretold(long with) {
    seeded(with);
    Vendor kabinet = Book.begin(rest(), "2026-01-01").vendor("kabinet");
    for (int i = 0; i < 5; i++) {
      Customer customer = kabinet.customer("Wallet " + i);
      int paid = random.nextInt(130);
      if (paid > 0) {
        customer.topsUp(paid + ".00", "USD", "payment-card", "b" + i).ok();
      }
      Subscription base =
          customer.subscribes("base", random.nextBoolean() ? Map.of() : Map.of("source-viber", 1));
      base.uses("messages", random.nextInt(3000)).ok();
      plans.add(
          i == 0
              ? new Plan(base, null, null)
              : pays(base, (1 + random.nextInt(90)) + ".00", "2026-02-", 28));
    }
    kabinet.untilTime("2026-01-20T12:00");
    compare(kabinet, LocalDate.parse("2026-05-19"));
  }

  @Test
  void a_wish_that_cannot_be_foretold_is_refused_in_plain_words() {
    Vendor kabinet = Book.begin(rest(), "2026-01-01").vendor("kabinet");
    Subscription base = kabinet.customer("Anna").subscribes("base", Map.of());
    String path = "subscriptions/" + base.id() + "/timeline";
    Rest rest = rest();
    shown(rest.get(path).ok()).has("currency", "USD").has("until", "2026-05-01");
    rest.get(path + "?until=tomorrow").refused("INVALID_VALUE");
    rest.get(path + "?until=2025-12-31").refused("INVALID_VALUE");
    rest.get(path + "?until=2027-06-01").refused("INVALID_VALUE");
    rest.get(path + "?pay=much").refused("INVALID_VALUE");
    rest.get(path + "?pay=0.00@2026-03-01T10:00").refused("INVALID_VALUE");
    rest.get(path + "?pay=1.001@2026-03-01T10:00").refused("INVALID_VALUE");
    rest.get(path + "?pay=1.00@2026-02-30T10:00").refused("INVALID_VALUE");
    rest.get(path + "?pay=1.00@2025-03-01T10:00").refused("INVALID_VALUE");
    rest.get(path + "?pay=1.00UAH@2026-03-01T10:00").refused("WRONG_CURRENCY");
    rest.get("subscriptions/1/timeline").refused("NOT_FOUND");
  }

  private Map<String, Integer> components() {
    return random.nextBoolean() ? Map.of() : Map.of("courier-fan", 1);
  }

  private Plan pays(Subscription subscription, String amount, String month, int days) {
    String at = month + String.format("%02d", 3 + random.nextInt(days - 3)) + "T15:00";
    return new Plan(subscription, amount, at);
  }

  /** Foretells, lets the clock run, and compares. */
  private void compare(Vendor vendor, LocalDate until) {
    Map<Plan, Foretelling> foretold = new LinkedHashMap<>();
    for (Plan plan : plans) {
      foretold.put(plan, Foretelling.of(plan.subscription, until, plan.pay()));
      present.put(plan, plan.subscription.effects());
    }
    SoftAssertions softly = new SoftAssertions();
    LocalDate first = foretold.values().iterator().next().now().atZone(vendor.zone()).toLocalDate();
    long days = until.toEpochDay() - first.toEpochDay();
    List<String> moments = new ArrayList<>();
    plans.stream().filter(plan -> plan.at != null).map(Plan::at).forEach(moments::add);
    for (int i = 0; i < STOPS; i++) {
      moments.add(first.plusDays(1 + random.nextInt((int) days - 1)) + "T12:00");
    }
    moments.stream().distinct().sorted().forEach(at -> stop(vendor, at, foretold, softly));
    vendor.untilTime(until + "T23:00");
    try (Database database = database()) {
      foretold.values().forEach(one -> same(one, database, until, softly));
    }
    softly.assertAll();
  }

  /** Pays what is to be paid now, then asks everybody's access. */
  private void stop(
      Vendor vendor, String at, Map<Plan, Foretelling> foretold, SoftAssertions softly) {
    vendor.untilTime(at);
    for (Plan plan : plans) {
      if (at.equals(plan.at)) {
        pay(vendor, plan);
      }
    }
    Instant now = vendor.book().now();
    foretold.forEach(
        (plan, one) -> {
          List<String> effects = one.effectsAt(now);
          softly
              .assertThat(plan.subscription.effects())
              .as("access of %s at %s, seed %s", plan, at, seed)
              .isEqualTo(effects == null ? present.get(plan) : effects);
        });
  }

  private static void pay(Vendor vendor, Plan plan) {
    Customer customer = plan.subscription.customer();
    switch (vendor.code()) {
      case "prim" ->
          customer.pays(plan.amount, "RON", "bank-transfer", "p" + plan.subscription.id()).ok();
      case "intrum" ->
          customer.topsUp(plan.amount, "RUB", "bank-card", "p" + plan.subscription.id()).ok();
      default ->
          customer.topsUp(plan.amount, "USD", "payment-card", "p" + plan.subscription.id()).ok();
    }
  }

  private void same(Foretelling one, Database database, LocalDate until, SoftAssertions softly) {
    String of = one.subscription().customer().toString() + ", seed " + seed;
    softly.assertThat(one.charged(database, until)).as("charges of " + of).isEqualTo(one.charges());
    softly.assertThat(one.invoiced(database)).as("invoices of " + of).isEqualTo(one.invoices());
    softly.assertThat(one.reminded(database)).as("reminders of " + of).isEqualTo(one.reminders());
    softly.assertThat(one.told(database)).as("notices of " + of).isEqualTo(one.notices());
    softly.assertThat(one.deleted(database)).as("deleted " + of).isEqualTo(one.days("DELETED"));
    softly.assertThat(one.purged(database)).as("purged " + of).isEqualTo(one.days("PURGED"));
    softly.assertThat(one.stagesTold(database)).as("stages of " + of).isEqualTo(one.stages());
  }

  /** Guards the proof itself: something must have been foretold to be compared. */
  @Test
  void the_proof_has_something_to_compare() {
    Vendor kabinet = Book.begin(rest(), "2026-01-01").vendor("kabinet");
    Subscription base = kabinet.customer("Idle").subscribes("base", Map.of());
    Foretelling idle = Foretelling.of(base, LocalDate.parse("2026-05-01"), null);
    assertThat(idle.charges()).isNotEmpty();
    assertThat(idle.stages()).hasSize(3);
    assertThat(idle.notices()).hasSize(3);
    assertThat(idle.days("DELETED")).containsExactly("2026-02-21");
    assertThat(idle.days("PURGED")).containsExactly("2026-03-14");
  }
}
