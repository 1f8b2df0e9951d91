package org.kontor.domain.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.explain.Expr;
import org.kontor.domain.invoice.InvoiceDraft.Heading;
import org.kontor.domain.money.Money;
import org.kontor.domain.order.Shop;
import org.kontor.domain.policy.Seller.DocumentKind;
import org.kontor.domain.time.DateRange;

/** Documents with random lines in one to three VAT groups, for properties. */
final class RandomInvoice {

  private static final LocalDate ISSUED = LocalDate.of(2026, 3, 1);

  static final Heading HEADING =
      Heading.invoice(
          Shop.pack(), Purpose.CHANGE, "change:1", 7, null, ISSUED, DateRange.day(ISSUED));

  private RandomInvoice() {}

  /** One unit at 21 %, for a net amount that may be negative. */
  static Line priced(String net) {
    BigDecimal amount = new BigDecimal(net);
    return new Line(
        "item" + net,
        "Item",
        BigDecimal.valueOf(amount.signum()),
        "C62",
        amount.abs(),
        Money.of(net, "EUR"),
        "S",
        new BigDecimal("21"),
        DateRange.day(ISSUED),
        new Explanation(List.of("S1.13"), "shop@1", Map.of(), Expr.num("net", amount)));
  }

  /** One line at 21 %. */
  static InvoiceDraft of(BigDecimal quantity, String price) {
    BigDecimal each = new BigDecimal(price);
    Expr net = Expr.mul(Expr.num("quantity", quantity), Expr.num("price", each));
    Line line =
        new Line(
            "item",
            "Item",
            quantity,
            "C62",
            each,
            Money.of(net.value().setScale(2).toPlainString(), "EUR"),
            "S",
            new BigDecimal("21"),
            DateRange.day(ISSUED),
            new Explanation(List.of("S4.8"), "shop@1", Map.of(), net));
    return InvoiceDraft.of(HEADING, Shop.buyer(), List.of(line), "");
  }

  static InvoiceDraft draft(Random random) {
    List<Line> lines = new ArrayList<>();
    int count = 1 + random.nextInt(8);
    for (int i = 0; i < count; i++) {
      lines.add(line(random, i + 1));
    }
    Heading heading =
        Heading.invoice(
            Shop.pack(),
            Purpose.ORDER,
            "random:" + random.nextLong(),
            7,
            null,
            ISSUED,
            DateRange.day(ISSUED));
    return InvoiceDraft.of(heading, Shop.buyer(), lines, "");
  }

  static CreditNote.Original issued(InvoiceDraft draft) {
    List<CreditableLine> lines = new ArrayList<>();
    for (Line line : draft.lines()) {
      lines.add(new CreditableLine(lines.size() + 1, line));
    }
    return new CreditNote.Original(
        42,
        "F2026-000042",
        DocumentKind.INVOICE,
        draft.purpose(),
        7,
        null,
        draft.period(),
        draft.buyer(),
        draft.vat(),
        lines,
        0);
  }

  private static Line line(Random random, int number) {
    BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(random.nextBoolean() ? 3 : 500));
    BigDecimal price = BigDecimal.valueOf(1 + random.nextInt(1_000_000), random.nextInt(5));
    Expr net = Expr.round(Expr.mul(Expr.num("quantity", quantity), Expr.num("price", price)), 2);
    Money amount =
        Money.rounded(net.value().max(new BigDecimal("0.01")), Shop.pack().seller().currency());
    String category = random.nextInt(4) == 0 ? "AE" : "S";
    BigDecimal rate =
        category.equals("AE")
            ? BigDecimal.ZERO
            : random.nextBoolean() ? new BigDecimal("21") : new BigDecimal("5.2");
    return new Line(
        "item-" + number,
        "Item " + number,
        quantity,
        "C62",
        price,
        amount,
        category,
        rate,
        DateRange.day(ISSUED),
        new Explanation(List.of("S4.8"), "shop@1", Map.of(), net));
  }
}
