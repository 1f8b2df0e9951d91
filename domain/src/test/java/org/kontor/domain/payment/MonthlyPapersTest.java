package org.kontor.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.kontor.domain.payment.MonthlyPapers.Way;

/** Who gets papers by post, and when they can have been sent. */
class MonthlyPapersTest {

  private static final YearMonth MARCH = YearMonth.parse("2026-03");
  private static final LocalDate TODAY = LocalDate.parse("2026-04-10");

  @Test
  void papers_go_to_those_who_pay_by_transfer_and_to_nobody_else() {
    MonthlyPapers papers = new MonthlyPapers("bank-transfer", Way.POST);
    assertThat(papers.goTo("bank-transfer")).isTrue();
    assertThat(papers.goTo("qiwi")).isFalse();
    assertThat(papers.goTo(null)).isFalse();
  }

  @Test
  void papers_are_sent_after_the_month_and_not_in_the_future() {
    assertThatCode(() -> check("2026-04-01")).doesNotThrowAnyException();
    assertThatCode(() -> check("2026-04-10")).doesNotThrowAnyException();
    assertThatThrownBy(() -> check("2026-03-31")).hasMessageContaining("cannot have been sent");
    assertThatThrownBy(() -> check("2026-04-11")).hasMessageContaining("cannot have been sent");
    assertThatThrownBy(() -> MonthlyPapers.checkSent(MARCH, null, TODAY))
        .hasMessageContaining("missing");
  }

  private static void check(String day) {
    MonthlyPapers.checkSent(MARCH, LocalDate.parse(day), TODAY);
  }
}
