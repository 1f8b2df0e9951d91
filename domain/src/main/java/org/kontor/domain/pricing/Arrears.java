package org.kontor.domain.pricing;

import java.math.BigDecimal;
import java.util.Currency;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.invoice.Line;
import org.kontor.domain.invoice.VatTreatment;
import org.kontor.domain.money.Money;
import org.kontor.domain.time.DateRange;

/**
 * The pro-rata difference that an upgrade left for the next invoice (S1.13,
 * NEXT_INVOICE_WITH_ARREARS).
 *
 * @param changeId the change
 * @param name of the line, in the document's language
 * @param period days from the change to the end of its month
 * @param why gives the net amount
 */
public record Arrears(long changeId, String name, DateRange period, Explanation why) {

  Line line(VatTreatment vat, Currency currency) {
    Money net = Money.rounded(why.recompute(), currency);
    return new Line(
        "arrears-" + changeId,
        name,
        BigDecimal.ONE,
        PriceList.PIECE,
        net.amount(),
        net,
        vat.category(),
        vat.rate(),
        period,
        why);
  }
}
