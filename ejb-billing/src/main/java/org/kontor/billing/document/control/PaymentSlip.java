package org.kontor.billing.document.control;

import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.kontor.billing.document.control.Style.Ink;
import org.kontor.domain.policy.Seller;

/** How to pay the invoice (S5.18), and what happens to exports if it is not paid (S1.38). */
final class PaymentSlip {

  private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
  private static final Pattern RUSSIAN_BANK = Pattern.compile("\\d{9}");
  private static final float LABELS = 92;
  private static final float SECOND = 278;
  private static final float READABLE = 400;

  private final Sheet sheet;
  private final PrintedDocument document;
  private final Words words;
  private final Figures figures;

  PaymentSlip(Sheet sheet, PrintedDocument document, Words words, Figures figures) {
    this.sheet = sheet;
    this.document = document;
    this.words = words;
    this.figures = figures;
  }

  void draw() {
    if (!sheet.fits(150)) {
      sheet.turn();
    }
    sheet.rule(Sheet.LEFT, Sheet.RIGHT, sheet.y(), 0.4f, Ink.HAIRLINE);
    sheet.down(13);
    Paragraph.draw(sheet, "H2", words.of("pay.heading"), Style.HEADING, Sheet.LEFT, Sheet.WIDTH);
    sheet.down(4);
    if (document.due().isZero()) {
      Paragraph.draw(sheet, "P", words.of("pay.settled"), Style.BODY, Sheet.LEFT, Sheet.WIDTH);
      sheet.down(4);
    }
    facts();
    sheet.down(8);
    Seller.Bank bank = document.seller().bank();
    String instructions = bank.instructions().in(words.language());
    Paragraph.draw(sheet, "P", instructions, Style.BODY, Sheet.LEFT, READABLE);
    if (document.exportEndsWithStop()) {
      note(words.of("note.noExport"));
    }
  }

  private void facts() {
    Seller.Bank bank = document.seller().bank();
    float top = sheet.y();
    fact(0, accountLabel(bank.account(), words), grouped(bank.account()));
    fact(0, bicLabel(bank.bic(), words), bank.bic());
    fact(0, words.of("pay.bank"), bank.name());
    fact(0, words.of("pay.holder"), bank.holder());
    float end = sheet.y();
    sheet.moveTo(top);
    fact(SECOND, words.of("pay.reference"), document.remittance());
    if (!document.due().isZero()) {
      fact(SECOND, words.of("pay.by"), figures.date(document.dueDate()));
      fact(SECOND, words.of("total.due"), figures.money(document.due()));
    }
    sheet.moveTo(Math.max(end, sheet.y()));
  }

  static String accountLabel(String account, Words words) {
    return words.of(IBAN.matcher(account).matches() ? "pay.iban" : "pay.account");
  }

  static String bicLabel(String bic, Words words) {
    return RUSSIAN_BANK.matcher(bic).matches() ? "БИК" : words.of("pay.bic");
  }

  /** In fours, as banks print it; the gaps do not break. */
  static String grouped(String account) {
    return IBAN.matcher(account).matches()
        ? account.replaceAll("(.{4})(?=.)", "$1\u00A0")
        : account;
  }

  private void fact(float indent, String label, String value) {
    if (value.isBlank()) {
      return;
    }
    PDStructureElement fact = sheet.tags().add(sheet.tags().root(), "P");
    float x = Sheet.LEFT + indent;
    float width = (indent == 0 ? SECOND - 12 : Sheet.WIDTH - SECOND) - LABELS;
    float top = sheet.y();
    sheet.text(fact, x, top + 0.8f, Style.LABEL, label);
    for (String line : sheet.wrap(value, Style.BODY, width)) {
      sheet.text(fact, x + LABELS, sheet.y(), Style.BODY, line);
      sheet.down(Style.BODY.leading());
    }
  }

  private void note(String text) {
    sheet.down(8);
    int lines = sheet.wrap(text, Style.BODY, READABLE - 10).size();
    float height = lines * Style.BODY.leading();
    if (!sheet.fits(height)) {
      sheet.turn();
    }
    sheet.block(Sheet.LEFT, sheet.y(), 2, height, Ink.ACCENT);
    Paragraph.draw(sheet, "P", text, Style.BODY, Sheet.LEFT + 10, READABLE - 10);
  }
}
