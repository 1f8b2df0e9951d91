package org.kontor.system.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.system.story.Shown.shown;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.domain.rules.Proves;
import org.kontor.system.base.SystemTest;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Rest;
import org.kontor.system.story.Story;
import org.kontor.system.story.Vendor;

/** What is ordered: from which price list, for nothing, again and again, for one more term. */
@SystemTest
class OrdersIT extends Story {

  @Test
  void updates_and_modules_are_bought_at_their_price_without_a_support_fee() {
    Customer zavod = Book.begin(rest(), "2026-11-20").vendor("perfectum").customer("Zavod");
    zavod.orders("licence");
    JsonNode invoice = zavod.orders("updates-12", "module-warehouse");
    assertThat(invoice.path("lines"))
        .extracting(line -> line.path("itemCode").asText())
        .containsExactly("updates-12", "module-warehouse");
    shown(invoice).has("net", "14370.00").has("vat", "2874.00").has("total", "17244.00");
  }

  @Test
  void permits_and_reissues_cost_nothing_and_are_given_at_once() {
    Customer zavod = Book.begin(rest(), "2026-11-20").vendor("perfectum").customer("Zavod");
    rest()
        .post(
            "orders",
            Map.of(
                "customerId", zavod.id(),
                "lines", List.of(Map.of("product", "licence-reissue", "quantity", 1))))
        .refused("WRONG_STATE");
    zavod.orders("licence");
    JsonNode invoice = zavod.orders("installation-permit", "licence-reissue");
    shown(invoice).has("total", "0.00").has("amountDue", "0.00").has("state", "paid");
    assertThat(zavod.products())
        .extracting(product -> product.path("state").asText())
        .containsExactly("AWAITING_PAYMENT", "ACTIVE", "ACTIVE");
  }

  @Test
  @Proves("S1.24")
  void S1_24_sessions_can_be_ordered_as_often_as_wanted() {
    Customer alfa = Book.begin(rest(), "2026-03-02").vendor("prim").customer("Alfa");
    for (int i = 0; i < 5; i++) {
      shown(alfa.orders("onboarding-session")).has("net", "190.00");
    }
    assertThat(alfa.products()).hasSize(5);
  }

  @Test
  void the_same_reference_is_one_order_and_another_order_needs_another() {
    Customer tienda = Book.begin(rest(), "2026-05-04").vendor("prestaimport").customer("Tienda");
    String first = rest().post("orders", order(tienda, 1)).ok().path("number").asText();
    shown(rest().post("orders", order(tienda, 1)).ok()).has("number", first);
    rest().post("orders", order(tienda, 2)).refused("ALREADY_EXISTS");
    assertThat(tienda.products()).hasSize(1);
  }

  private static Map<String, Object> order(Customer customer, int hours) {
    return Map.of(
        "customerId", customer.id(),
        "reference", "PO-17",
        "lines", List.of(Map.of("product", "support-hour", "quantity", hours)));
  }

  @Test
  @Proves("S4.8")
  void S4_8_an_order_costs_what_the_price_list_of_that_day_says() {
    Book book = Book.begin(rest(), "2026-05-28");
    Vendor perfectum = book.vendor("perfectum");
    book.load(
        "perfectum",
        Pack.bundled("perfectum")
            .version(2, LocalDate.of(2026, 6, 1))
            .with("price: 950.00", "price: 990.00"));
    Customer zavod = perfectum.customer("Zavod");
    shown(zavod.orders("support-request")).has("net", "950.00").has("policy", "perfectum@1");
    perfectum.until("2026-06-01");
    shown(zavod.orders("support-request")).has("net", "990.00").has("policy", "perfectum@2");
  }

