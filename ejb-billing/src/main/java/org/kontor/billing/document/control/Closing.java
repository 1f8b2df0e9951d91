package org.kontor.billing.document.control;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.kontor.billing.document.control.Grid.Cell;
import org.kontor.billing.document.control.Grid.Column;
import org.kontor.billing.document.control.Style.Ink;
import org.kontor.domain.invoice.VatBreakdown;
import org.kontor.domain.money.Money;

/** What follows the lines: VAT by category, totals, how to pay (S5.18), and what must be said. */
final class Closing {

  private static final float TOTALS = 196;
  private static final float BREAKDOWN = Sheet.WIDTH - TOTALS - 30;

  private final Sheet sheet;
  private final PrintedDocument document;
  private final Words words;
  private final Figures figures;

  Closing(Sheet sheet, PrintedDocument document, Words words, Figures figures) {
    this.sheet = sheet;
    this.document = document;
    this.words = words;
    this.figures = figures;
  }

  void draw() {
    sheet.down(20);
    if (!sheet.fits(96 + document.vat().size() * 34f)) {
      sheet.turn();
    }
    float top = sheet.y();
    breakdown();
    float end = sheet.y();
    sheet.moveTo(top);
    totals();
    sheet.moveTo(Math.max(end, sheet.y()) + 22);
    if (!document.isCreditNote()) {
      new PaymentSlip(sheet, document, words, figures).draw();
    }
  }

  private void breakdown() {
    List<Column> columns =
        List.of(
            new Column(words.of("vat.category"), false),
            new Column(words.of("vat.rate"), true),
            new Column(words.of("vat.base"), true),
            new Column(words.of("vat.tax"), true));
    List<List<Cell>> rows = new ArrayList<>();
    for (VatBreakdown group : document.vat()) {
      rows.add(
          List.of(
              category(group),
              Cell.of(figures.percent(group.rate())),
              Cell.of(figures.amount(group.base())),
              Cell.of(figures.amount(group.tax()))));
    }
    new Grid(sheet, Sheet.LEFT, BREAKDOWN, columns, 0, false).draw(rows);
  }

  /** The category's word and BT-120 below it; BT-120 alone where it begins with that word. */
  private Cell category(VatBreakdown group) {
    String word = words.of("vat." + group.category());
    return group.reason().startsWith(word)
        ? Cell.of(group.reason())
        : new Cell(word, group.reason(), Style.BODY);
  }

  private void totals() {
    boolean note = document.isCreditNote();
    PDStructureElement table = sheet.tags().add(sheet.tags().root(), "Table");
    total(table, "total.net", document.net(), Style.BODY);
    total(table, "total.vat", document.tax(), Style.BODY);
    if (note) {
      last(table, "total.credited", document.total());
    } else {
      total(table, "total.gross", document.total(), Style.STRONG);
      if (!document.paid().isZero()) {
        total(table, "total.paid", document.paid().negated(), Style.BODY);
      }
      last(table, "total.due", document.due());
    }
  }

  private void total(PDStructureElement table, String word, Money amount, Style style) {
    PDStructureElement row = sheet.tags().add(table, "TR");
    float from = Sheet.RIGHT - TOTALS;
    sheet.text(sheet.tags().heading(row, "Row"), from, sheet.y(), style, words.of(word));
    sheet.textRight(
        sheet.tags().add(row, "TD"), Sheet.RIGHT, sheet.y(), style, figures.money(amount));
    sheet.down(style.leading() + 4);
  }

  private void last(PDStructureElement table, String word, Money amount) {
    sheet.rule(Sheet.RIGHT - TOTALS, Sheet.RIGHT, sheet.y(), 0.8f, Ink.BLACK);
    sheet.down(8);
    total(table, word, amount, Style.DUE);
  }

  /** BT-152 in a line; none where no rate applies, the breakdown says why. */
  static String rate(String category, BigDecimal rate, Figures figures) {
    return rate.signum() == 0 && !category.equals("Z") ? "–" : figures.percent(rate);
  }
}
