package org.kontor.billing.document.control;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines: between words, and inside words that are wider than a line. */
final class Wrapping {

  private final Typeface typeface;
  private final Style style;
  private final float width;
  private final List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();

  /**
   * @param width of a line, in points
   */
  Wrapping(Typeface typeface, Style style, float width) {
    this.typeface = typeface;
    this.style = style;
    this.width = width;
  }

  /**
   * At least one line.
   *
   * @param printable see {@link Typeface#printable}
   */
  List<String> lines(String printable) {
    for (String word : printable.strip().split(" +")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (fits(longer)) {
        line.setLength(0);
        line.append(longer);
      } else {
        endLine();
        add(word);
      }
    }
    if (!line.isEmpty() || lines.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }

  private void add(String word) {
    for (int i = 0; i < word.length(); i++) {
      line.append(word.charAt(i));
      if (line.length() > 1 && !fits(line.toString())) {
        line.setLength(line.length() - 1);
        endLine();
        line.append(word.charAt(i));
      }
    }
  }

  private void endLine() {
    if (!line.isEmpty()) {
      lines.add(line.toString());
      line.setLength(0);
    }
  }

  private boolean fits(String text) {
    return typeface.width(text, style.weight(), style.size()) <= width;
  }
}