  @Test
  @Proves({"S5.1", "S5.33"})
  void S5_33_each_addon_is_extended_from_its_own_expiry_and_a_late_one_from_its_payment() {
    Vendor presta = Book.begin(rest(), "2026-01-10").vendor("prestaimport");
    Customer tienda = presta.customer("Tienda");
    tienda.orders("gui-licence", "supplier-a", "supplier-b");
    tienda.pays("385.99", "EUR", "bank-transfer", "first").ok();
    presta.until("2026-01-20");
    tienda.orders("supplier-c");
    tienda.pays("90.75", "EUR", "bank-transfer", "second").ok();

    presta.until("2026-12-21");
    assertThat(tienda.invoices()).hasSize(4);
    JsonNode joined = tienda.invoices().get(2);
    shown(joined).has("purpose", "RENEWAL").has("issueDate", "2026-12-10").has("net", "120.00");
    shown(tienda.invoices().get(3)).has("issueDate", "2026-12-20").has("net", "75.00");
    pays(tienda, tienda.invoices().get(3), "in time");
    shown(product(tienda, "supplier-c")).has("expiresOn", "2028-01-19");
    shown(product(tienda, "supplier-a")).has("expiresOn", "2027-01-09").has("state", "ACTIVE");

    presta.until("2027-01-15");
    shown(product(tienda, "supplier-a")).has("state", "EXPIRED");
    pays(tienda, joined, "late");
    shown(product(tienda, "supplier-a")).has("state", "ACTIVE").has("expiresOn", "2028-01-14");
    shown(product(tienda, "supplier-b")).has("state", "ACTIVE").has("expiresOn", "2028-01-14");
    shown(product(tienda, "supplier-c")).has("expiresOn", "2028-01-19");
  }

  @Test
  void a_renewal_that_was_credited_before_it_was_paid_is_invoiced_again() {
    Vendor presta = Book.begin(rest(), "2026-01-10").vendor("prestaimport");
    Customer tienda = presta.customer("Tienda");
    tienda.orders("gui-licence", "supplier-a", "supplier-b");
    tienda.pays("385.99", "EUR", "bank-transfer", "first").ok();
    presta.until("2026-12-11");
    JsonNode renewal = tienda.invoices().get(1);
    shown(renewal).has("purpose", "RENEWAL").has("net", "120.00");
    String credit = "invoices/" + renewal.path("id").asLong() + "/credit-notes";

    rest().post(credit, Map.of("reason", "one", "lines", List.of(Map.of("line", 2)))).ok();
    presta.until("2026-12-13");
    JsonNode second = renewals(tienda).get(1);
    assertThat(second.path("lines")).hasSize(1);
    shown(product(tienda, "supplier-b")).has("renewalInvoiceId", second.path("id").asText());
    shown(product(tienda, "supplier-a")).has("renewalInvoiceId", renewal.path("id").asText());

    rest().post(credit, Map.of("reason", "the other")).ok();
    rest()
        .post("invoices/" + second.path("id").asLong() + "/credit-notes", Map.of("reason", "too"))
        .ok();
    presta.until("2026-12-20");
    assertThat(renewals(tienda)).hasSize(3);
    JsonNode third = renewals(tienda).get(2);
    shown(third).has("net", "120.00").has("state", "open");
    pays(tienda, third, "in time");
    shown(product(tienda, "supplier-a")).has("expiresOn", "2028-01-09");
    shown(product(tienda, "supplier-b")).has("expiresOn", "2028-01-09");
  }

  @Test
  void an_addon_whose_licence_was_withdrawn_is_not_renewed() {
    Vendor presta = Book.begin(rest(), "2026-01-10").vendor("prestaimport");
    Customer tienda = presta.customer("Tienda");
    JsonNode licence = tienda.orders("gui-licence");
    tienda.orders("supplier-a");
    tienda.pays("500.00", "EUR", "bank-transfer", "first").ok();
    rest()
        .post(
            "invoices/" + licence.path("id").asLong() + "/credit-notes",
            Map.of("reason", "returned"))
        .ok();
    presta.until("2026-12-30");
    shown(product(tienda, "supplier-a")).has("state", "ACTIVE");
    assertThat(renewals(tienda)).isEmpty();
  }

