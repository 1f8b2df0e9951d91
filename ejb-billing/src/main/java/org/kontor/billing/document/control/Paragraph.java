package org.kontor.billing.document.control;

import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;

/** Text that flows over lines and pages. */
final class Paragraph {

  private Paragraph() {}

  /**
   * Draws it and moves below it.
   *
   * @param type of the element, for example P or H2
   */
  static void draw(Sheet sheet, String type, String text, Style style, float x, float width) {
    PDStructureElement element = sheet.tags().add(sheet.tags().root(), type);
    for (String line : sheet.wrap(text, style, width)) {
      if (!sheet.fits(style.leading())) {
        sheet.turn();
      }
      sheet.text(element, x, sheet.y(), style, line);
      sheet.down(style.leading());
    }
  }
}
