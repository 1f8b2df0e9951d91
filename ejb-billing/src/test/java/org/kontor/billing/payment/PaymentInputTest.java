package org.kontor.billing.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.kontor.billing.ledger.control.AccountHolder;
import org.kontor.billing.payment.boundary.NewPayment;
import org.kontor.billing.payment.control.PaymentChecks;
import org.kontor.billing.payment.control.PaymentInput;
import org.kontor.domain.money.Money;
import org.kontor.domain.payment.PaymentKind;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.rules.Proves;

/** What is refused before anything is read or written. */
class PaymentInputTest {

  private static final PolicyPack PACK = TestPacks.cabinet();
  private static final LocalDate TODAY = LocalDate.parse("2026-03-06");
  private static final AccountHolder CUSTOMER =
      new AccountHolder(
          1000,
          "cabinet",
          ZoneOffset.UTC,
          LocalDate.parse("2026-01-01"),
          PACK.seller().currency(),
          false);

  private final PaymentChecks checks = new PaymentChecks(null, null);

  private static PaymentInput input(String method, Money paid) {
    return new PaymentInput(1000, method, "k", TODAY, paid, PaymentKind.TOP_UP, List.of(), null);
  }

  private static void refused(ProblemCode code, String field, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.problem().code()).isEqualTo(code);
              assertThat(refused.problem().field()).isEqualTo(field);
              assertThat(refused.problem().mend()).isNotBlank();
            });
  }

  @Test
  void a_repetition_may_leave_the_value_date_out_or_name_the_one_that_was_taken() {
    PaymentInput dated = input("CARD", Money.of("1.00", "USD"));
    PaymentInput undated =
        new PaymentInput(
            1000, "CARD", "k", null, dated.paid(), PaymentKind.TOP_UP, List.of(), null);
    for (byte[] recorded : List.of(dated.hash(), undated.hash())) {
      assertThat(dated.isSameAs(recorded, TODAY)).isTrue();
      assertThat(undated.isSameAs(recorded, TODAY)).isTrue();
      assertThat(dated.isSameAs(recorded, TODAY.minusDays(1))).isFalse();
      assertThat(input("CARD", Money.of("2.00", "USD")).isSameAs(recorded, TODAY)).isFalse();
    }
  }

  @Test
  @Proves("S2.25")
  void S2_25_any_amount_is_taken_and_nonsense_is_not() {
    for (String good : List.of("0.01", "1", "12345.60", "999999999.99")) {
      assertThat(PaymentChecks.money(new BigDecimal(good), "USD").isPositive()).isTrue();
    }
    for (String bad : List.of("0", "-1", "0.001", "1000000000", "1E+999999", "1E-999999")) {
      refused(
          ProblemCode.INVALID_VALUE,
          "amount",
          () -> PaymentChecks.money(new BigDecimal(bad), "USD"));
    }
    refused(ProblemCode.MISSING_VALUE, "amount", () -> PaymentChecks.money(null, "USD"));
    refused(
        ProblemCode.WRONG_CURRENCY, "currency", () -> PaymentChecks.money(BigDecimal.ONE, "ZZZ"));
    refused(
        ProblemCode.WRONG_CURRENCY, "currency", () -> PaymentChecks.money(BigDecimal.ONE, "hm"));
    checks.minimum(PaymentKind.TOP_UP, Money.of("0.01", "USD"), PACK);
  }

  @Test
  @Proves({"S2.26", "S3.1"})
  void S2_26_methods_are_the_vendors_setting() {
    checks.accepted(input("CARD", Money.of("1.00", "USD")), CUSTOMER, PACK);
    refused(
        ProblemCode.INVALID_VALUE,
        "method",
        () -> checks.accepted(input("QIWI", Money.of("1.00", "USD")), CUSTOMER, PACK));
  }

  @Test
  @Proves("S3.28")
  void S3_28_other_currencies_are_taken_as_the_policy_says() {
    checks.accepted(input("CARD", Money.of("1.00", "UAH")), CUSTOMER, PACK);
    refused(
        ProblemCode.WRONG_CURRENCY,
        "currency",
        () -> checks.accepted(input("CARD", Money.of("1.00", "EUR")), CUSTOMER, PACK));
  }

  @Test
  void the_value_date_lies_in_the_book_and_not_ahead() {
    checks.valueDate(TODAY, CUSTOMER, TODAY);
    refused(
        ProblemCode.IN_THE_FUTURE,
        "valueDate",
        () -> checks.valueDate(TODAY.plusDays(1), CUSTOMER, TODAY));
    refused(
        ProblemCode.BEFORE_BOOK,
        "valueDate",
        () -> checks.valueDate(LocalDate.parse("2025-12-31"), CUSTOMER, TODAY));
  }

  @Test
  void the_same_payment_has_the_same_hash_however_its_amount_is_written() {
    Money one = PaymentChecks.money(new BigDecimal("1"), "USD");
    Money same = PaymentChecks.money(new BigDecimal("1.00"), "USD");
    assertThat(input("CARD", one).hash()).isEqualTo(input("CARD", same).hash());
    assertThat(input("CARD", one).hash())
        .isNotEqualTo(input("CARD", Money.of("1.01", "USD")).hash());
  }

  @Test
  void a_null_among_the_invoices_is_refused_and_never_taken_for_the_oldest() {
    NewPayment asked =
        new NewPayment(
            1L, "CARD", "k", null, BigDecimal.ONE, "USD", PaymentKind.PAYMENT, nulls(), null);
    refused(
        ProblemCode.MISSING_VALUE, "invoices[1]", () -> PaymentChecks.invoices(asked.invoices()));
  }

  private static List<Long> nulls() {
    return java.util.Arrays.asList(7L, null);
  }
}
