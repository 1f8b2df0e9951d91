package org.kontor.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.rig.Database;
import org.kontor.system.story.Answer;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Story;

/**
 * What has no natural key is done once per Idempotency-Key, also when the stored answer is gone: it
 * expired, or the server died before it could keep it.
 */
@SystemTest
class KeyedCallsIT extends Story {

  private Customer tienda;

  @BeforeEach
  void a_customer() {
    tienda = Book.begin(rest(), "2026-05-04").vendor("prestaimport").customer("Tienda");
  }

  private Answer keyed(String path, Object body) {
    return rest().call("POST", path, body, Map.of("Idempotency-Key", "click-1"));
  }

  private void expired() {
    try (Database database = database()) {
      assertThat(database.change("delete from idempotency")).isEqualTo(1);
    }
  }

  /** Committed, but dead before the answer was kept; the time for running calls has passed. */
  private void crashed() {
    try (Database database = database()) {
      assertThat(
              database.change(
                  "update idempotency set status = null, body = null, content_type = null,"
                      + " location = null, created_at = now() - interval '1 hour'"))
          .isEqualTo(1);
    }
  }

  private Map<String, Object> order(int hours) {
    return Map.of(
        "customerId", tienda.id(),
        "lines", List.of(Map.of("product", "support-hour", "quantity", hours)));
  }

  @Test
  void an_order_without_a_reference_is_placed_once() {
    JsonNode first = keyed("orders", order(2)).ok();
    expired();
    JsonNode second = keyed("orders", order(2)).ok();
    crashed();
    Answer third = keyed("orders", order(2));
    assertThat(third.status()).isEqualTo(201);
    assertThat(List.of(second, third.body())).containsOnly(first);
    assertThat(tienda.invoices()).hasSize(1);
    assertThat(tienda.products()).hasSize(1);
    expired();
    keyed("orders", order(3)).refused("IDEMPOTENCY_KEY_REUSED");
    assertThat(tienda.invoices()).hasSize(1);
    rest().post("orders", order(2)).ok();
    assertThat(tienda.invoices()).hasSize(2);
  }

  @Test
  void some_units_of_an_invoice_are_credited_once() {
    long invoice = rest().post("orders", order(3)).ok().path("id").asLong();
    String path = "invoices/" + invoice + "/credit-notes";
    JsonNode first = keyed(path, credit("1")).ok();
    expired();
    assertThat(keyed(path, credit("1")).ok()).isEqualTo(first);
    crashed();
    assertThat(keyed(path, credit("1")).ok()).isEqualTo(first);
    expired();
    keyed(path, credit("2")).refused("IDEMPOTENCY_KEY_REUSED");
    assertThat(tienda.invoices()).hasSize(2);
    rest().post(path, credit("1")).ok();
    assertThat(tienda.invoices()).hasSize(3);
  }

  private static Map<String, Object> credit(String units) {
    return Map.of("reason", "too many", "lines", List.of(Map.of("line", 1, "quantity", units)));
  }

  @Test
  void a_subscription_begins_once() {
    Customer alfa = Book.begin(rest(), "2026-03-10").vendor("prim").customer("Alfa");
    Map<String, Object> start = alfa.subscriptionRequest("start", false, Map.of());
    JsonNode first = keyed("subscriptions", start).ok();
    assertThat(first.at("/firstInvoice/number").asText()).isNotEmpty();
    expired();
    assertThat(keyed("subscriptions", start).ok()).isEqualTo(first);
    crashed();
    assertThat(keyed("subscriptions", start).ok()).isEqualTo(first);
    assertThat(subscriptions(alfa)).hasSize(1);
    assertThat(alfa.invoices()).hasSize(1);
    expired();
    keyed("subscriptions", alfa.subscriptionRequest("start", true, Map.of()))
        .refused("IDEMPOTENCY_KEY_REUSED");
    assertThat(subscriptions(alfa)).hasSize(1);
  }

  @Test
  void a_bulk_call_begins_each_subscription_once_and_tries_the_refused_again() {
    Customer alfa = Book.begin(rest(), "2026-03-10").vendor("prim").customer("Alfa");
    Map<String, Object> many =
        Map.of(
            "subscriptions",
            List.of(
                alfa.subscriptionRequest("start", false, Map.of()),
                alfa.subscriptionRequest("no-such-plan", false, Map.of()),
                alfa.subscriptionRequest("start", true, Map.of())));
    JsonNode first = keyed("subscriptions/bulk", many).ok();
    assertThat(first.path("created").asInt()).isEqualTo(2);
    expired();
    assertThat(keyed("subscriptions/bulk", many).ok()).isEqualTo(first);
    crashed();
    assertThat(keyed("subscriptions/bulk", many).ok()).isEqualTo(first);
    assertThat(subscriptions(alfa)).hasSize(2);
    assertThat(alfa.invoices()).hasSize(1);
  }

  private List<JsonNode> subscriptions(Customer customer) {
    return rest().all("subscriptions?customer=" + customer.id());
  }
}