  @Test
  void a_paid_renewal_that_is_credited_gives_its_term_back() {
    Vendor presta = Book.begin(rest(), "2026-01-10").vendor("prestaimport");
    Customer tienda = bought(presta, 2);
    presta.until("2026-12-11");
    JsonNode renewal = renewals(tienda).get(0);
    pays(tienda, renewal, "in time");
    shown(product(tienda, "supplier-a")).has("expiresOn", "2028-01-09").has("quantity", "2");

    credit(renewal, Map.of("line", 1, "quantity", "1"));
    assertThat(ends(tienda)).containsExactly("1 2028-01-09 ACTIVE", "1 2027-01-09 ACTIVE");
    rest().post(notes(renewal), Map.of("reason", "the rest")).ok();
    assertThat(ends(tienda)).containsExactly("1 2027-01-09 ACTIVE", "1 2027-01-09 ACTIVE");
    presta.until("2027-01-15");
    assertThat(ends(tienda)).containsExactly("1 2027-01-09 EXPIRED", "1 2027-01-09 EXPIRED");
    assertThat(renewals(tienda)).as("not renewed from the money given back").hasSize(1);
  }

  @Test
  void of_a_renewal_credited_in_part_only_the_paid_units_are_renewed() {
    Vendor presta = Book.begin(rest(), "2026-01-10").vendor("prestaimport");
    Customer tienda = bought(presta, 2);
    presta.until("2026-12-11");
    JsonNode renewal = renewals(tienda).get(0);
    credit(renewal, Map.of("line", 1, "quantity", "1"));
    tienda.pays("72.60", "EUR", "bank-transfer", "one unit").ok();
    assertThat(ends(tienda)).containsExactly("1 2028-01-09 ACTIVE", "1 2027-01-09 ACTIVE");
  }

  @Test
  void an_order_taken_back_takes_its_open_renewal_with_it() {
    Vendor presta = Book.begin(rest(), "2026-01-10").vendor("prestaimport");
    Customer tienda = bought(presta, 2);
    presta.until("2026-12-11");
    shown(renewals(tienda).get(0)).has("amountDue", "145.20");
    JsonNode order = tienda.invoices().get(0);
    rest().post(notes(order), Map.of("reason", "all")).ok();
    shown(renewals(tienda).get(0)).has("amountDue", "0.00").has("creditedAmount", "145.20");
    assertThat(ends(tienda)).allSatisfy(end -> assertThat(end).endsWith("WITHDRAWN"));
    assertThat(tienda.balance()).isEqualByComparingTo(order.path("total").asText());
    presta.until("2026-12-20");
    assertThat(renewals(tienda)).hasSize(1);
  }

  private static Customer bought(Vendor presta, int units) {
    Customer tienda = presta.customer("Tienda");
    Rest rest = presta.book().rest();
    List<Map<String, Object>> lines =
        List.of(
            Map.of("product", "gui-licence", "quantity", 1),
            Map.of("product", "supplier-a", "quantity", units));
    JsonNode order = rest.post("orders", Map.of("customerId", tienda.id(), "lines", lines)).ok();
    tienda.pays(order.path("total").asText(), "EUR", "bank-transfer", "first").ok();
    return tienda;
  }

  private static String notes(JsonNode invoice) {
    return "invoices/" + invoice.path("id").asLong() + "/credit-notes";
  }

  private void credit(JsonNode invoice, Map<String, Object> line) {
    rest().post(notes(invoice), Map.of("reason", "one", "lines", List.of(line))).ok();
  }

  /** Units, last day and state of each add-on, in the order of their making. */
  private static List<String> ends(Customer customer) {
    return customer.products().stream()
        .filter(product -> product.path("product").asText().equals("supplier-a"))
        .map(
            product ->
                product.path("quantity").asText()
                    + " "
                    + product.path("expiresOn").asText()
                    + " "
                    + product.path("state").asText())
        .toList();
  }

  private static List<JsonNode> renewals(Customer customer) {
    return customer.invoices().stream()
        .filter(invoice -> invoice.path("purpose").asText().equals("RENEWAL"))
        .toList();
  }

  private void pays(Customer customer, JsonNode invoice, String key) {
    Map<String, Object> body =
        customer.payment("PAYMENT", invoice.path("total").asText(), "EUR", "paypal", key);
    body.put("invoices", List.of(invoice.path("id").asLong()));
    rest().post("payments", body).ok();
  }

  private static JsonNode product(Customer customer, String code) {
    return customer.products().stream()
        .filter(product -> product.path("product").asText().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
