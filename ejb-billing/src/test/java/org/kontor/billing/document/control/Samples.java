package org.kontor.billing.document.control;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kontor.billing.policy.control.PackReader;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.explain.Expr;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.invoice.Line;
import org.kontor.domain.invoice.VatBreakdown;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Seller;
import org.kontor.domain.policy.Seller.Address;
import org.kontor.domain.policy.Seller.DocumentKind;
import org.kontor.domain.time.DateRange;

/** Documents of the five vendors as they might be, from the packs that are delivered. */
final class Samples {

  static final LocalDate ISSUED = LocalDate.parse("2026-03-01");

  private static final Map<String, Buyer> BUYERS =
      Map.of(
          "prim",
          buyer(
              "Moara Țărănească Știuca S.R.L.",
              "J35/112/2019",
              "RO41234567",
              new Address("Strada Gării 7", "Știuca", "307385", "TM", "RO"),
              "ro"),
          "intrum",
          buyer(
              "ООО «Подъёмные краны и Ёлочные игрушки»",
              "1187746000001",
              "7718000001",
              new Address("Щёлковское шоссе, д. 3, стр. 1", "Москва", "105122", "MOW", "RU"),
              "ru"),
          "kabinet",
          buyer(
              "ТОВ «Їжачок і Ґанок»",
              "38765432",
              "",
              new Address("вул. Європейська, 5", "Полтава", "36000", "53", "UA"),
              "uk"),
          "perfectum",
          buyer(
              "ПП «Об’єднання пасічників»",
              "40404040",
              "404040412345",
              new Address("просп. Науки, 14", "Харків", "61166", "63", "UA"),
              "uk"),
          "prestaimport",
          buyer(
              "Muñoz e Hijas, Artículos de Pingüinería, S.L.",
              "B12345674",
              "ESB12345674",
              new Address("Calle Peñíscola 12, 3.º B", "Logroño", "26001", "LO", "ES"),
              "es"));

  private Samples() {}

  static List<String> vendors() {
    return List.of("prim", "intrum", "kabinet", "perfectum", "prestaimport");
  }

  static Buyer buyer(
      String name, String registration, String vat, Address address, String language) {
    return new Buyer(name, registration, vat, address, "office@customer.example", language);
  }

  /** The same buyer with a purchase order of his own (BT-13). */
  static Buyer ordering(String vendor, String order) {
    Buyer buyer = BUYERS.get(vendor);
    return new Buyer(
        buyer.name(),
        buyer.registrationId(),
        buyer.vatId(),
        buyer.address(),
        buyer.email(),
        buyer.language(),
        order);
  }

  /** A typical invoice of the vendor. */
  static PrintedDocument invoice(String vendor) {
    return invoice(vendor, BUYERS.get(vendor));
  }

  static PrintedDocument invoice(String vendor, Buyer buyer) {
    PolicyPack pack = PackReader.bundled(vendor);
    return of(pack, DocumentKind.INVOICE, buyer, lines(vendor, pack.seller()), "0");
  }

  /** Three lines or fewer of what the vendor sells. */
  static List<Line> lines(String vendor, Seller seller) {
    return switch (vendor) {
      case "prim" ->
          List.of(
              line(seller, "pro", "Pro", "1", "MON", "549.00"),
              line(seller, "ecom", "Platformă de e-commerce suplimentară", "2", "C62", "49.00"),
              line(seller, "fan", "Integrare curier FAN", "1", "C62", "29.00"));
      case "intrum" -> List.of(line(seller, "ADVANCE", "Предоплата", "1", "C62", "25000.00"));
      case "kabinet" ->
          List.of(
              line(seller, "base", "Базовий тариф", "1", "MON", "19.00"),
              line(seller, "np", "Інтеграція «Нова пошта»", "1", "MON", "5.00"),
              line(seller, "msg", "Повідомлення", "1234", "C62", "0.01"));
      case "perfectum" ->
          List.of(
              line(seller, "licence", "Ліцензія Perfectum CRM+ERP", "1", "C62", "24900.00"),
              line(seller, "support-hour", "Година платної підтримки", "2.5", "HUR", "1400.00"));
      default ->
          List.of(
              line(seller, "gui-licence", "Licencia PrestaImport GUI", "1", "C62", "199.00"),
              line(seller, "supplier-a", "Proveedor A", "1", "C62", "60.00"),
              line(seller, "supplier-d", "Proveedor D", "1", "C62", "90.00"));
    };
  }

