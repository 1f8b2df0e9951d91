package org.kontor.billing.document.control;

import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;

/** The upper part of the first page: what it is, from whom, to whom, when, and how much. */
final class Letterhead {

  private final Sheet sheet;
  private final PrintedDocument document;
  private final Words words;
  private final Figures figures;

  Letterhead(Sheet sheet, PrintedDocument document, Words words, Figures figures) {
    this.sheet = sheet;
    this.document = document;
    this.words = words;
    this.figures = figures;
  }

  void draw() {
    Parties.brand(sheet, document.seller());
    title();
    if (document.isCreditNote()) {
      correction();
    }
    facts();
    Parties.draw(sheet, document.seller(), document.buyer(), words);
  }

  /** The title in the reader's language and, where it differs, as the seller's law has it. */
  private void title() {
    String title = words.title(document.kind());
    PDStructureElement heading = sheet.tags().add(sheet.tags().root(), "H1");
    for (String line : sheet.wrap(title, Style.TITLE, Sheet.WIDTH)) {
      sheet.text(heading, Sheet.LEFT, sheet.y(), Style.TITLE, line);
      sheet.down(Style.TITLE.leading());
    }
    float beside = Sheet.LEFT + sheet.width(title + "  ", Style.TITLE);
    if (beside + sheet.width(document.number(), Style.NUMBER) <= Sheet.RIGHT) {
      float top = sheet.y() - Style.TITLE.leading();
      sheet.text(heading, beside, top, Style.NUMBER, document.number());
    } else {
      for (String line : sheet.wrap(document.number(), Style.NUMBER, Sheet.WIDTH)) {
        sheet.text(heading, Sheet.LEFT, sheet.y(), Style.NUMBER, line);
        sheet.down(Style.NUMBER.leading());
      }
    }
    Words legal = words.legal(document.seller().address().country());
    String legalTitle = legal.title(document.kind());
    if (!legalTitle.equals(title)) {
      PDStructureElement foreign = sheet.tags().add(sheet.tags().root(), "P");
      foreign.setLanguage(legal.language());
      sheet.text(foreign, Sheet.LEFT, sheet.y(), Style.LABEL, legalTitle);
      sheet.down(Style.LABEL.leading());
    }
    sheet.down(4);
  }

  private void correction() {
    PrintedDocument.Preceding old = document.preceding();
    String corrects = words.of("corrects", old.number(), figures.date(old.issueDate()));
    paragraph(corrects, Style.STRONG, Sheet.LEFT, Sheet.WIDTH);
    paragraph(words.of("reason", document.reason()), Style.BODY, Sheet.LEFT, Sheet.WIDTH);
    sheet.down(4);
  }

  private void facts() {
    sheet.down(6);
    boolean note = document.isCreditNote();
    float top = sheet.y();
    float x = Sheet.LEFT;
    x = fact(x, top, words.of("issued"), figures.date(document.issueDate()), Style.BODY);
    if (!note) {
      x = fact(x, top, words.of("due"), figures.date(document.dueDate()), Style.BODY);
    }
    fact(x, top, words.of("period"), figures.period(document.period()), Style.BODY);
    String label = words.of(note ? "credited.amount" : "due.amount");
    String amount = figures.money(note ? document.total() : document.due());
    PDStructureElement due = sheet.tags().add(sheet.tags().root(), "P");
    sheet.textRight(due, Sheet.RIGHT, top, Style.LABEL, label);
    sheet.textRight(due, Sheet.RIGHT, top + 10.5f, Style.DUE, amount);
    sheet.moveTo(top + 38);
    order();
  }

  /**
   * The buyer's purchase order (BT-13), on lines of its own: it may be as long as the page is wide.
   */
  private void order() {
    String order = document.buyer().purchaseOrderReference();
    if (!order.isEmpty()) {
      paragraph(words.of("order"), Style.LABEL, Sheet.LEFT, Sheet.WIDTH);
      paragraph(order, Style.BODY, Sheet.LEFT, Sheet.WIDTH);
      sheet.down(12);
    }
  }

  private float fact(float x, float top, String label, String value, Style style) {
    PDStructureElement fact = sheet.tags().add(sheet.tags().root(), "P");
    sheet.text(fact, x, top, Style.LABEL, label);
    sheet.text(fact, x, top + 13, style, value);
    return x + Math.max(sheet.width(label, Style.LABEL), sheet.width(value, style)) + 26;
  }

  private void paragraph(String text, Style style, float x, float width) {
    Paragraph.draw(sheet, "P", text, style, x, width);
  }
}
