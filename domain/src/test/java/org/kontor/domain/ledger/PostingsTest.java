package org.kontor.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kontor.domain.money.Money;
import org.kontor.domain.rules.Proves;

/** What each business event moves. */
class PostingsTest {

  private static final long CUSTOMER = 1000;
  private static final long RECEIVABLE = 8000;
  private static final long WALLET = 8001;
  private static final long BONUS = 8002;
  private static final LocalDate DAY = LocalDate.parse("2026-03-06");
  private static final Entry ENTRY = new Entry(CUSTOMER, DAY, 77);
  private static final SellerAccounts USD = accounts("USD", 0);
  private static final SellerAccounts UAH = accounts("UAH", -100);
  private static final WalletTerms TERMS = new WalletTerms(false, BigDecimal.ZERO, false);

  private static SellerAccounts accounts(String currency, long base) {
    return new SellerAccounts(
        Currency.getInstance(currency), base - 1, base - 2, base - 3, base - 4, base - 5, base - 6);
  }

  private static Money usd(String amount) {
    return Money.of(amount, "USD");
  }

  private static Buckets buckets(String paid, String bonus) {
    return new Buckets(usd(paid), usd(bonus));
  }

  private static Transfer leg(int leg, long debit, long credit, String amount, TransferCode code) {
    return new Transfer(CUSTOMER, DAY, 77, leg, debit, credit, usd(amount), code);
  }

  @Test
  void vat_that_was_accounted_at_the_top_up_keeps_its_rate_when_the_rate_changes() {
    WalletTerms now22 = new WalletTerms(false, new BigDecimal("22"), true);
    Buckets paid = buckets("1200.00", "0.00");
    Postings.Charged half = Postings.charge(ENTRY, USD, now22, usd("600.00"), paid, usd("200.00"));
    assertThat(half.vat()).isEqualTo(usd("100.00"));
    Postings.Charged rest =
        Postings.charge(ENTRY, USD, now22, usd("722.00"), half.after(), usd("100.00"));
    assertThat(rest.vat())
        .as("100.00 that are left, and 22.00 in the 122.00 that nobody has paid yet")
        .isEqualTo(usd("122.00"));
    assertThat(rest.after().paid()).isEqualTo(usd("-122.00"));
    assertThat(Postings.charge(ENTRY, USD, now22, usd("-61.00"), paid, usd("200.00")).vat())
        .isEqualTo(usd("-11.00"));
    assertThat(Postings.charge(ENTRY, USD, now22, usd("122.00"), paid).vat())
        .as("one rate explains all")
        .isEqualTo(usd("22.00"));
  }

