package org.kontor.system.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.system.story.Shown.shown;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Story;
import org.kontor.system.story.Subscription;
import org.kontor.system.story.Vendor;

/** What a service costs that ends inside a month, because its customer moves (STANDARDS D.9). */
@SystemTest(mail = true)
class TerminationIT extends Story {

  private static final String TERMS =
      "termination: {noticePeriodDays: 30, transitionDays: 30, retrievalDays: 30}\n  ";

  @Test
  void in_advance_the_last_invoice_is_for_the_days_of_service_only() {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim", Pack.trusting("prim"));
    Customer alfa = prim.customer("Alfa");
    Subscription start = alfa.subscribes("start", Map.of());
    prim.untilTime("2026-03-12T10:00");
    shown(leaves(start)).has("serviceEnds", "2026-05-11");
    JsonNode foretold = rest().get("subscriptions/" + start.id() + "/timeline").ok();
    assertThat(foretold.toString()).contains("\"net\":\"88.35\"");
    prim.untilTime("2026-05-12T12:00");
    assertThat(start.state()).isEqualTo("ENDED");
    prim.untilTime("2026-06-02T12:00");
    assertThat(alfa.invoices()).hasSize(3);
    JsonNode last = alfa.invoiceOf("2026-05-01");
    shown(last).has("net", "88.35"); // 249.00 × 11/31
    shown(last.path("lines").get(0))
        .has("period.from", "2026-05-01")
        .has("period.to", "2026-05-11");
  }

  @Test
  void who_stays_after_all_pays_the_rest_of_that_month_with_the_next_invoice() {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim", Pack.trusting("prim"));
    Customer alfa = prim.customer("Alfa");
    Subscription start = alfa.subscribes("start", Map.of());
    prim.untilTime("2026-03-12T10:00");
    leaves(start);
    prim.untilTime("2026-05-05T10:00");
    new Ends(rest(), start).asks("cancellation", Map.of("reason", "stays")).ok();
    prim.untilTime("2026-07-02T12:00");
    shown(alfa.invoiceOf("2026-05-01")).has("net", "88.35");
    JsonNode june = alfa.invoiceOf("2026-06-01");
    shown(june).has("net", "409.65"); // 249.00, and 249.00 × 20/31
    shown(june.path("lines").get(1)).has("period.from", "2026-05-12");
    shown(alfa.invoiceOf("2026-07-01")).has("net", "249.00");
  }

  @Test
  void who_had_cancelled_and_stays_with_the_vendor_after_all_ends_as_it_had_cancelled() {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim", Pack.trusting("prim"));
    Customer alfa = prim.customer("Alfa");
    Subscription start = alfa.subscribes("start", Map.of());
    prim.untilTime("2026-03-12T10:00");
    String path = "subscriptions/" + start.id();
    rest().post(path + "/cancellation", Map.of()).ok();
    shown(rest().get(path).ok()).has("endsOn", "2026-03-31");
    JsonNode before = rest().get(path).ok();
    leaves(start);
    shown(rest().get(path).ok()).has("endsOn", "2026-05-11");
    new Ends(rest(), start).asks("cancellation", Map.of("reason", "stays")).ok();
    shown(rest().get(path).ok())
        .has("endsOn", "2026-03-31")
        .has("cancelledBy", before.path("cancelledBy").asText());
    assertThat(before.path("cancelledBy").asText()).isNotEmpty();
  }

  @Test
  void from_the_balance_each_day_is_charged_through_the_last_one_and_none_after_it() {
    Pack pack = Pack.trusting("intrum").with("retention:", "retention:\n  " + TERMS.strip());
    Vendor intrum = Book.begin(rest(), "2026-03-01").vendor("intrum", pack);
    Customer ivan = intrum.customer("Ivan");
    ivan.topsUp("9000.00", "RUB", "bank-card", "begin").ok();
    Subscription crm = ivan.subscribes("crm", Map.of());
    crm.uses("headcount", 5).ok();
    intrum.untilTime("2026-03-12T10:00");
    leaves(crm);
    intrum.untilTime("2026-05-20T12:00");
    assertThat(crm.state()).isEqualTo("ENDED");
    assertThat(ivan.chargedOn("2026-05-11")).isEqualByComparingTo("99.67");
    assertThat(ivan.chargedOn("2026-05-12")).isEqualByComparingTo("0");
  }

  @Test
  void in_arrears_the_last_month_is_settled_after_the_end_whole_or_pro_rata_as_the_first_one() {
    Book book = Book.begin(rest(), "2026-03-01");
    Pack whole = Pack.trusting("kabinet").with("deletions: {batch", TERMS + "deletions: {batch");
    Pack proRata = whole.with("firstMonth: WHOLE ", "firstMonth: PRO_RATA ");
    Vendor kabinet = book.vendor("kabinet", whole);
    Customer all = kabinet.customer("All");
    Customer days = book.vendor("kabinet-days", proRata).customer("Days");
    Map<Customer, Subscription> both =
        Map.of(all, all.subscribes("base", Map.of()), days, days.subscribes("base", Map.of()));
    both.keySet()
        .forEach(one -> one.topsUp("100.00", "USD", "payment-card", "for " + one.id()).ok());
    kabinet.untilTime("2026-03-12T10:00");
    both.values().forEach(this::leaves);
    kabinet.until("2026-06-03");
    assertThat(all.chargedOn("2026-05-01")).isEqualByComparingTo("19.00");
    assertThat(days.chargedOn("2026-05-01")).isEqualByComparingTo("19.00");
    assertThat(all.chargedOn("2026-06-01")).as("the whole of May").isEqualByComparingTo("19.00");
    assertThat(days.chargedOn("2026-06-01")).as("11 of 31 days").isEqualByComparingTo("6.74");
  }

  private JsonNode leaves(Subscription subscription) {
    return rest()
        .post(
            "retention/terminations",
            Map.of("subscriptionId", subscription.id(), "reason", "moves"))
        .ok();
  }
}
