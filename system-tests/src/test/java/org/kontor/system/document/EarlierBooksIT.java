package org.kontor.system.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.system.story.Shown.shown;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Story;
import org.kontor.system.story.Vendor;

/** Books that begin in 2024, with the VAT of their time. */
@SystemTest
class EarlierBooksIT extends Story {

  @Test
  void the_packs_are_in_force_from_2024_on() {
    Book book = Book.begin(rest(), "2024-01-01");
    Customer shop = book.vendor("prestaimport").customer("Shop");
    shown(shop.orders("gui-licence")).has("issueDate", "2024-01-01").has("vat", "41.79");
    shown(book.vendor("perfectum").customer("Zavod").orders("licence")).has("currency", "UAH");
    book.vendor("intrum").customer("Crane").topsUp("3000.00", "RUB", "bank-transfer", "c").ok();
    book.vendor("kabinet").customer("Ihor").topsUp("57.00", "USD", "payment-card", "i").ok();
    Customer alfa = book.vendor("prim", Pack.bundled("prim-2024")).customer("Alfa");
    alfa.subscribes("start", Map.of());
    shown(alfa.invoices().get(0)).has("net", "249.00").has("vat", "47.31");
  }

  @Test
  void romanian_vat_is_19_percent_until_july_2025_and_21_from_august_on() {
    Book book = Book.begin(rest(), "2025-07-10");
    Vendor prim = book.vendor("prim", Pack.trusting("prim-2024"));
    book.load("prim", Pack.trusting("prim").version(2, LocalDate.of(2025, 8, 1)));
    Customer alfa = prim.customer("Alfa");
    alfa.subscribes("start", Map.of());
    prim.until("2025-08-02");
    List<JsonNode> invoices = alfa.invoices();
    assertThat(invoices).hasSize(2);
    assertThat(invoices.get(0).at("/vatBreakdown/0/rate").asText()).startsWith("19");
    assertThat(invoices.get(1).at("/vatBreakdown/0/rate").asText()).startsWith("21");
    shown(invoices.get(1)).has("net", "249.00").has("vat", "52.29");
  }
}
