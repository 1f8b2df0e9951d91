package org.kontor.billing.document.control;

import org.kontor.billing.document.control.Typeface.Weight;

/**
 * How text looks: few sizes, two weights, three inks.
 *
 * @param size in points
 * @param leading from baseline to baseline, in points
 */
record Style(Weight weight, float size, float leading, Ink ink) {

  static final Style TITLE = new Style(Weight.STRONG, 21, 26, Ink.BLACK);
  static final Style NUMBER = new Style(Weight.REGULAR, 21, 26, Ink.QUIET);
  static final Style BRAND = new Style(Weight.STRONG, 11, 14, Ink.ACCENT);
  static final Style HEADING = new Style(Weight.STRONG, 10, 14, Ink.BLACK);
  static final Style LABEL = new Style(Weight.REGULAR, 8, 11, Ink.QUIET);
  static final Style BODY = new Style(Weight.REGULAR, 9, 13, Ink.BLACK);
  static final Style STRONG = new Style(Weight.STRONG, 9, 13, Ink.BLACK);
  static final Style QUIET = new Style(Weight.REGULAR, 8, 11.5f, Ink.QUIET);
  static final Style TINY = new Style(Weight.REGULAR, 6.5f, 9, Ink.QUIET);
  static final Style DUE = new Style(Weight.STRONG, 13, 18, Ink.ACCENT);

  /** Colours in sRGB, on white at least 5 : 1 where they carry text. */
  enum Ink {
    BLACK(0x16, 0x1A, 0x1D),
    QUIET(0x5A, 0x63, 0x6B),
    ACCENT(0x0E, 0x5A, 0x6B),
    HAIRLINE(0xC9, 0xCF, 0xD4);

    private final float red;
    private final float green;
    private final float blue;

    Ink(int red, int green, int blue) {
      this.red = red / 255f;
      this.green = green / 255f;
      this.blue = blue / 255f;
    }

    float red() {
      return red;
    }

    float green() {
      return green;
    }

    float blue() {
      return blue;
    }
  }
}