  static PrintedDocument creditNote(String vendor) {
    PrintedDocument invoice = invoice(vendor);
    PolicyPack pack = PackReader.bundled(vendor);
    return with(
        of(pack, DocumentKind.CREDIT_NOTE, invoice.buyer(), List.of(invoice.lines().get(0)), "0"),
        new PrintedDocument.Preceding(invoice.number(), ISSUED),
        "1 × " + invoice.lines().get(0).name());
  }

  private static PrintedDocument with(
      PrintedDocument d, PrintedDocument.Preceding preceding, String reason) {
    return new PrintedDocument(
        d.kind(),
        d.number(),
        d.issueDate(),
        d.dueDate(),
        d.period(),
        d.seller(),
        d.buyer(),
        d.lines(),
        d.vat(),
        d.net(),
        d.tax(),
        d.total(),
        d.paid(),
        d.remittance(),
        preceding,
        reason,
        d.exportEndsWithStop(),
        d.issuedAt());
  }

  /** What INTRUM posts for a month. */
  static MonthPaper monthPaper() {
    Seller seller = PackReader.bundled("intrum").seller();
    DateRange month = DateRange.of(java.time.YearMonth.from(ISSUED));
    Money fee = Money.of("2990.10", "RUB");
    Money sms = Money.of("28.20", "RUB");
    return new MonthPaper(
        java.time.YearMonth.from(ISSUED),
        seller,
        BUYERS.get("intrum"),
        List.of(
            new MonthPaper.Item("CRM INTRUM", month, 30, BigDecimal.valueOf(30), fee),
            new MonthPaper.Item("Отправленные SMS", month, 4, BigDecimal.valueOf(12), sms)),
        fee.plus(sms));
  }

  /** An invoice of that many lines. */
  static PrintedDocument longInvoice(String vendor, int count) {
    PolicyPack pack = PackReader.bundled(vendor);
    List<Line> few = lines(vendor, pack.seller());
    List<Line> many = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      many.add(few.get(i % few.size()));
    }
    return of(pack, DocumentKind.INVOICE, BUYERS.get(vendor), many, "0");
  }

  /**
   * @param paid decimal text, in the document's currency
   */
  static PrintedDocument of(
      PolicyPack pack, DocumentKind kind, Buyer buyer, List<Line> lines, String paid) {
    Seller seller = pack.seller();
    Money zero = Money.zero(seller.currency());
    Money net = lines.stream().map(Line::net).reduce(zero, Money::plus);
    String reason =
        seller.vat().exemptionReason() == null
            ? ""
            : seller.vat().exemptionReason().in(buyer.language());
    List<VatBreakdown> vat = VatBreakdown.of(lines, reason);
    Money tax = vat.stream().map(VatBreakdown::tax).reduce(zero, Money::plus);
    String number = seller.seriesFor(kind).format(2026, 1042);
    return new PrintedDocument(
        kind,
        number,
        ISSUED,
        LocalDate.parse("2026-03-11"),
        DateRange.of(java.time.YearMonth.from(ISSUED)),
        seller,
        buyer,
        lines,
        vat,
        net,
        tax,
        net.plus(tax),
        new Money(new BigDecimal(paid), seller.currency()),
        number,
        null,
        "",
        pack.code().equals("prim"),
        Instant.parse("2026-03-01T06:15:30Z"));
  }

  static Line line(
      Seller seller, String code, String name, String quantity, String unit, String price) {
    BigDecimal units = new BigDecimal(quantity);
    BigDecimal each = new BigDecimal(price);
    Money net = Money.rounded(units.multiply(each), seller.currency());
    return new Line(
        code,
        name,
        units,
        unit,
        each,
        net,
        seller.vat().category(),
        seller.vat().rate(),
        DateRange.of(java.time.YearMonth.from(ISSUED)),
        new Explanation(List.of(), "sample@1", Map.of(), Expr.num("net", net.amount())));
  }
}
