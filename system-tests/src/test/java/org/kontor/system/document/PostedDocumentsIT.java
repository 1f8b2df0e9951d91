package org.kontor.system.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.system.story.Shown.shown;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.domain.rules.Proves;
import org.kontor.system.base.SystemTest;
import org.kontor.system.story.Answer;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Story;
import org.kontor.system.story.Vendor;

/** Papers by post for each month (S2.27), through the running server. */
@SystemTest
class PostedDocumentsIT extends Story {

  private static final String MARCH = "posted-documents?vendor=intrum&month=2026-03";

  @Test
  @Proves("S2.27")
  void S2_27_papers_go_by_post_to_those_who_pay_by_transfer_and_their_sending_is_written_down() {
    Vendor intrum = Book.begin(rest(), "2026-03-02").vendor("intrum");
    Customer transfer = paying(intrum, "Перевод", "bank-transfer");
    Customer kiosk = paying(intrum, "Киоск", "qiwi");
    Customer idle = intrum.customer("Без услуг");
    idle.topsUp("100.00", "RUB", "bank-transfer", "idle").ok();
    intrum.until("2026-03-20");
    Customer moved = paying(intrum, "Раньше киоск", "qiwi");
    moved.topsUp("500.00", "RUB", "bank-transfer", "moved").ok();
    intrum.untilTime("2026-04-05T12:00");

    List<JsonNode> papers = rest().all(MARCH);
    assertThat(papers)
        .extracting(paper -> paper.path("customerId").asLong())
        .containsExactly(transfer.id(), moved.id());
    shown(papers.get(0)).has("way", "POST").has("month", "2026-03").has("currency", "RUB");
    assertThat(Answer.decimal(papers.get(0).path("charged")))
        .isPositive()
        .isEqualByComparingTo(marchOf(transfer));
    assertThat(rest().all(MARCH + "&state=WAITING")).hasSize(2);

    HttpResponse<byte[]> paper =
        kontor().api().download("posted-documents/2026-03/" + transfer.id() + "/pdf");
    assertThat(paper.statusCode()).isEqualTo(200);
    assertThat(new String(paper.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    assertThat(
            kontor().api().download("posted-documents/2026-03/" + kiosk.id() + "/pdf").statusCode())
        .isEqualTo(409);

    shown(send(transfer, "2026-04-03").ok()).has("sentOn", "2026-04-03");
    assertThat(rest().all(MARCH + "&state=WAITING")).hasSize(1);
    shown(send(transfer, "2026-04-04").ok()).has("sentOn", "2026-04-04");
    assertThat(rest().all(MARCH + "&state=SENT")).hasSize(1);

    assertThat(send(transfer, "2026-03-31").status()).isEqualTo(422);
    assertThat(send(transfer, "2026-04-06").status()).isEqualTo(422);
    assertThat(send(kiosk, "2026-04-03").status()).isEqualTo(409);
    assertThat(rest().get("posted-documents?vendor=intrum").status()).isEqualTo(422);
    intrum.book().vendor("prim");
    assertThat(rest().all("posted-documents?vendor=prim&month=2026-03")).isEmpty();
  }

  private static BigDecimal marchOf(Customer customer) {
    return customer.charges().stream()
        .filter(charge -> charge.path("businessDate").asText().startsWith("2026-03"))
        .map(charge -> Answer.decimal(charge.path("amount")))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private Customer paying(Vendor intrum, String name, String method) {
    Customer customer = intrum.customer(name);
    customer.topsUp("9000.00", "RUB", method, name).ok();
    customer.subscribes("crm", Map.of()).uses("headcount", 3).ok();
    return customer;
  }

  private Answer send(Customer customer, String day) {
    return rest().put("posted-documents/2026-03/" + customer.id(), Map.of("sentOn", day));
  }
}
