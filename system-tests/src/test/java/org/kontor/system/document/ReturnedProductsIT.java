package org.kontor.system.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.system.story.Shown.shown;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.rig.Database;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Story;
import org.kontor.system.story.Vendor;

/** What is left of products when their orders and their renewals are credited. */
@SystemTest
class ReturnedProductsIT extends Story {

  @Test
  void two_paid_renewals_credited_in_either_order_leave_the_term_that_was_bought() {
    Vendor presta = Book.begin(rest(), "2026-01-10").vendor("prestaimport");
    Customer alfa = bought(presta, "Alfa", 2);
    Customer beta = bought(presta, "Beta", 2);
    Customer gamma = bought(presta, "Gamma", 2);
    for (String day : List.of("2026-12-11", "2027-12-11")) {
      presta.until(day);
      for (Customer customer : List.of(alfa, beta, gamma)) {
        List<JsonNode> all = renewals(customer);
        pays(customer, all.get(all.size() - 1), day);
      }
    }
    assertThat(ends(alfa)).containsExactly("2 2029-01-09 ACTIVE");

    credit(renewals(alfa).get(1));
    assertThat(ends(alfa)).containsExactly("2 2028-01-09 ACTIVE");
    credit(renewals(alfa).get(0));
    assertThat(ends(alfa)).containsExactly("2 2027-01-09 EXPIRED");
    credit(renewals(beta).get(0));
    assertThat(ends(beta)).containsExactly("2 2028-01-09 ACTIVE");
    credit(renewals(beta).get(1));
    assertThat(ends(beta)).containsExactly("2 2027-01-09 EXPIRED");
    assertThat(alfa.balance()).isEqualByComparingTo("290.40");
    assertThat(beta.balance()).isEqualByComparingTo("290.40");

    credit(renewals(gamma).get(1), Map.of("line", 1, "quantity", "1"));
    credit(renewals(gamma).get(0), Map.of("line", 1, "quantity", "1"));
    assertThat(ends(gamma)).containsExactly("1 2029-01-09 ACTIVE", "1 2027-01-09 EXPIRED");
    credit(renewals(gamma).get(0));
    assertThat(ends(gamma)).containsExactly("1 2028-01-09 ACTIVE", "1 2027-01-09 EXPIRED");
    presta.until("2028-01-12");
    assertThat(renewals(gamma)).as("not renewed from the money given back").hasSize(2);
    assertThat(ends(gamma)).containsExactly("1 2028-01-09 EXPIRED", "1 2027-01-09 EXPIRED");
  }

  @Test
  void units_whose_paid_year_is_given_back_are_renewed_by_the_invoice_that_still_asks_for_them() {
    Vendor presta = Book.begin(rest(), "2026-01-10").vendor("prestaimport");
    Customer tienda = bought(presta, "Tienda", 2);
    presta.until("2026-12-11");
    pays(tienda, renewals(tienda).get(0), "first");
    presta.until("2027-12-11");
    shown(renewals(tienda).get(1)).has("amountDue", "145.20");
    credit(renewals(tienda).get(0), Map.of("line", 1, "quantity", "1"));
    assertThat(ends(tienda)).containsExactly("1 2028-01-09 ACTIVE", "1 2027-01-09 EXPIRED");
    // The money of the first year that came back pays half of the open invoice.
    JsonNode open = renewals(tienda).get(1);
    tienda.pays(open.path("amountDue").asText(), "EUR", "paypal", "second").ok();
    shown(renewals(tienda).get(1)).has("state", "paid");
    assertThat(ends(tienda)).containsExactly("1 2029-01-09 ACTIVE", "1 2028-12-10 ACTIVE");
  }

  @Test
  void a_unit_credited_in_fractions_is_withdrawn_with_the_last_of_them() {
    Vendor presta = Book.begin(rest(), "2026-01-10").vendor("prestaimport");
    Customer one = bought(presta, "One", 1);
    credit(one.invoices().get(0), Map.of("line", 2, "quantity", "0.5"));
    assertThat(ends(one)).containsExactly("1 2027-01-09 ACTIVE");
    credit(one.invoices().get(0), Map.of("line", 2, "quantity", "0.5"));
    assertThat(ends(one)).containsExactly("1 2027-01-09 WITHDRAWN");

    Customer three = bought(presta, "Three", 3);
    for (int i = 0; i < 3; i++) {
      credit(three.invoices().get(0), Map.of("line", 2, "quantity", "0.5"));
    }
    assertThat(ends(three)).containsExactly("2 2027-01-09 ACTIVE");

    presta.until("2026-12-11");
    shown(renewals(three).get(0)).has("total", "145.20");
    pays(three, renewals(three).get(0), "renewal");
    credit(renewals(three).get(0), Map.of("line", 1, "quantity", "0.5"));
    assertThat(ends(three)).containsExactly("2 2028-01-09 ACTIVE");
    credit(renewals(three).get(0), Map.of("line", 1, "quantity", "0.5"));
    assertThat(ends(three)).containsExactly("1 2028-01-09 ACTIVE", "1 2027-01-09 ACTIVE");
  }

