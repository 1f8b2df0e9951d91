package org.kontor.domain.payment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.explain.Expr;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.invoice.InvoiceDraft;
import org.kontor.domain.invoice.Line;
import org.kontor.domain.invoice.Purpose;
import org.kontor.domain.invoice.VatTreatment;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Seller.DocumentKind;
import org.kontor.domain.policy.Texts;
import org.kontor.domain.time.DateRange;

/** VAT at once on a top-up (STANDARDS D.5, vatMode ADVANCE_INVOICE). */
public final class AdvanceInvoice {

  /** Item code (BT-155) of the one line. */
  public static final String ITEM = "ADVANCE";

  private static final Texts NAME =
      new Texts(
          Map.of(
              "en", "Payment on account",
              "ro", "Plată în avans",
              "ru", "Предоплата",
              "uk", "Передоплата",
              "es", "Pago a cuenta"));

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private AdvanceInvoice() {}

  /**
   * The document for a top-up. Its total is the gross amount, or one minor unit less where no net
   * amount gives exactly that with its VAT.
   *
   * @param paymentId makes the source key: one document per payment
   */
  public static InvoiceDraft draft(
      PolicyPack pack, Buyer buyer, long customerId, long paymentId, LocalDate on, Money gross) {
    VatTreatment treatment = VatTreatment.of(pack.seller(), buyer);
    Money net = net(gross, treatment.rate());
    Expr arithmetic = Expr.num("net", net.amount());
    Line line =
        new Line(
            ITEM,
            NAME.in(buyer.language()),
            BigDecimal.ONE,
            "C62",
            net.amount(),
            net,
            treatment.category(),
            treatment.rate(),
            DateRange.day(on),
            new Explanation(
                List.of("S2.3"),
                pack.id(),
                Map.of("gross", gross.amount().toPlainString()),
                arithmetic));
    InvoiceDraft.Heading heading =
        new InvoiceDraft.Heading(
            pack.code(),
            pack.id(),
            DocumentKind.INVOICE,
            Purpose.ADVANCE,
            "advance/" + paymentId,
            customerId,
            null,
            on,
            on,
            DateRange.day(on),
            null,
            null,
            "");
    return InvoiceDraft.of(heading, buyer, List.of(line), treatment.reason());
  }

  private static Money net(Money gross, BigDecimal rate) {
    Currency currency = gross.currency();
    BigDecimal exact =
        gross
            .amount()
            .multiply(HUNDRED)
            .divide(HUNDRED.add(rate), gross.amount().scale(), RoundingMode.HALF_UP);
    Money net = new Money(exact, currency);
    Money vat = Money.rounded(exact.multiply(rate).movePointLeft(2), currency);
    boolean tooMuch = net.plus(vat).compareTo(gross) > 0;
    return tooMuch ? net.minus(Money.ofMinor(1, currency)) : net;
  }
}
