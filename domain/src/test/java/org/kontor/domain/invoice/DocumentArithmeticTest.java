package org.kontor.domain.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kontor.domain.money.Money;

/** The sums that EN 16931 demands, on random documents. */
class DocumentArithmeticTest {

  @Test
  void EN_16931_BR_CO_10_to_17_hold_for_every_document() {
    long seed = new Random().nextLong();
    System.out.println("EN 16931 arithmetic, seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      holds(RandomInvoice.draft(random));
    }
  }

  /** Without allowances, charges, prepayment and rounding amount, as our documents are. */
  static void holds(InvoiceDraft document) {
    Money zero = Money.zero(document.total().currency());
    Money lines = document.lines().stream().map(Line::net).reduce(zero, Money::plus);
    assertThat(document.net()).as("BR-CO-10, 13").isEqualTo(lines);
    Money tax = document.vat().stream().map(VatBreakdown::tax).reduce(zero, Money::plus);
    assertThat(document.vatTotal()).as("BR-CO-14").isEqualTo(tax);
    assertThat(document.total()).as("BR-CO-15").isEqualTo(document.net().plus(tax));
    Money bases = document.vat().stream().map(VatBreakdown::base).reduce(zero, Money::plus);
    assertThat(bases).as("BR-S-08 and its kin").isEqualTo(lines);
    for (VatBreakdown group : document.vat()) {
      assertThat(group.tax().amount()).as("BR-CO-17").isEqualByComparingTo(rounded(group));
    }
  }

  static BigDecimal rounded(VatBreakdown group) {
    return group
        .base()
        .amount()
        .multiply(group.rate())
        .divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
  }
}
