package org.kontor.system.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.system.story.Shown.shown;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.story.Answer;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Story;
import org.kontor.system.story.Subscription;
import org.kontor.system.story.Vendor;

/** Keys that read as others, numbers beyond all bounds, queries that nobody reads, odd answers. */
@SystemTest
class OddTextIT extends Story {

  private Vendor prim;
  private Customer alfa;

  @BeforeEach
  void a_customer() {
    prim = Book.begin(rest(), "2026-03-02").vendor("prim", Pack.trusting("prim"));
    alfa = prim.customer("Alfa");
  }

  private Answer sent(String path, String json) {
    return rest().call("POST", path, json, Map.of("Content-Type", "application/json"));
  }

  @Test
  void a_number_beyond_all_bounds_is_named_by_its_field() {
    JsonNode problem =
        sent("orders", "{\"customerId\": 99999999999999999999999, \"lines\": []}")
            .refused("INVALID_VALUE");
    shown(problem).has("field", "customerId").has("status", "422");
    JsonNode deep =
        sent(
                "orders",
                "{\"customerId\": "
                    + alfa.id()
                    + ", \"lines\": [{\"product\": \"onboarding-session\", \"quantity\": 1"
                    + "0".repeat(40)
                    + "}]}")
            .refused("INVALID_VALUE");
    shown(deep).has("field", "lines[0].quantity");
  }

  @Test
  void half_a_character_is_not_kept_as_a_question_mark() {
    String payment =
        "{\"customerId\": %d, \"kind\": \"PAYMENT\", \"method\": \"bank-transfer\","
            + " \"externalKey\": \"%s\", \"amount\": \"10.00\", \"currency\": \"RON\"}";
    shown(sent("payments", payment.formatted(alfa.id(), "a\\ud800")).refused("INVALID_VALUE"))
        .has("field", "externalKey");
    sent("payments", payment.formatted(alfa.id(), "a\\ud83d\\ude00")).ok();
    assertThat(alfa.payments()).hasSize(1);
  }

  @Test
  void keys_that_change_the_direction_of_reading_are_refused() {
    String turned = "PO-\u202E71";
    shown(alfa.pays("10.00", "RON", "bank-transfer", turned).refused("INVALID_VALUE"))
        .has("field", "externalKey");
    shown(
            rest()
                .post(
                    "orders",
                    Map.of(
                        "customerId", alfa.id(),
                        "reference", turned,
                        "lines", List.of(Map.of("product", "onboarding-session", "quantity", 1))))
                .refused("INVALID_VALUE"))
        .has("field", "reference");
    Subscription start = alfa.subscribes("start", Map.of());
    shown(
            rest()
                .post(
                    "usage-facts",
                    start.fact(
                        "external-documents", turned, Instant.parse("2026-03-02T01:00:00Z"), 1))
                .refused("INVALID_VALUE"))
        .has("field", "key");
  }

  @Test
  void a_parameter_that_nobody_reads_is_refused_and_not_passed_over() {
    shown(rest().get("customers?vendr=prim").refused("UNKNOWN_FIELD"))
        .has("field", "vendr")
        .has("status", "422");
    shown(rest().get("customers/" + alfa.id() + "?deep=true").refused("UNKNOWN_FIELD"))
        .has("field", "deep");
    rest().get("customers?vendor=prim&limit=5").ok();
  }

  @Test
  void a_credit_note_is_settled_and_not_paid() {
    JsonNode order = alfa.orders("onboarding-session");
    JsonNode note =
        rest()
            .post("invoices/" + order.path("id").asLong() + "/credit-notes", Map.of("reason", "no"))
            .ok();
    shown(note).has("state", "settled");
    assertThat(rest().all("invoices?customer=" + alfa.id()))
        .extracting(row -> row.path("kind").asText() + " " + row.path("state").asText())
        .contains("CREDIT_NOTE settled");
  }

  @Test
  void a_refused_change_lists_its_unmet_limits_as_rows() {
    Subscription shop = alfa.subscribes("pro", Map.of());
    shop.changesTo("start", Map.of()).ok();
    shop.uses("external-documents", 500).ok();
    prim.until("2026-04-01");
    JsonNode change = shop.changes().get(0);
    shown(change).has("state", "REFUSED");
    shown(change.at("/unmet/0"))
        .has("code", "external-documents")
        .has("used", "500")
        .has("allowed", "100");
    assertThat(change.path("reason").asText()).contains("external-documents 500/100");
  }
}
