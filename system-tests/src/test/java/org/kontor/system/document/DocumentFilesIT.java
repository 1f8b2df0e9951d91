package org.kontor.system.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.rig.Database;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Story;
import org.kontor.system.story.Vendor;

/** The PDFs of issued documents, downloaded from the running server. */
@SystemTest
class DocumentFilesIT extends Story {

  private static final String ON_USE = "vatMode: NO_VAT_RECEIPT";
  private static final String AT_ONCE = "vatMode: ADVANCE_INVOICE";

  @Test
  void each_vendors_documents_are_there_as_pdf_in_the_customers_language() throws Exception {
    Book book = Book.begin(rest(), "2026-03-02");
    Customer mill = book.vendor("prim").customer("Moara Știuca");
    mill.subscribes("start", Map.of("courier-fan", 1));
    Customer crane = advance(book, "intrum").customer("ООО «Ёлка»");
    crane.topsUp("3000.00", "RUB", "bank-transfer", "crane 1").ok();
    Customer hedgehog = advance(book, "kabinet").customer("ТОВ «Їжачок і Ґанок»");
    hedgehog.topsUp("57.00", "USD", "payment-card", "hedgehog 1").ok();
    Customer bees = book.vendor("perfectum").customer("Пасіка");
    bees.orders("licence", "module-warehouse");
    Customer shop = book.vendor("prestaimport").customer("Muñoz e Hijas, S.L.");
    JsonNode order = shop.orders("gui-licence", "supplier-a");
    rest()
        .post("invoices/" + order.path("id").asLong() + "/credit-notes", Map.of("reason", "error"))
        .ok();

    List<String> monthly = words(only(mill));
    assertThat(monthly.get(0))
        .contains("Factură", "Moara Știuca", "RO16", "nu mai pot fi exportate");
    assertThat(words(only(crane)).get(0)).contains("Счёт", "ООО «Ёлка»", "₽", "БИК");
    assertThat(words(only(hedgehog)).get(0)).contains("Рахунок", "ТОВ «Їжачок і Ґанок»", "USD");
    assertThat(words(only(bees)).get(0)).contains("Рахунок", "Склад", "₴", "20%");
    assertThat(words(order).get(0)).contains("Factura", "Muñoz e Hijas, S.L.", "€", "ES36");
    JsonNode note = shop.invoices().get(1);
    assertThat(words(note).get(0))
        .contains("Factura rectificativa", "Rectifica " + order.path("number").asText(), "error");
  }

  private Vendor advance(Book book, String code) {
    return book.vendor(code + "-adv", Pack.bundled(code).with(ON_USE, AT_ONCE));
  }

  private static JsonNode only(Customer customer) {
    List<JsonNode> all = customer.invoices();
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  /** Downloads it twice, checks what every download promises, gives its text. */
  private List<String> words(JsonNode document) throws Exception {
    HttpResponse<byte[]> first = download(document);
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(first.headers().firstValue("Cache-Control")).contains("private, no-cache");
    assertThat(first.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment; filename=\"")
        .contains("filename*=UTF-8''");
    String hash =
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(first.body()));
    assertThat(first.headers().firstValue("ETag")).contains("\"" + hash + "\"");
    assertThat(download(document).body()).isEqualTo(first.body());
    HttpResponse<byte[]> known =
        kontor().api().with("If-None-Match", "\"" + hash + "\"").download(path(document));
    assertThat(known.statusCode()).isEqualTo(304);
    assertThat(known.body()).isEmpty();
    String text = text(first.body());
    assertThat(text).contains(document.path("number").asText());
    return List.of(text);
  }

  private HttpResponse<byte[]> download(JsonNode document) {
    return kontor().api().download(path(document));
  }

  private static String path(JsonNode document) {
    return "invoices/" + document.path("id").asLong() + "/pdf";
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument file = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(file).replace('\u00A0', ' ');
    }
  }

  @Test
  void a_file_shows_what_was_paid_when_it_was_issued_whatever_is_paid_later() throws Exception {
    Vendor presta = Book.begin(rest(), "2026-05-04").vendor("prestaimport");
    Customer shop = presta.customer("Tienda");
    JsonNode first = shop.orders("gui-licence");
    shop.pays("250.79", "EUR", "bank-transfer", "too much").ok();
    JsonNode second = shop.orders("supplier-a");
    shop.pays("62.60", "EUR", "bank-transfer", "the rest").ok();
    assertThat(text(download(first).body()))
        .contains("Importe a pagar 240,79 €")
        .doesNotContain("Pagado al expedir");
    assertThat(text(download(second).body()))
        .contains("Pagado al expedir -10,00 €", "Importe a pagar 62,60 €");
  }

  @Test
  void a_monthly_invoice_shows_what_its_run_took_from_the_balance() throws Exception {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim");
    Customer mill = prim.customer("Moara");
    mill.subscribes("start", Map.of());
    mill.pays("401.29", "RON", "bank-transfer", "100 too much").ok();
    prim.untilTime("2026-04-01T12:00");
    JsonNode april = mill.invoiceOf("2026-04-01");
    try (Database owner = database()) {
      String run = "select finished_at::text from billing_run where kind = 'MONTHLY'";
      String finished = owner.value(run + " and business_date = '2026-04-01'");
      String end = "update billing_run set finished_at = %s where business_date = '2026-04-01'";
      owner.change(end.formatted("null") + " and kind = 'MONTHLY'");
      try {
        assertThat(download(april).statusCode()).as("while the run goes on").isEqualTo(503);
      } finally {
        owner.change(end.formatted("'" + finished + "'") + " and kind = 'MONTHLY'");
      }
    }
    assertThat(text(download(april).body()))
        .contains(
            "Total cu TVA 301,29 RON", "Achitat la emitere -100,00 RON", "De plată 201,29 RON");
  }

  @Test
  void many_who_ask_at_once_get_one_file_and_nobody_can_change_it() throws Exception {
    Customer shop = Book.begin(rest(), "2026-05-04").vendor("prestaimport").customer("Tienda");
    JsonNode order = shop.orders("gui-licence");
    Callable<byte[]> download = () -> download(order).body();
    ExecutorService callers = Executors.newFixedThreadPool(8);
    try {
      List<Future<byte[]>> files = callers.invokeAll(java.util.Collections.nCopies(16, download));
      byte[] first = files.get(0).get();
      for (Future<byte[]> file : files) {
        assertThat(file.get()).isEqualTo(first);
      }
    } finally {
      callers.shutdown();
    }
    try (Database owner = database()) {
      assertThat(owner.number("select count(*) from document_file")).isEqualTo(1);
      for (String right : List.of("UPDATE", "DELETE", "TRUNCATE")) {
        assertThat(
                owner.number(
                    "select has_table_privilege('kontor_app', 'document_file', '"
                        + right
                        + "')::int"))
            .as(right)
            .isZero();
      }
    }
  }

  @Test
  void what_does_not_exist_has_no_file() {
    Book.begin(rest(), "2026-05-04");
    assertThat(kontor().api().download("invoices/999999999/pdf").statusCode()).isEqualTo(404);
  }
}
