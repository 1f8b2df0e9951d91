package org.kontor.system.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.system.story.Shown.shown;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Story;
import org.kontor.system.story.Subscription;
import org.kontor.system.story.Vendor;

/** Access that depends on a licence beside the subscription, through the running server. */
@SystemTest
class LicenceAccessIT extends Story {

  private static final List<String> ALL = List.of("FULL", "FULL", "FULL");
  private static final List<String> MAIN_ONLY = List.of("FULL", "BLOCKED", "BLOCKED");

  private static final String STAGES =
      """
      access:
        trigger: NONE
        licenceStages:
          - {product: shop-licence, when: [RENEWAL_UNPAID], mainAdministrator: REMINDED, administrator: REMINDED, staff: FULL}
          - {product: shop-licence, when: [EXPIRED], from: 7, mainAdministrator: PAYMENT_PAGE_ONLY, administrator: READ_ONLY, staff: READ_ONLY, rules: [S5.31]}
          - {product: shop-licence, when: [UNPAID, WITHDRAWN, NEVER_ORDERED], plans: [start], mainAdministrator: FULL, administrator: BLOCKED, staff: BLOCKED, rules: [S5.3]}
      """;

  private static final String LICENCE =
      "  products:\n    - {code: shop-licence, name: {ro: Licență}, kind: LICENCE, price: 100.00,"
          + " unit: C62, termMonths: 3, renews: true}\n";

  @Test
  void access_follows_the_licence_from_its_order_over_its_renewal_to_its_return() {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim-licensed", pack());
    Customer mara = prim.customer("Mara");
    Subscription shop = mara.subscribes("start", Map.of());
    assertThat(shop.effects()).isEqualTo(MAIN_ONLY);
    shown(shop.access("STAFF"))
        .has("because.cause", "LICENCE")
        .has("because.subject", "shop-licence")
        .has("stage", "0");
    assertThat(mara.subscribes("pro", Map.of()).effects()).as("needs none").isEqualTo(ALL);

    JsonNode order = mara.orders("shop-licence");
    assertThat(shop.effects()).as("ordered is not paid").isEqualTo(MAIN_ONLY);
    pays(mara, order);
    assertThat(shop.effects()).isEqualTo(ALL);
    shown(shop.access("STAFF"))
        .has("until", "2026-06-07T21:00:00Z") // usable through 31 May, and seven days
        .has("next.effect", "READ_ONLY");
    JsonNode foretold =
        rest().get("subscriptions/" + shop.id() + "/timeline?until=2026-06-09").ok();
    assertThat(foretold.toString()).contains("\"cause\":\"LICENCE\"");

    prim.untilTime("2026-05-22T01:00");
    assertThat(shop.effects()).isEqualTo(List.of("REMINDED", "REMINDED", "FULL"));
    prim.untilTime("2026-06-07T23:59");
    assertThat(shop.effects()).isEqualTo(ALL);
    prim.until("2026-06-08");
    assertThat(shop.effects()).isEqualTo(List.of("PAYMENT_PAGE_ONLY", "READ_ONLY", "READ_ONLY"));
    JsonNode late = shop.access("STAFF");
    shown(late).has("because.since", "2026-06-01");
    assertThat(late.path("because").path("rules").get(0).asText()).isEqualTo("S5.31");

    pays(mara, renewal(mara));
    assertThat(shop.effects()).as("back at once").isEqualTo(ALL);
    String notes = "invoices/" + order.path("id").asLong() + "/credit-notes";
    rest().post(notes, Map.of("reason", "taken back")).ok();
    assertThat(shop.effects()).isEqualTo(MAIN_ONLY);
    assertThat(shop.state()).as("nothing is stopped by it").isEqualTo("ACTIVE");
    assertThat(shop.cases()).isEmpty();
  }

  @Test
  void a_pack_whose_licence_is_not_sold_is_refused_with_its_place() {
    Book.begin(rest(), "2026-03-01");
    String broken = pack().source().replace("product: shop-licence", "product: gone");
    rest()
        .call(
            "POST", "policy-packs?as=prim-gone", broken, Map.of("Content-Type", "application/yaml"))
        .refused("POLICY_INVALID");
  }

  private static Pack pack() {
    return Pack.trusting("prim")
        .with("access: {trigger: NONE}\n", STAGES)
        .with("  products:\n", LICENCE)
        .with("renewalLeadDays: 0 ", "renewalLeadDays: 10 ");
  }

  private static void pays(Customer customer, JsonNode invoice) {
    String amount = invoice.path("amountDue").asText();
    String key = "for " + invoice.path("number").asText();
    Map<String, Object> payment =
        new HashMap<>(customer.payment("PAYMENT", amount, "RON", "bank-transfer", key));
    payment.put("invoices", List.of(invoice.path("id").asLong()));
    customer.vendor().book().rest().post("payments", payment).ok();
  }

  private static JsonNode renewal(Customer customer) {
    return customer.invoices().stream()
        .filter(invoice -> invoice.path("purpose").asText().equals("RENEWAL"))
        .findFirst()
        .orElseThrow();
  }
}
