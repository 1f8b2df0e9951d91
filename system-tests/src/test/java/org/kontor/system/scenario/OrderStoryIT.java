package org.kontor.system.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.system.story.Shown.shown;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.domain.rules.Proves;
import org.kontor.system.base.SystemTest;
import org.kontor.system.rig.Database;
import org.kontor.system.story.Answer;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Story;
import org.kontor.system.story.Vendor;

/** S4 and S5: what is ordered, invoiced, and active once it is paid. */
@SystemTest
class OrderStoryIT extends Story {

  @Test
  @Proves({"S5.1", "S5.3", "S5.4", "S5.15", "S5.18", "S5.21", "S5.22"})
  void S5_22_golden_scenario_12_a_transfer_recorded_twice_is_one_payment_and_one_activation() {
    Vendor presta = Book.begin(rest(), "2026-05-04").vendor("prestaimport");
    Customer tienda = presta.customer("Tienda");
    JsonNode invoice = tienda.orders("gui-licence", "supplier-a");
    shown(invoice).has("number", "PI2026/000001").has("net", "259.00").has("total", "313.39");
    shown(invoice).has("dueDate", "2026-05-19");
    shown(invoice.path("payment")).has("account", "ES3630810155742107650431");
    assertThat(invoice.path("payment").path("remittance").asText()).isNotBlank();
    assertThat(tienda.products())
        .allSatisfy(product -> shown(product).has("state", "AWAITING_PAYMENT"));

    presta.untilTime("2026-05-06T10:00");
    Answer first = tienda.pays("313.39", "EUR", "bank-transfer", "statement 77/3");
    Answer second = tienda.pays("313.39", "EUR", "bank-transfer", "statement 77/3");
    assertThat(second.ok().path("id").asLong()).isEqualTo(first.ok().path("id").asLong());

    assertThat(tienda.payments()).hasSize(1);
    assertThat(tienda.products())
        .hasSize(2)
        .allSatisfy(
            product -> shown(product).has("state", "ACTIVE").has("activeFrom", "2026-05-06"));
    shown(tienda.invoices().get(0)).has("state", "paid").has("amountDue", "0.00");
    assertThat(tienda.balance()).isEqualByComparingTo("0");
  }

  @Test
  @Proves({"S5.1", "S5.33"})
  void S5_1_a_term_that_ends_soon_is_invoiced_by_itself_and_extended_once_paid() {
    Vendor presta = Book.begin(rest(), "2026-01-10").vendor("prestaimport");
    Customer tienda = presta.customer("Tienda");
    tienda.orders("gui-licence", "supplier-a");
    tienda.pays("313.39", "EUR", "bank-transfer", "licence").ok();
    JsonNode addon = product(tienda, "supplier-a");
    shown(addon).has("expiresOn", "2027-01-09");

    presta.until("2026-12-11");
    assertThat(tienda.invoices()).hasSize(2);
    shown(tienda.invoices().get(1)).has("net", "60.00").has("purpose", "RENEWAL");
    tienda.pays("72.60", "EUR", "paypal", "renewal").ok();
    shown(product(tienda, "supplier-a")).has("expiresOn", "2028-01-09").has("state", "ACTIVE");
    presta.until("2027-01-15");
    assertThat(tienda.invoices()).hasSize(2);
  }

  @Test
  void each_invoice_is_handed_over_for_sending_as_it_is_issued() {
    Vendor presta = Book.begin(rest(), "2026-01-10").vendor("prestaimport");
    Customer tienda = presta.customer("Tienda");
    tienda.orders("gui-licence", "supplier-a");
    tienda.pays("313.39", "EUR", "bank-transfer", "licence").ok();
    presta.until("2026-12-11"); // the renewal is invoiced by itself
    assertThat(tienda.invoices()).hasSize(2);
    try (Database database = database()) {
      List<List<String>> messages =
          database.rows(
              "select i.number, o.business_date from outbox o join invoice i on i.id::text = o.key"
                  + " where o.topic = 'invoice.issued' order by i.number");
      assertThat(messages)
          .containsExactly(
              List.of("PI2026/000001", "2026-01-10"), List.of("PI2026/000002", "2026-12-10"));
    }
  }

  @Test
  @Proves("S4.38")
  void S4_38_training_and_paid_support_are_active_only_after_their_fee_is_paid() {
    Vendor perfectum = Book.begin(rest(), "2026-11-20").vendor("perfectum");
    Customer zavod = perfectum.customer("Zavod");
    JsonNode invoice = zavod.orders("support-request", "training-team");
    shown(invoice).has("net", "16850.00").has("vat", "3370.00").has("total", "20220.00");
    zavod.pays("20219.99", "UAH", "bank-transfer", "short").ok();
    shown(product(zavod, "support-request")).has("state", "AWAITING_PAYMENT");
    zavod.pays("0.01", "UAH", "bank-transfer", "the rest").ok();
    shown(product(zavod, "support-request")).has("state", "ACTIVE");
    shown(product(zavod, "training-team")).has("state", "ACTIVE");
  }

  @Test
  @Proves("S5.1")
  void S5_1_a_credit_note_takes_an_invoice_back_under_a_number_of_its_own() {
    Vendor presta = Book.begin(rest(), "2026-05-04").vendor("prestaimport");
    Customer tienda = presta.customer("Tienda");
    JsonNode invoice = tienda.orders("gui-licence");
    String notes = "invoices/" + invoice.path("id").asLong() + "/credit-notes";
    JsonNode note = rest().post(notes, Map.of("reason", "ordered by mistake")).ok();
    shown(note).has("kind", "CREDIT_NOTE").has("number", "PIR2026/000001");
    shown(note).has("total", "240.79").has("preceding.number", "PI2026/000001");
    shown(tienda.invoices().get(0)).has("amountDue", "0.00");
    assertThat(rest().post(notes, Map.of("reason", "once more")).status()).isEqualTo(409);
    tienda.pays("240.79", "EUR", "bank-transfer", "too late").ok();
    assertThat(tienda.balance()).isEqualByComparingTo("240.79");
    assertThat(tienda.products()).noneSatisfy(product -> shown(product).has("state", "ACTIVE"));
  }

  private static JsonNode product(Customer customer, String code) {
    List<JsonNode> found =
        customer.products().stream()
            .filter(
                product ->
                    code.equals(product.path("product").asText())
                        || code.equals(product.path("productCode").asText()))
            .toList();
    assertThat(found).as("product %s in %s", code, customer.products()).hasSize(1);
    return found.get(0);
  }
}