  @Test
  void an_order_taken_back_gives_back_what_was_paid_for_terms_that_are_not_over() {
    Vendor presta = Book.begin(rest(), "2026-01-10").vendor("prestaimport");
    Customer tienda = bought(presta, "Tienda", 2);
    Customer some = bought(presta, "Some", 2);
    presta.until("2026-12-11");
    pays(tienda, renewals(tienda).get(0), "next year");
    pays(some, renewals(some).get(0), "next year of two");

    credit(tienda.invoices().get(0));
    shown(renewals(tienda).get(0)).has("state", "credited");
    assertThat(ends(tienda)).allMatch(end -> end.endsWith("WITHDRAWN"));
    assertThat(tienda.balance()).isEqualByComparingTo("531.19");

    credit(some.invoices().get(0), Map.of("line", 2, "quantity", "1"));
    assertThat(some.balance()).isEqualByComparingTo("145.20");
    presta.until("2028-02-01");
    assertThat(ends(tienda)).allMatch(end -> end.endsWith("WITHDRAWN"));
  }

  @Test
  void a_used_year_stays_paid_and_crediting_it_later_leaves_the_product_withdrawn() {
    Vendor presta = Book.begin(rest(), "2026-01-10").vendor("prestaimport");
    Customer tienda = bought(presta, "Tienda", 1);
    presta.until("2026-12-11");
    pays(tienda, renewals(tienda).get(0), "a year");
    presta.until("2028-01-20");
    credit(tienda.invoices().get(0));
    JsonNode used = renewals(tienda).get(0);
    shown(used).has("state", "paid").has("paidAmount", "72.60");
    assertThat(tienda.balance()).isEqualByComparingTo("313.39");
    assertThat(ends(tienda)).containsExactly("1 2028-01-09 WITHDRAWN");
    credit(used);
    assertThat(ends(tienda)).containsExactly("1 2028-01-09 WITHDRAWN");
  }

  @Test
  void a_renewal_credited_after_a_part_payment_does_not_take_that_money_again() {
    Vendor presta = Book.begin(rest(), "2026-01-10").vendor("prestaimport");
    Customer tienda = bought(presta, "Tienda", 2);
    presta.until("2026-12-11");
    tienda.pays("50.00", "EUR", "bank-transfer", "a part").ok();
    credit(renewals(tienda).get(0));
    presta.until("2027-01-15");
    assertThat(renewals(tienda)).hasSize(1);
    assertThat(tienda.balance()).isEqualByComparingTo("50.00");
    assertThat(ends(tienda)).containsExactly("2 2027-01-09 EXPIRED");
  }

  /** As in a book with a pack from before patterns were compared. */
  @Test
  void a_number_that_is_taken_is_named_with_what_to_do_and_the_next_pattern_goes_on() {
    Book book = Book.begin(rest(), "2026-01-10");
    Vendor presta = book.vendor("prestaimport");
    Customer tienda = presta.customer("Tienda");
    tienda.orders("gui-licence");
    try (Database database = database()) {
      database.change("update invoice set number = 'PI2026/000002' where number = 'PI2026/000001'");
    }
    JsonNode problem =
        rest()
            .post(
                "orders",
                Map.of(
                    "customerId", tienda.id(),
                    "lines", List.of(Map.of("product", "gui-licence", "quantity", 1))))
            .refused("NUMBER_TAKEN");
    assertThat(problem.path("detail").asText()).contains("PI2026/000002", "PI{yyyy}/{n:6}");
    assertThat(problem.path("mend").asText()).contains("next version");
    book.load(
        "prestaimport",
        Pack.bundled("prestaimport")
            .with("\"PI{yyyy}/{n:6}\"", "\"F{yyyy}/{n:6}\"")
            .version(2, LocalDate.of(2026, 1, 11)));
    presta.until("2026-01-11");
    shown(tienda.orders("gui-licence")).has("number", "F2026/000002");
  }

  private static Customer bought(Vendor presta, String name, int units) {
    Customer customer = presta.customer(name);
    List<Map<String, Object>> lines =
        List.of(
            Map.of("product", "gui-licence", "quantity", 1),
            Map.of("product", "supplier-a", "quantity", units));
    JsonNode order =
        presta
            .book()
            .rest()
            .post("orders", Map.of("customerId", customer.id(), "lines", lines))
            .ok();
    customer.pays(order.path("total").asText(), "EUR", "bank-transfer", "first " + name).ok();
    return customer;
  }

  private void credit(JsonNode invoice) {
    rest().post(notes(invoice), Map.of("reason", "all that is left")).ok();
  }

  private void credit(JsonNode invoice, Map<String, Object> line) {
    rest().post(notes(invoice), Map.of("reason", "some", "lines", List.of(line))).ok();
  }

  private static String notes(JsonNode invoice) {
    return "invoices/" + invoice.path("id").asLong() + "/credit-notes";
  }

  private void pays(Customer customer, JsonNode invoice, String key) {
    Map<String, Object> body =
        customer.payment(
            "PAYMENT", invoice.path("total").asText(), "EUR", "paypal", key + customer.id());
    body.put("invoices", List.of(invoice.path("id").asLong()));
    rest().post("payments", body).ok();
  }

  private static List<JsonNode> renewals(Customer customer) {
    return customer.invoices().stream()
        .filter(invoice -> invoice.path("purpose").asText().equals("RENEWAL"))
        .toList();
  }

  /** Units, last day and state of each add-on, in the order of their making. */
  private static List<String> ends(Customer customer) {
    return customer.products().stream()
        .filter(product -> product.path("product").asText().equals("supplier-a"))
        .map(
            product ->
                "%s %s %s"
                    .formatted(
                        product.path("quantity").asText(),
                        product.path("expiresOn").asText(),
                        product.path("state").asText()))
        .toList();
  }
}
