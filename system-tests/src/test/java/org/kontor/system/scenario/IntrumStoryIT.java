package org.kontor.system.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.system.story.Shown.shown;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.domain.rules.Proves;
import org.kontor.system.base.SystemTest;
import org.kontor.system.story.Answer;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Story;
import org.kontor.system.story.Subscription;
import org.kontor.system.story.Vendor;

/** S2, a Russian CRM: a prepaid balance, charged by each day's results. */
@SystemTest
class IntrumStoryIT extends Story {

  @Test
  @Proves({"S2.3", "S2.5", "S2.9", "S2.12"})
  void S2_12_golden_scenario_3_a_thirtieth_a_day_in_both_roundings() {
    Book book = Book.begin(rest(), "2026-03-01");
    Vendor each = book.vendor("intrum");
    Vendor carry =
        book.vendor(
            "intrum-carry",
            Pack.bundled("intrum").with("dailyRounding: EACH_LINE", "dailyRounding: CARRY"));
    Customer ivan = employing(each, 5);
    Customer oleg = employing(carry, 5);

    each.until("2026-03-02");
    assertThat(ivan.charged()).isEqualByComparingTo("99.67");
    assertThat(oleg.charged()).isEqualByComparingTo("99.67");
    each.until("2026-04-01");
    assertThat(ivan.charged()).isEqualByComparingTo("3089.77");
    assertThat(oleg.charged()).isEqualByComparingTo("3089.67");
    assertThat(ivan.charges()).hasSize(31); // weekends included
    assertThat(ivan.balance()).isEqualByComparingTo("6910.23");
    assertThat(oleg.balance()).isEqualByComparingTo("6910.33");
  }

  @Test
  @Proves({"S2.8", "S2.9", "S2.10", "S2.11"})
  void S2_10_golden_scenario_4_the_tier_follows_the_head_count_of_the_day() {
    Vendor intrum = Book.begin(rest(), "2026-06-02").vendor("intrum");
    Customer olga = intrum.customer("Olga");
    Subscription crm = olga.subscribes("crm", Map.of());
    crm.uses("headcount", 5).ok();
    intrum.untilTime("2026-06-03T10:00");
    crm.uses("headcount", 8).ok();
    intrum.until("2026-06-04");

    assertThat(olga.chargedOn("2026-06-02")).isEqualByComparingTo("99.67");
    assertThat(olga.chargedOn("2026-06-03")).isEqualByComparingTo("166.33");
    JsonNode why = why(olga.charges().get(1));
    shown(why).has("recomputed", "166.33").has("agrees", "true");
    assertThat(why.toString()).contains("S2.9").contains("4990.00");
  }

  @Test
  @Proves({"S2.4", "S2.6", "S2.7"})
  void S2_6_trial_days_are_free_and_the_day_of_activation_is_charged() {
    Vendor intrum = Book.begin(rest(), "2026-06-01").vendor("intrum");
    Customer anna = intrum.customer("Anna");
    Subscription trial = anna.tries("crm");
    trial.uses("headcount", 3).ok();
    trial.uses("sms", 40).ok();

    intrum.untilTime("2026-06-05T12:00");
    assertThat(anna.charges()).isEmpty();
    trial.converts().ok();
    trial.uses("sms", 7).ok();
    intrum.untilTime("2026-06-06T12:00");
    trial.changesTo(null, Map.of("owners-base", 1)).ok();
    intrum.until("2026-06-07");

    assertThat(anna.chargedOn("2026-06-04")).isEqualByComparingTo("0");
    assertThat(anna.chargedOn("2026-06-05")).isEqualByComparingTo("116.12"); // 99.67 + 7 × 2.35
    assertThat(anna.chargedOn("2026-06-06")).isEqualByComparingTo("149.67"); // + 1500.00 ÷ 30
    assertThat(anna.balance()).isEqualByComparingTo("-265.79");
  }

  @Test
  @Proves({"S2.3", "S2.25"})
  void S2_25_any_amount_may_be_topped_up_and_twice_the_same_is_once() {
    Vendor intrum = Book.begin(rest(), "2026-06-01").vendor("intrum");
    Customer pyotr = intrum.customer("Pyotr");
    List.of("0.01", "2990.00", "35880.07")
        .forEach(amount -> pyotr.topsUp(amount, "RUB", "bank-card", "card " + amount).ok());
    pyotr.topsUp("2990.00", "RUB", "bank-card", "card 2990.00").ok();
    assertThat(pyotr.payments()).hasSize(3);
    assertThat(pyotr.balance()).isEqualByComparingTo("38870.08");
  }

  @Test
  @Proves({"S2.2", "S2.8"})
  void S2_2_a_new_price_list_counts_from_its_day_and_old_charges_stay() {
    Book book = Book.begin(rest(), "2026-06-01");
    Vendor intrum = book.vendor("intrum");
    Customer lev = employing(intrum, 4);
    book.load(
        "intrum",
        Pack.bundled("intrum")
            .version(2, java.time.LocalDate.parse("2026-06-03"))
            .with("upTo: 5, fee: 2990.00", "upTo: 5, fee: 3300.00"));
    intrum.until("2026-06-04");
    assertThat(lev.chargedOn("2026-06-02")).isEqualByComparingTo("99.67");
    assertThat(lev.chargedOn("2026-06-03")).isEqualByComparingTo("110.00");
    shown(lev.charges().get(1)).has("policy", "intrum@1");
    shown(lev.charges().get(2)).has("policy", "intrum@2");
  }

  @Test
  @Proves("S2.5")
  void S2_5_late_and_corrected_facts_are_charged_as_a_difference_on_an_open_day() {
    Vendor intrum = Book.begin(rest(), "2026-06-01").vendor("intrum");
    Customer vera = employing(intrum, 5);
    Subscription crm = new Subscription(vera, subscriptionOf(vera));
    intrum.untilTime("2026-06-03T09:00");
    Map<String, Object> late =
        crm.fact("sms", "late", java.time.Instant.parse("2026-06-01T15:00:00Z"), 100);
    rest().post("usage-facts", late).refused("DAY_CLOSED");
    late.put("correction", true);
    rest().post("usage-facts", late).ok();
    intrum.until("2026-06-04");
    assertThat(vera.chargedOn("2026-06-01")).isEqualByComparingTo("99.67");
    assertThat(vera.charged()).isEqualByComparingTo("534.01"); // 3 × 99.67 + 100 × 2.35
  }

  private static Customer employing(Vendor vendor, int people) {
    Customer customer = vendor.customer("Employer of " + people);
    customer.topsUp("10000.00", "RUB", "bank-transfer", "begin").ok();
    customer.subscribes("crm", Map.of()).uses("headcount", people).ok();
    return customer;
  }

  private long subscriptionOf(Customer customer) {
    return rest().all("subscriptions?customer=" + customer.id()).get(0).path("id").asLong();
  }

  private JsonNode why(JsonNode charge) {
    Answer answer = rest().get("charges/" + charge.path("id").asText() + "/explanation");
    return answer.ok();
  }
}
