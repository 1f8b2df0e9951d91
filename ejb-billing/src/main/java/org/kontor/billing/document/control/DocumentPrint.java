package org.kontor.billing.document.control;

import java.util.ArrayList;
import java.util.List;
import org.kontor.billing.document.control.Grid.Cell;
import org.kontor.billing.document.control.Grid.Column;
import org.kontor.domain.invoice.Line;

/** Draws a document: letterhead, lines over as many pages as they need, closing, foot. */
final class DocumentPrint {

  private static final int ITEM = 1;

  private DocumentPrint() {}

  /** The file: A4, PDF/A-2a and PDF/UA-1. */
  static byte[] print(PrintedDocument document, Typeface typeface) {
    Words words = Words.in(document.language());
    Figures figures = new Figures(words.language());
    try (Sheet sheet = new Sheet(typeface)) {
      String title = words.title(document.kind()) + " " + document.number();
      String author = document.seller().legalName();
      Conformance.declare(sheet.document(), title, author, words.language(), document.issuedAt());
      new Letterhead(sheet, document, words, figures).draw();
      lines(sheet, document, words, figures);
      new Closing(sheet, document, words, figures).draw();
      String pages = Integer.toString(sheet.pages());
      sheet.foot(author + " · " + title, n -> words.of("foot.page", Integer.toString(n), pages));
      return sheet.bytes();
    }
  }

  private static void lines(Sheet sheet, PrintedDocument document, Words words, Figures figures) {
    List<Column> columns =
        List.of(
            new Column(words.of("line.number"), false),
            new Column(words.of("line.item"), false),
            new Column(words.of("line.quantity"), true),
            new Column(words.of("line.unit"), false),
            new Column(words.of("line.price"), true),
            new Column(words.of("line.vat"), true),
            new Column(words.of("line.net"), true));
    int digits = document.net().currency().getDefaultFractionDigits();
    List<List<Cell>> rows = new ArrayList<>(document.lines().size());
    for (Line line : document.lines()) {
      String unit = "unit." + line.unit();
      rows.add(
          List.of(
              Cell.of(Integer.toString(rows.size() + 1)),
              new Cell(line.name(), figures.period(line.period()), Style.BODY),
              Cell.of(figures.quantity(line.quantity())),
              Cell.of(words.has(unit) ? words.of(unit) : line.unit()),
              Cell.of(figures.price(line.unitPrice(), digits)),
              Cell.of(Closing.rate(line.vatCategory(), line.vatRate(), figures)),
              Cell.of(figures.amount(line.net()))));
    }
    new Grid(sheet, Sheet.LEFT, Sheet.WIDTH, columns, ITEM, true).draw(rows);
  }
}
