package org.kontor.system.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.system.story.Shown.shown;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.rig.Database;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Story;
import org.kontor.system.story.Vendor;

/** Books are audited by themselves, and what is wrong with them is seen without being asked for. */
@SystemTest
class BookAuditIT extends Story {

  @Test
  void a_damaged_book_degrades_health_by_the_next_audit_and_a_mended_one_clears_it()
      throws Exception {
    Vendor shop = Book.begin(rest(), "2026-03-01").vendor("prestaimport");
    Customer tienda = shop.customer("Tienda");
    JsonNode invoice = tienda.orders("gui-licence");
    tienda.pays("240.79", "EUR", "bank-transfer", "licence").ok();
    rest()
        .post(
            "invoices/" + invoice.path("id").asLong() + "/credit-notes", Map.of("reason", "sorry"))
        .ok();
    try (Database database = database()) {
      shown(rest().post("ledger/audits?vendor=prestaimport", Map.of()).ok())
          .has("sound", "true")
          .has("findings", "0");
      assertThat(books().path("degraded").asBoolean()).isFalse();
      String paid =
          "update ledger_account set credit_minor = credit_minor + ? where kind = 'REVENUE'";
      database.change(paid, 1);
      database.change(
          "update number_series set last_number = last_number + 1 where kind = 'INVOICE'");
      // A night later
      database.change("update book_audit set claimed_at = claimed_at - interval '45 hours'");
      awaitDegraded(true);
      JsonNode found = rest().get("ledger/audits").ok().get(0);
      shown(found).has("vendor", "prestaimport").has("sound", "false").has("findings", "3");
      assertThat(found.path("detail").asText())
          .contains("sums to -1", "REVENUE", "2 numbers given, 1 documents");
      assertThat(books().path("findings").asText()).isEqualTo("prestaimport 3");

      database.change(paid, -1);
      database.change(
          "update number_series set last_number = last_number - 1 where kind = 'INVOICE'");
      shown(rest().post("ledger/audits?vendor=prestaimport", Map.of()).ok()).has("sound", "true");
      assertThat(books().path("degraded").asBoolean()).isFalse();

      assertThat(
              database.rows(
                  "select action from audit_entry where action like 'payment%' or action like"
                      + " '%credit%'"))
          .as("money that comes and documents that are taken back are in the record (S17)")
          .hasSize(2);
    }
  }

  @Test
  void an_audit_of_nobody_is_refused() {
    Book.begin(rest(), "2026-03-01");
    rest().post("ledger/audits", Map.of()).refused("MISSING_VALUE");
    rest().post("ledger/audits?vendor=nobody", Map.of()).refused("NOT_FOUND");
    assertThat(rest().get("ledger/audits").ok()).isEmpty();
  }

  /** The tick looks every minute. */
  private void awaitDegraded(boolean wanted) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(150);
    while (books().path("degraded").asBoolean() != wanted) {
      assertThat(System.nanoTime()).as("nobody audited the book").isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(500);
    }
  }

  private JsonNode books() throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(kontor().management().resolve("health/ready")).build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    for (JsonNode check : new ObjectMapper().readTree(answer.body()).path("checks")) {
      if (check.path("name").asText().equals("books")) {
        return check.path("data");
      }
    }
    throw new AssertionError(answer.body());
  }
}