  @Test
  void accounts_of_a_customer_are_found_without_a_look_up() {
    assertThat(AccountKind.RECEIVABLE.of(CUSTOMER)).isEqualTo(RECEIVABLE);
    assertThat(AccountKind.BONUS.of(CUSTOMER)).isEqualTo(BONUS);
    assertThat(AccountKind.customerOf(WALLET)).isEqualTo(CUSTOMER);
    assertThat(AccountKind.customerOf(-3)).isZero();
    assertThatThrownBy(() -> AccountKind.BANK.of(CUSTOMER))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_invoice_is_owed_with_its_vat() {
    assertThat(Postings.invoiceIssued(ENTRY, USD, usd("100.00"), usd("21.00")))
        .containsExactly(
            leg(0, RECEIVABLE, USD.revenue(), "100.00", TransferCode.INVOICE),
            leg(1, RECEIVABLE, USD.vat(), "21.00", TransferCode.VAT));
    assertThat(Postings.invoiceIssued(ENTRY, USD, usd("0.00"), usd("0.00"))).isEmpty();
  }

  @Test
  void a_credit_note_takes_back_what_is_open_and_credits_what_was_paid() {
    assertThat(Postings.creditNote(ENTRY, USD, usd("100.00"), usd("21.00"), usd("50.00")))
        .containsExactly(
            leg(0, USD.revenue(), RECEIVABLE, "50.00", TransferCode.CREDIT_NOTE),
            leg(1, USD.revenue(), WALLET, "50.00", TransferCode.CREDIT_NOTE),
            leg(2, USD.vat(), WALLET, "21.00", TransferCode.CREDIT_NOTE));
    assertThatThrownBy(() -> Postings.creditNote(ENTRY, USD, usd("1.00"), usd("0.00"), usd("1.01")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @Proves({"S2.3", "S3.9", "S2.25"})
  void S2_3_a_top_up_of_any_amount_is_on_the_balance_at_once() {
    for (String any : List.of("0.01", "33.33", "1200000.00")) {
      assertThat(
              Postings.received(ENTRY, Receipt.of(USD, usd(any)), List.of(), usd(any), usd("0.00")))
          .containsExactly(leg(0, USD.bank(), WALLET, any, TransferCode.TOP_UP));
    }
  }

  @Test
  @Proves("S3.7")
  void S3_7_a_bonus_is_a_bucket_of_its_own() {
    assertThat(
            Postings.received(
                ENTRY, Receipt.of(USD, usd("100.00")), List.of(), usd("100.00"), usd("5.00")))
        .containsExactly(
            leg(0, USD.bank(), WALLET, "100.00", TransferCode.TOP_UP),
            leg(1, USD.bonusCost(), BONUS, "5.00", TransferCode.BONUS));
  }

  @Test
  @Proves({"S3.7", "S2.4"})
  void S3_7_paid_money_is_spent_before_bonus_and_debt_falls_on_the_wallet() {
    Postings.Charged charged =
        Postings.charge(ENTRY, USD, TERMS, usd("19.00"), buckets("10.00", "5.00"));
    assertThat(charged.transfers())
        .containsExactly(
            leg(0, WALLET, USD.revenue(), "14.00", TransferCode.CHARGE),
            leg(1, BONUS, USD.revenue(), "5.00", TransferCode.CHARGE));
    assertThat(charged.after()).isEqualTo(buckets("-4.00", "0.00"));
    assertThat(charged.after().total()).isEqualTo(usd("-4.00"));
  }

  @Test
  @Proves("S3.7")
  void S3_7_bonus_first_is_a_setting() {
    WalletTerms bonusFirst = new WalletTerms(true, BigDecimal.ZERO, false);
    assertThat(
            Postings.charge(ENTRY, USD, bonusFirst, usd("19.00"), buckets("100.00", "5.00"))
                .after())
        .isEqualTo(buckets("86.00", "0.00"));
  }

  @Test
  @Proves("S3.7")
  void S3_7_in_debt_the_bonus_pays_the_next_charge_as_far_as_it_goes() {
    assertThat(Postings.charge(ENTRY, USD, TERMS, usd("19.00"), buckets("-40.00", "5.00")).after())
        .isEqualTo(buckets("-54.00", "0.00"));
  }

  @Test
  @Proves("S2.4")
  void S2_4_the_vat_inside_a_charge_is_booked_apart_and_bonus_carries_none() {
    WalletTerms vat = new WalletTerms(false, new BigDecimal("21"), false);
    assertThat(Postings.charge(ENTRY, USD, vat, usd("13.10"), buckets("12.10", "5.00")).transfers())
        .containsExactly(
            leg(0, WALLET, USD.revenue(), "10.00", TransferCode.CHARGE),
            leg(1, WALLET, USD.vat(), "2.10", TransferCode.CHARGE_VAT),
            leg(2, BONUS, USD.revenue(), "1.00", TransferCode.CHARGE));
  }

  @Test
  void a_correction_comes_back_as_paid_money() {
    Postings.Charged corrected =
        Postings.charge(ENTRY, USD, TERMS, usd("-3.00"), buckets("-10.00", "2.00"));
    assertThat(corrected.transfers())
        .containsExactly(leg(0, USD.revenue(), WALLET, "3.00", TransferCode.CORRECTION));
    assertThat(corrected.after()).isEqualTo(buckets("-7.00", "2.00"));
  }

  @Test
  @Proves("S3.28")
  void S3_28_each_currency_balances_by_itself() {
    Money paid = Money.of("788.52", "UAH");
    List<Transfer> transfers =
        Postings.received(
            ENTRY,
            Receipt.converted(USD, usd("19.00"), UAH, paid),
            List.of(),
            usd("19.00"),
            usd("0.00"));
    assertThat(transfers)
        .containsExactly(
            new Transfer(
                CUSTOMER, DAY, 77, 0, UAH.bank(), UAH.exchange(), paid, TransferCode.EXCHANGE),
            leg(1, USD.exchange(), WALLET, "19.00", TransferCode.TOP_UP));
  }

  @Test
  @Proves("S5.4")
  void S5_4_a_payment_names_each_invoice_it_paid_and_leaves_the_rest_as_credit() {
    assertThat(
            Postings.received(
                ENTRY,
                Receipt.of(USD, usd("100.00")),
                List.of(usd("60.00"), usd("30.00")),
                usd("10.00"),
                usd("0.00")))
        .containsExactly(
            leg(0, USD.bank(), RECEIVABLE, "60.00", TransferCode.PAYMENT),
            leg(1, USD.bank(), RECEIVABLE, "30.00", TransferCode.PAYMENT),
            leg(2, USD.bank(), WALLET, "10.00", TransferCode.TOP_UP));
  }

  @Test
  void a_payment_that_does_not_add_up_is_refused() {
    assertThatThrownBy(
            () ->
                Postings.received(
                    ENTRY,
                    Receipt.of(USD, usd("100.00")),
                    List.of(usd("60.00")),
                    usd("39.99"),
                    usd("0.00")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
