package org.kontor.system.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.rig.Database;
import org.kontor.system.story.Answer;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Story;
import org.kontor.system.story.Subscription;
import org.kontor.system.story.Vendor;

/** What the vendor's policy pack holds for absurd is refused before it is kept or charged. */
@SystemTest
class AbsurdQuantityIT extends Story {

  private static final long BILLION = 1_000_000_000L;

  @Test
  void a_fact_of_a_billion_messages_is_refused_alone_and_in_bulk_and_charges_nothing() {
    try (Database database = database()) {
      Book book = Book.begin(rest(), "2026-03-01");
      Vendor intrum = book.vendor("intrum");
      Customer ivan = intrum.customer("Ivan");
      Subscription crm = ivan.subscribes("crm", Map.of());

      named(crm.uses("sms", BILLION), "quantity", "100000", "maxPerFact");
      JsonNode bulk =
          rest()
              .post(
                  "usage-facts/bulk",
                  Map.of(
                      "facts",
                      List.of(
                          crm.fact("sms", "a", book.now(), BILLION),
                          crm.fact("sms", "b", book.now(), 100_000),
                          crm.fact("headcount", "c", book.now(), 100_001))))
              .ok();
      assertThat(bulk.path("recorded").asInt()).as(bulk.toString()).isEqualTo(1);
      assertThat(bulk.path("results").get(0).path("problem").path("code").asText())
          .isEqualTo("ABSURD_QUANTITY");
      assertThat(bulk.path("results").get(2).path("problem").path("field").asText())
          .isEqualTo("quantity");
      assertThat(database.number("select count(*) from usage_fact")).isEqualTo(1);
      intrum.until("2026-03-02");
      assertThat(ivan.charged()).isEqualByComparingTo("235099.67"); // 100000 × 2.35 and the day
    }
  }

  @Test
  void a_million_platforms_are_refused_wherever_they_are_ordered() {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim");
    Customer ana = prim.customer("Ana");
    Map<String, Integer> million = Map.of("ecommerce-platforms", 1_000_000);
    Map<String, Object> wish = ana.subscriptionRequest("start", false, million);
    String field = "components.ecommerce-platforms";

    named(rest().post("subscriptions", wish), field, "1000", "maxQuantity");
    JsonNode bulk = rest().post("subscriptions/bulk", Map.of("subscriptions", List.of(wish))).ok();
    assertThat(bulk.toString()).contains("ABSURD_QUANTITY", field);
    Subscription start = ana.subscribes("start", Map.of());
    named(start.changesTo(null, million), field, "1000", "maxQuantity");
    assertThat(start.previewOf(null, million).text()).contains("ABSURD_QUANTITY");
    start.changesTo(null, Map.of("ecommerce-platforms", 1000)).ok();
  }

  @Test
  void what_nobody_orders_of_a_product_is_refused_and_nothing_is_written() {
    try (Database database = database()) {
      Vendor shop = Book.begin(rest(), "2026-03-01").vendor("prestaimport");
      Customer tienda = shop.customer("Tienda");
      for (long absurd : new long[] {1_001, 1_000_000_000_000L, Long.MAX_VALUE}) {
        named(orders(tienda, 1, absurd), "lines[1].quantity", "1000", "maxQuantity");
      }
      orders(tienda, 0, 1).refused("INVALID_VALUE");
      assertThat(database.number("select count(*) from invoice")).isZero();
      assertThat(orders(tienda, 1, 999).ok().path("net").asText()).isEqualTo("199000.00");
    }
  }

  @Test
  void many_facts_that_are_possible_each_are_refused_when_their_day_becomes_absurd() {
    Book book = Book.begin(rest(), "2026-03-01");
    Vendor intrum = book.vendor("intrum");
    Subscription crm = intrum.customer("Ivan").subscribes("crm", Map.of());
    List<Map<String, Object>> facts = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      facts.add(crm.fact("sms", "sms " + i, book.now(), 99_999));
    }
    JsonNode bulk = rest().post("usage-facts/bulk", Map.of("facts", facts)).ok();
    assertThat(bulk.path("recorded").asInt()).as(bulk.toString()).isEqualTo(10);
    named(crm.uses("sms", 11), "quantity", "1000000", "maxPerDay");
    crm.uses("sms", 10).ok();
    named(crm.uses("sms", 1), "quantity", "1000000", "maxPerDay");
  }

  private Answer orders(Customer customer, long first, long second) {
    return rest()
        .post(
            "orders",
            Map.of(
                "customerId",
                customer.id(),
                "lines",
                List.of(
                    Map.of("product", "gui-licence", "quantity", first),
                    Map.of("product", "gui-licence", "quantity", second))));
  }

  private static void named(Answer answer, String field, String bound, String setting) {
    answer.refused("ABSURD_QUANTITY");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().path("field").asText()).isEqualTo(field);
    assertThat(answer.body().path("detail").asText()).contains(bound);
    assertThat(answer.body().path("mend").asText()).contains(setting);
  }
}
