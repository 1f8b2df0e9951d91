package org.kontor.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kontor.domain.ledger.AccountStatement.Row;
import org.kontor.domain.money.Money;
import org.kontor.domain.time.DateRange;

class AccountStatementTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-03-20");
  private static final DateRange MARCH =
      new DateRange(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-31"));

  @Test
  void a_period_is_a_year_at_most_and_ends_today() {
    assertThat(AccountStatement.period(day("2026-03-01"), null, TODAY))
        .contains(new DateRange(day("2026-03-01"), TODAY));
    assertThat(AccountStatement.period(day("2026-03-01"), day("2030-01-01"), TODAY))
        .contains(new DateRange(day("2026-03-01"), TODAY));
    assertThat(AccountStatement.period(null, null, TODAY))
        .contains(new DateRange(day("2025-03-21"), TODAY));
    assertThat(AccountStatement.period(day("2025-01-01"), day("2025-12-31"), TODAY)).isPresent();
    assertThat(AccountStatement.period(day("2024-02-29"), day("2025-02-28"), TODAY)).isPresent();
    assertThat(AccountStatement.period(day("2024-02-29"), day("2025-03-01"), TODAY)).isEmpty();
    assertThat(AccountStatement.period(TODAY, TODAY, TODAY)).isPresent();
    assertThat(AccountStatement.period(day("2025-01-01"), day("2026-01-01"), TODAY)).isEmpty();
    assertThat(AccountStatement.period(null, TODAY, TODAY)).isEmpty();
    assertThat(AccountStatement.period(day("2026-03-21"), null, TODAY)).isEmpty();
    assertThat(AccountStatement.period(day("2026-03-10"), day("2026-03-09"), TODAY)).isEmpty();
  }

  @Test
  void opening_and_what_came_and_went_give_the_closing_balance() {
    AccountStatement march = march("-10.00", "90.00");
    assertThat(march.opening()).isEqualTo(ron("20.00"));
    assertThat(march.in()).isEqualTo(ron("80.00"));
    assertThat(march.out()).isEqualTo(ron("10.00"));
    assertThat(march.closing()).isEqualTo(ron("90.00"));
    AccountStatement nothing = AccountStatement.of(MARCH, ron("-5.00"), List.of());
    assertThat(nothing.closing()).isEqualTo(ron("-5.00"));
    assertThat(nothing.in().isZero() && nothing.out().isZero()).isTrue();
  }

  @Test
  void figures_that_do_not_follow_are_no_statement() {
    assertThatThrownBy(() -> march("-10.00", "91.00")).isInstanceOf(IllegalStateException.class);
    for (String outside : List.of("2026-02-28", "2026-04-01")) {
      Row row = new Row(day(outside), "PAYMENT", "", ron("1.00"), ron("1.00"));
      assertThatThrownBy(() -> AccountStatement.of(MARCH, ron("0.00"), List.of(row)))
          .isInstanceOf(IllegalStateException.class);
    }
    List<Row> back =
        List.of(
            new Row(day("2026-03-05"), "PAYMENT", "", ron("1.00"), ron("1.00")),
            new Row(day("2026-03-04"), "PAYMENT", "", ron("1.00"), ron("2.00")));
    assertThatThrownBy(() -> AccountStatement.of(MARCH, ron("0.00"), back))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void the_digest_is_that_of_the_figures_and_of_no_words() {
    assertThat(march("-10.00", "90.00").figures())
        .isEqualTo(
            "2026-03-01 2026-03-31 RON\n20.00\n2026-03-02 80.00 100.00\n2026-03-31 -10.00 90.00\n"
                + "90.00\n");
    assertThat(march("-10.00", "90.00").digest())
        .hasSize(64)
        .isNotEqualTo(march("-10.01", "89.99").digest());
  }

  private static AccountStatement march(String amount, String balance) {
    return AccountStatement.of(
        MARCH,
        ron("20.00"),
        List.of(
            new Row(day("2026-03-02"), "PAYMENT", "card", ron("80.00"), ron("100.00")),
            new Row(day("2026-03-31"), "CHARGE", "Start", ron(amount), ron(balance))));
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static Money ron(String amount) {
    return Money.of(amount, "RON");
  }
}
