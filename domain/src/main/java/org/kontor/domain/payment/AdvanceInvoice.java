package org.kontor.domain.payment;

import java.math.BigDecimal;
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
import org.kontor.domain.invoice.VatInPrice;
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

  private AdvanceInvoice() {}

  /**
   * The document for money that goes on the balance. Its total is that money: the VAT is in it.
   *
   * @param paymentId makes the source key: one document per payment
   */
  public static InvoiceDraft draft(
      PolicyPack pack, Buyer buyer, long customerId, long paymentId, LocalDate on, Money gross) {
    VatTreatment treatment = VatTreatment.of(pack.seller(), buyer);
    Currency currency = gross.currency();
    Expr arithmetic =
        Expr.round(
            VatInPrice.without(treatment.rate(), Expr.num("received", gross.amount())),
            currency.getDefaultFractionDigits());
    Money net = new Money(arithmetic.value(), currency);
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
                Map.of(Line.GROSS, gross.amount().toPlainString()),
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
}
