package org.kontor.system.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.system.story.Shown.shown;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.rig.Database;
import org.kontor.system.rig.Invariants;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Story;
import org.kontor.system.story.Vendor;

/** Prices that include VAT: who was offered an amount owes that amount. */
@SystemTest
class GrossPricesIT extends Story {

  private static Pack gross(String code) {
    return Pack.trusting(code).with("pricesInclude: false", "pricesInclude: true");
  }

  @Test
  void a_months_invoice_is_over_the_sum_of_the_gross_prices_whoever_issues_it() {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim", gross("prim"));
    Customer alfa = prim.customer("Alfa");
    alfa.subscribes("start", Map.of("courier-fan", 1));
    prim.until("2026-04-02");
    assertThat(alfa.invoices())
        .hasSize(2)
        .allSatisfy(
            invoice ->
                shown(invoice).has("total", "284.00").has("net", "234.71").has("vat", "49.29"));
    sound();
  }

  @Test
  void an_order_is_over_its_gross_prices_and_is_credited_to_the_last_cent() {
    Customer tienda =
        Book.begin(rest(), "2026-05-04")
            .vendor("prestaimport", gross("prestaimport"))
            .customer("T");
    JsonNode order = tienda.orders("gui-licence", "supplier-a", "supplier-c", "support-hour");
    shown(order).has("total", "379.00");
    String notes = "invoices/" + order.path("id").asLong() + "/credit-notes";
    rest().post(notes, Map.of("reason", "one", "lines", List.of(Map.of("line", 3)))).ok();
    rest().post(notes, Map.of("reason", "the rest")).ok();
    shown(rest().get("invoices/" + order.path("id").asLong()).ok()).has("amountDue", "0.00");
    assertThat(tienda.balance()).isEqualByComparingTo("0");
    sound();
  }

  private void sound() {
    try (Database database = database()) {
      Invariants invariants = new Invariants(database);
      assertThat(invariants.broken()).isEmpty();
      assertThat(invariants.unexplained("2026-01-01")).isEmpty();
      assertThat(
              database.rows(
                  "select account_sum from (select sum(credit_minor - debit_minor) as account_sum"
                      + " from ledger_account) x where account_sum <> 0"))
          .isEmpty();
    }
  }
}
