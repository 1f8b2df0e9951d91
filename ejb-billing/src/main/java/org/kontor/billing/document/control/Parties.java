package org.kontor.billing.document.control;

import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.kontor.billing.document.control.Style.Ink;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.policy.Seller;

/** Who sells and who buys: the brand at the top, both parties side by side. */
final class Parties {

  private static final float HALF = Sheet.WIDTH / 2 + 12;

  private Parties() {}

  static void brand(Sheet sheet, Seller seller) {
    sheet.block(Sheet.LEFT, sheet.y(), 28, 2.4f, Ink.ACCENT);
    sheet.down(9);
    Paragraph.draw(sheet, "P", seller.name(), Style.BRAND, Sheet.LEFT, Sheet.WIDTH);
    sheet.down(22);
  }

  static void draw(Sheet sheet, Seller seller, Buyer buyer, Words words) {
    sheet.rule(Sheet.LEFT, Sheet.RIGHT, sheet.y(), 0.4f, Ink.HAIRLINE);
    sheet.down(13);
    float top = sheet.y();
    List<String> selling =
        Identity.lines(
            seller.address(), seller.registrationId(), seller.vatId(), seller.email(), words);
    party(sheet, Sheet.LEFT, words.of("seller"), seller.legalName(), selling);
    float end = sheet.y();
    sheet.moveTo(top);
    List<String> buying =
        Identity.lines(
            buyer.address(), buyer.registrationId(), buyer.vatId(), buyer.email(), words);
    party(sheet, Sheet.LEFT + HALF, words.of("buyer"), buyer.name(), buying);
    sheet.moveTo(Math.max(end, sheet.y()) + 24);
  }

  private static void party(Sheet sheet, float x, String role, String name, List<String> lines) {
    float width = Sheet.WIDTH - HALF;
    PDStructureElement heading = sheet.tags().add(sheet.tags().root(), "H2");
    sheet.text(heading, x, sheet.y(), Style.LABEL, role);
    sheet.down(13);
    Paragraph.draw(sheet, "P", name, Style.STRONG, x, width);
    for (String line : lines) {
      Paragraph.draw(sheet, "P", line, Style.BODY, x, width);
    }
  }
}
