package org.kontor.system.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.system.story.Shown.shown;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.kontor.domain.rules.Proves;
import org.kontor.system.base.SystemTest;
import org.kontor.system.rig.Database;
import org.kontor.system.story.Answer;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Story;
import org.kontor.system.story.Vendor;

/** Numbers, corrections and the chain under load, roll-backs and tampering (QUALITY R7). */
@SystemTest
class DocumentsIT extends Story {

  private static final int CALLERS = 16;
  private static final int CALLS = 15;

  @Test
  void R7_numbers_stay_gapless_under_fire_with_roll_backs_after_numbering() throws Exception {
    long seed = new Random().nextLong();
    System.out.println("documents under fire, seed " + seed);
    Vendor presta = Book.begin(rest(), "2026-05-04").vendor("prestaimport");
    List<Customer> customers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      customers.add(presta.customer("Tienda " + i));
    }
    try (Database owner = database()) {
      // The outbox row is written after the number was taken: this customer's documents roll back.
      owner.change(
          "create or replace function refuse_for_test() returns trigger language plpgsql as"
              + " 'begin raise exception ''refused for a test''; end'");
      owner.change(
          "create trigger refuse_for_test before insert on outbox for each row"
              + " when (new.customer_id = "
              + customers.get(0).id()
              + ") execute function refuse_for_test()");
      try {
        fire(customers, seed);
      } finally {
        owner.change("drop trigger refuse_for_test on outbox");
      }
    }
    assertThat(customers.get(0).invoices()).isEmpty();
    proven("prestaimport");
  }

  private void fire(List<Customer> customers, long seed) throws Exception {
    List<Callable<Void>> callers = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      Random random = new Random(seed + i);
      callers.add(
          () -> {
            for (int call = 0; call < CALLS; call++) {
              one(customers.get(random.nextInt(customers.size())), random);
            }
            return null;
          });
    }
    together(callers);
  }

  private void one(Customer customer, Random random) {
    Answer order =
        rest()
            .post(
                "orders",
                Map.of(
                    "customerId", customer.id(),
                    "reference", "PO-" + random.nextInt(40),
                    "lines", List.of(Map.of("product", "support-hour", "quantity", 3))));
    if (order.status() == 201 && random.nextInt(3) == 0) {
      String notes = "invoices/" + order.body().path("id").asLong() + "/credit-notes";
      Map<String, Object> line = Map.of("line", 1, "amount", "40.01");
      assertThat(rest().post(notes, Map.of("reason", "rebate", "lines", List.of(line))).status())
          .isIn(201, 422);
    }
    if (random.nextInt(4) == 0) {
      customer.pays("50.00", "EUR", "bank-transfer", "key " + random.nextLong());
    }
  }

  /** No gaps, dates in order, chain intact, ledger sound. */
  private void proven(String vendor) {
    JsonNode all = rest().get("number-series?vendor=" + vendor).ok();
    assertThat(all).isNotEmpty();
    for (JsonNode series : all) {
      shown(series).has("gaps", "0").has("datesOutOfOrder", "0");
      String path =
          "number-series/%s/%s/%s/chain"
              .formatted(vendor, series.path("series").asText(), series.path("year").asText());
      shown(rest().get(path).ok())
          .has("intact", "true")
          .has("documents", series.path("documents").asText());
    }
    shown(rest().get("ledger/audit?vendor=" + vendor).ok()).has("sound", "true");
    JsonNode summary = rest().get("summary").ok().path("vendors").get(0);
    shown(summary).has("ledgerSum", "0.00").has("numberGaps", "0");
    shown(summary).has("receivableTotal", summary.path("openTotal").asText());
  }

  @Test
  void the_same_full_credit_note_by_eight_hands_is_one() throws Exception {
    Vendor presta = Book.begin(rest(), "2026-05-04").vendor("prestaimport");
    Customer tienda = presta.customer("Tienda");
    JsonNode invoice = tienda.orders("gui-licence", "supplier-a");
    String notes = "invoices/" + invoice.path("id").asLong() + "/credit-notes";
    List<Callable<Answer>> hands = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      hands.add(() -> rest().post(notes, Map.of("reason", "not wanted")));
    }
    assertThat(together(hands))
        .allSatisfy(answer -> shown(answer.ok()).has("number", "PIR2026/000001"));
    assertThat(tienda.invoices()).hasSize(2);
    assertThat(tienda.products()).allSatisfy(product -> shown(product).has("state", "WITHDRAWN"));
    proven("prestaimport");
  }

  @Test
  void an_invoice_that_was_taken_back_whole_is_credited_and_not_paid() {
    Vendor presta = Book.begin(rest(), "2026-05-04").vendor("prestaimport");
    Customer tienda = presta.customer("Tienda");
    JsonNode never = tienda.orders("gui-licence", "supplier-a");
    JsonNode partly = tienda.orders("support-hour");
    Customer other = presta.customer("Otra");
    JsonNode paid = other.orders("support-hour");
    other.pays("54.45", "EUR", "bank-transfer", "hour").ok();
    credited(never, Map.of("reason", "not wanted"));
    credited(
        partly, Map.of("reason", "rebate", "lines", List.of(Map.of("line", 1, "amount", "20.00"))));
    assertThat(state(never)).isEqualTo("credited");
    assertThat(state(partly)).isEqualTo("open");
    assertThat(state(paid)).isEqualTo("paid");
    tienda.pays("30.25", "EUR", "bank-transfer", "the rest").ok();
    assertThat(state(partly)).as("paid and partly taken back").isEqualTo("paid");
    credited(paid, Map.of("reason", "sorry"));
    assertThat(state(paid)).as("paid and taken back whole").isEqualTo("credited");
    assertThat(ids("credited")).containsExactlyInAnyOrder(id(never), id(paid));
    assertThat(ids("paid")).containsExactly(id(partly));
    assertThat(ids("open")).isEmpty();
  }

  private void credited(JsonNode invoice, Map<String, Object> wish) {
    rest().post("invoices/" + id(invoice) + "/credit-notes", wish).ok();
  }

  private String state(JsonNode invoice) {
    return rest().get("invoices/" + id(invoice)).ok().path("state").asText();
  }

  private List<Long> ids(String state) {
    return rest().all("invoices?state=" + state).stream()
        .peek(summary -> shown(summary).has("state", state))
        .map(DocumentsIT::id)
        .toList();
  }

  private static long id(JsonNode document) {
    return document.path("id").asLong();
  }

  @Test
  @Proves("S5.3")
  void a_paid_part_that_is_credited_becomes_credit_and_pays_the_next_invoice() {
    Vendor presta = Book.begin(rest(), "2026-05-04").vendor("prestaimport");
    Customer tienda = presta.customer("Tienda");
    JsonNode invoice = tienda.orders("gui-licence", "supplier-a");
    tienda.pays("313.39", "EUR", "bank-transfer", "all").ok();
    String notes = "invoices/" + invoice.path("id").asLong() + "/credit-notes";
    Map<String, Object> addon = Map.of("line", 2, "quantity", "1");
    shown(rest().post(notes, Map.of("reason", "returned", "lines", List.of(addon))).ok())
        .has("net", "60.00")
        .has("vat", "12.60");
    assertThat(tienda.balance()).isEqualByComparingTo("72.60");

    JsonNode again = tienda.orders("supplier-a");
    shown(again).has("state", "paid").has("paidAmount", "72.60").has("amountDue", "0.00");
    assertThat(tienda.balance()).isEqualByComparingTo("0");
    assertThat(tienda.products())
        .extracting(product -> product.path("state").asText())
        .containsExactly("ACTIVE", "WITHDRAWN", "ACTIVE");
    proven("prestaimport");
  }

  @Test
  void credit_pays_what_is_open_as_soon_as_it_arises() {
    Vendor presta = Book.begin(rest(), "2026-05-04").vendor("prestaimport");
    Customer tienda = presta.customer("Tienda");
    JsonNode first = tienda.orders("support-hour");
    String price = first.path("total").asText();
    tienda.pays(price, "EUR", "bank-transfer", "first").ok();
    JsonNode second = tienda.orders("support-hour");

    rest()
        .post("invoices/" + first.path("id").asLong() + "/credit-notes", Map.of("reason", "sorry"))
        .ok();
    shown(rest().get("invoices/" + second.path("id").asLong()).ok()).has("state", "paid");
    assertThat(tienda.balance()).isEqualByComparingTo("0");

    JsonNode third = tienda.orders("support-hour");
    tienda.topsUp(price, "EUR", "bank-transfer", "topped up").ok();
    shown(rest().get("invoices/" + third.path("id").asLong()).ok()).has("state", "paid");

    JsonNode fourth = tienda.orders("support-hour");
    Map<String, Object> named = tienda.payment("PAYMENT", price, "EUR", "paypal", "wrong one");
    named.put("invoices", List.of(third.path("id").asLong()));
    rest().post("payments", named).ok();
    shown(rest().get("invoices/" + fourth.path("id").asLong()).ok()).has("state", "paid");
    assertThat(tienda.products())
        .extracting(product -> product.path("state").asText())
        .containsExactly("WITHDRAWN", "ACTIVE", "ACTIVE", "ACTIVE");
    proven("prestaimport");
  }

  @Test
  void a_changed_document_is_named() {
    Vendor presta = Book.begin(rest(), "2026-05-04").vendor("prestaimport");
    Customer tienda = presta.customer("Tienda");
    for (int i = 0; i < 3; i++) {
      tienda.orders("support-hour");
    }
    String chain = "number-series/prestaimport/PI/2026/chain";
    shown(rest().get(chain).ok()).has("intact", "true").has("documents", "3");
    try (Database owner = database()) {
      String change =
          "update invoice_line set name = ? where invoice_id ="
              + " (select id from invoice where number = 'PI2026/000002')";
      String name =
          owner.value(
              "select name from invoice_line where invoice_id ="
                  + " (select id from invoice where number = 'PI2026/000002')");
      owner.change(change, "Something else");
      shown(rest().get(chain).ok())
          .has("intact", "false")
          .has("firstBroken", "PI2026/000002")
          .has("fault", "DIGEST");
      owner.change(change, name);
      shown(rest().get(chain).ok()).has("intact", "true");

      String notes = "invoices/" + tienda.invoices().get(0).path("id").asLong() + "/credit-notes";
      rest().post(notes, Map.of("reason", "agreed")).ok();
      owner.change("update invoice set reason = 'never agreed' where kind = 'CREDIT_NOTE'");
      shown(rest().get("number-series/prestaimport/PIR/2026/chain").ok()).has("fault", "DIGEST");
    }
  }

  @Test
  void single_and_monthly_documents_share_one_series_and_one_chain() {
    Vendor prim = Book.begin(rest(), "2026-03-10").vendor("prim", Pack.trusting("prim"));
    List<Customer> customers = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      customers.add(prim.customer("Alfa " + i));
      customers.get(i).subscribes("start", Map.of());
    }
    customers.get(0).orders("onboarding-session");
    prim.until("2026-04-02");
    customers.get(1).orders("onboarding-session");
    JsonNode monthly = customers.get(2).invoiceOf("2026-04-01");
    String notes = "invoices/" + monthly.path("id").asLong() + "/credit-notes";
    JsonNode note = rest().post(notes, Map.of("reason", "goodwill")).ok();
    shown(note).has("total", monthly.path("total").asText());
    prim.until("2026-05-02");
    proven("prim");
    shown(rest().get("number-series?vendor=prim").ok().get(0)).has("documents", "17");
  }

  @Test
  void the_year_of_a_number_changes_at_the_sellers_midnight() {
    Book book = Book.begin(rest(), "2026-12-31");
    Customer madrid = book.vendor("prestaimport").customer("Tienda");
    Customer kyiv = book.vendor("perfectum").customer("Zavod");
    book.until(Instant.parse("2026-12-31T22:30:00Z")); // 00:30 in Kyiv, 23:30 in Madrid
    shown(kyiv.orders("support-hour")).has("issueDate", "2027-01-01");
    shown(madrid.orders("support-hour"))
        .has("issueDate", "2026-12-31")
        .has("number", "PI2026/000001");
    book.until(Instant.parse("2026-12-31T23:00:00Z"));
    shown(madrid.orders("support-hour")).has("number", "PI2027/000001");
  }

  private static <T> List<T> together(List<Callable<T>> calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> result : threads.invokeAll(calls)) {
        results.add(result.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
