package org.kontor.system.message;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.story.Answer;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Story;
import org.kontor.system.story.Vendor;

/** The mail that a customer asks for before its balance is used up (PAGES C05). */
@SystemTest(mail = true)
class LowBalanceIT extends Story {

  @BeforeEach
  void goodServer() throws Exception {
    kontor().mail().reset();
  }

  @Test
  void a_low_balance_is_mailed_where_the_customer_asked_for_it_while_it_is_true() {
    Vendor intrum = Book.begin(rest(), "2026-06-01").vendor("intrum");
    Customer ivan = intrum.customer("Иван");
    ivan.topsUp("300.00", "RUB", "bank-card", "first").ok();
    ivan.subscribes("crm", Map.of()).uses("headcount", 5).ok();
    String alert = "customers/" + ivan.id() + "/wallet/low-balance-alert";
    rest().get(alert).refused("NOT_FOUND");
    for (String wrong : List.of("0", "-5", "0.001")) {
      rest().put(alert, Map.of("below", wrong)).refused("INVALID_VALUE");
    }
    rest().put(alert, Map.of()).refused("MISSING_VALUE");
    rest().put(alert, Map.of("below", "900")).ok();
    rest().put(alert, Map.of("below", "150.00")).ok();
    assertThat(Answer.decimal(rest().get(alert).ok().path("below"))).isEqualByComparingTo("150");
    intrum.until("2026-06-03");
    assertThat(low()).hasSize(1);
    assertThat(Post.text(low().get(0))).contains("за 2 июня 2026 г.", "150,00 ₽", "100,66 ₽");
    rest().delete(alert).ok();
    rest().delete(alert).ok();
    ivan.topsUp("300.00", "RUB", "bank-card", "second").ok();
    intrum.until("2026-06-10");
    assertThat(low()).as("it wants to hear no more").hasSize(1);
  }

  private List<MimeMessage> low() {
    return kontor().mail().taken().stream()
        .filter(one -> Post.subject(one).startsWith("Средства на балансе заканчиваются"))
        .toList();
  }
}
