package org.kontor.billing.document.control;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.kontor.billing.document.control.Grid.Cell;
import org.kontor.billing.document.control.Grid.Column;
import org.kontor.billing.document.control.Style.Ink;
import org.kontor.domain.policy.Seller;

/** Draws a month's paper: parties, services, total, places for two signatures. */
final class MonthPaperPrint {

  private static final int ITEM = 1;
  private static final float SIGNATURE = 200;

  private final Sheet sheet;
  private final MonthPaper paper;
  private final Words words;
  private final Figures figures;

  private MonthPaperPrint(Sheet sheet, MonthPaper paper, Words words) {
    this.sheet = sheet;
    this.paper = paper;
    this.words = words;
    figures = new Figures(words.language());
  }

  /** The file: A4, PDF/A-2a and PDF/UA-1; the same for the same paper. */
  static byte[] print(MonthPaper paper, Typeface typeface) {
    Words words = Words.in(paper.language());
    try (Sheet sheet = new Sheet(typeface)) {
      MonthPaperPrint print = new MonthPaperPrint(sheet, paper, words);
      String month = print.figures.month(paper.month());
      String title = words.of("title.MONTH") + " " + month;
      String author = paper.seller().legalName();
      LocalDate last = paper.month().atEndOfMonth();
      Instant date = last.atStartOfDay(ZoneOffset.UTC).toInstant();
      Conformance.declare(sheet.document(), title, author, words.language(), date);
      print.draw(month, last);
      String pages = Integer.toString(sheet.pages());
      String foot = author + " · " + title;
      sheet.foot(foot, n -> words.of("foot.page", Integer.toString(n), pages));
      return sheet.bytes();
    }
  }

  private void draw(String month, LocalDate last) {
    Parties.brand(sheet, paper.seller());
    PDStructureElement heading = sheet.tags().add(sheet.tags().root(), "H1");
    String title = words.of("title.MONTH");
    sheet.text(heading, Sheet.LEFT, sheet.y(), Style.TITLE, title);
    sheet.down(Style.TITLE.leading());
    for (String line : sheet.wrap(month, Style.NUMBER, Sheet.WIDTH)) {
      sheet.text(heading, Sheet.LEFT, sheet.y(), Style.NUMBER, line);
      sheet.down(Style.NUMBER.leading());
    }
    sheet.down(2);
    paragraph(words.of("month.date", figures.date(last)), Style.QUIET);
    sheet.down(10);
    Parties.draw(sheet, paper.seller(), paper.buyer(), words);
    services();
    total();
    signatures();
  }

  private void services() {
    List<Column> columns =
        List.of(
            new Column(words.of("line.number"), false),
            new Column(words.of("line.item"), false),
            new Column(words.of("month.charges"), true),
            new Column(words.of("line.quantity"), true),
            new Column(words.of("line.net"), true));
    List<List<Cell>> rows = new ArrayList<>(paper.items().size());
    for (MonthPaper.Item item : paper.items()) {
      rows.add(
          List.of(
              Cell.of(Integer.toString(rows.size() + 1)),
              new Cell(item.name(), figures.period(item.period()), Style.BODY),
              Cell.of(Long.toString(item.charges())),
              Cell.of(figures.quantity(item.quantity())),
              Cell.of(figures.amount(item.amount()))));
    }
    new Grid(sheet, Sheet.LEFT, Sheet.WIDTH, columns, ITEM, true).draw(rows);
  }

  private void total() {
    if (!sheet.fits(60)) {
      sheet.turn();
    }
    sheet.down(14);
    PDStructureElement total = sheet.tags().add(sheet.tags().root(), "P");
    String amount = figures.money(paper.total());
    float beside = sheet.width(amount, Style.DUE) + 24;
    String label = words.of("month.total");
    sheet.text(
        total, Sheet.RIGHT - beside - sheet.width(label, Style.DUE), sheet.y(), Style.DUE, label);
    sheet.textRight(total, Sheet.RIGHT, sheet.y(), Style.DUE, amount);
    sheet.down(Style.DUE.leading() + 6);
    Seller.Vat vat = paper.seller().vat();
    if (vat.exemptionReason() != null) {
      paragraph(vat.exemptionReason().in(words.language()), Style.BODY);
    }
  }

  /** They stay together. */
  private void signatures() {
    if (!sheet.fits(90)) {
      sheet.turn();
    }
    sheet.down(56);
    float top = sheet.y();
    signature(Sheet.LEFT, words.of("seller"));
    sheet.moveTo(top);
    signature(Sheet.RIGHT - SIGNATURE, words.of("buyer"));
  }

  private void signature(float x, String who) {
    sheet.rule(x, x + SIGNATURE, sheet.y(), 0.4f, Ink.BLACK);
    sheet.down(4);
    Paragraph.draw(sheet, "P", who, Style.LABEL, x, SIGNATURE);
  }

  private void paragraph(String text, Style style) {
    Paragraph.draw(sheet, "P", text, style, Sheet.LEFT, Sheet.WIDTH);
  }
}
