package org.kontor.billing.document.control;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.kontor.billing.document.control.Style.Ink;
import org.kontor.billing.document.control.Typeface.Weight;

/**
 * A4 pages to draw text and hairlines on, tagged as it goes. Lengths are points; {@code y} counts
 * down from the top of the page. What is drawn belongs to an element of the structure, or is an
 * artifact (lines, repeated heads, page numbers).
 */
final class Sheet implements AutoCloseable {

  static final float LEFT = 56;
  static final float RIGHT = PDRectangle.A4.getWidth() - 56;
  static final float WIDTH = RIGHT - LEFT;
  private static final float TOP = 52;
  private static final float BOTTOM = PDRectangle.A4.getHeight() - 76;
  private static final float FOOT = PDRectangle.A4.getHeight() - 44;

  private final PDDocument document = new PDDocument();
  private final Tags tags = new Tags(document);
  private final List<PDPageContentStream> streams = new ArrayList<>();
  private final Typeface typeface;
  private final Map<Weight, PDFont> fonts;
  private PDPage page;
  private PDPageContentStream out;
  private float y;

  Sheet(Typeface typeface) {
    this.typeface = typeface;
    fonts = typeface.embed(document);
    turn();
  }

  PDDocument document() {
    return document;
  }

  Tags tags() {
    return tags;
  }

  /** Where the next thing is drawn. */
  float y() {
    return y;
  }

  void moveTo(float newY) {
    y = newY;
  }

  void down(float by) {
    y += by;
  }

  boolean fits(float height) {
    return y + height <= BOTTOM;
  }

  /** Height of a page without its margins. */
  static float room() {
    return BOTTOM - TOP;
  }

  /** Begins a page. */
  void turn() {
    try {
      page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      tags.page(page);
      out = new PDPageContentStream(document, page);
      streams.add(out);
      y = TOP;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  float width(String text, Style style) {
    return typeface.width(typeface.printable(text), style.weight(), style.size());
  }

  /** The text in lines no wider than that; words that are wider are broken anywhere. */
  List<String> wrap(String text, Style style, float width) {
    return new Wrapping(typeface, style, width).lines(typeface.printable(text));
  }

  /** Draws one line whose baseline lies {@code size} below {@code top}. */
  void text(PDStructureElement owner, float x, float top, Style style, String text) {
    String drawn = typeface.printable(text);
    if (drawn.isBlank()) {
      return;
    }
    try {
      COSName type = COSName.getPDFName(owner.getStructureType());
      int piece = tags.piece(owner, page);
      if (drawn.indexOf(Typeface.MISSING) >= 0) {
        out.beginMarkedContent(type, spoken(piece, text));
      } else {
        out.beginMarkedContent(type, piece);
      }
      show(out, x, top, style, drawn);
      out.endMarkedContent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Characters that cannot be drawn are still read out. */
  private static PDPropertyList spoken(int piece, String text) {
    COSDictionary properties = new COSDictionary();
    properties.setInt(COSName.MCID, piece);
    properties.setString(COSName.ACTUAL_TEXT, text);
    return PDPropertyList.create(properties);
  }

  /** The same, ending at {@code right}. */
  void textRight(PDStructureElement owner, float right, float top, Style style, String text) {
    text(owner, right - width(text, style), top, style, text);
  }

  /** Text that nobody needs to hear: a repeated head. */
  void decoration(float x, float top, Style style, String text) {
    decoration(out, x, top, style, typeface.printable(text));
  }

  private void decoration(
      PDPageContentStream on, float x, float top, Style style, String printable) {
    try {
      on.beginMarkedContent(COSName.ARTIFACT);
      show(on, x, top, style, printable);
      on.endMarkedContent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void show(PDPageContentStream on, float x, float top, Style style, String printable)
      throws IOException {
    Ink ink = style.ink();
    on.beginText();
    on.setFont(fonts.get(style.weight()), style.size());
    on.setNonStrokingColor(ink.red(), ink.green(), ink.blue());
    on.newLineAtOffset(x, PDRectangle.A4.getHeight() - top - style.size());
    on.showText(printable);
    on.endText();
  }

  /** A horizontal line. */
  void rule(float fromX, float toX, float atY, float thickness, Ink ink) {
    block(fromX, atY, toX - fromX, thickness, ink);
  }

  /** A filled rectangle, from its upper left corner. */
  void block(float x, float top, float width, float height, Ink ink) {
    try {
      out.beginMarkedContent(COSName.ARTIFACT);
      out.setNonStrokingColor(ink.red(), ink.green(), ink.blue());
      out.addRect(x, PDRectangle.A4.getHeight() - top - height, width, height);
      out.fill();
      out.endMarkedContent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Draws a pattern of squares, and says what it is to those who do not see it.
   *
   * @param dark by row and column
   * @param side of the whole
   */
  void pattern(PDStructureElement figure, float x, float top, float side, boolean[][] dark) {
    float square = side / dark.length;
    float height = PDRectangle.A4.getHeight();
    tags.box(figure, x, height - top - side, x + side, height - top);
    try {
      out.beginMarkedContent(COSName.getPDFName("Figure"), tags.piece(figure, page));
      out.setNonStrokingColor(0f, 0f, 0f);
      for (int row = 0; row < dark.length; row++) {
        for (int column = 0; column < dark.length; column++) {
          if (dark[row][column]) {
            float bottom = height - top - (row + 1) * square;
            out.addRect(x + column * square, bottom, square, square);
          }
        }
      }
      out.fill();
      out.endMarkedContent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes the foot of each page and ends the pages.
   *
   * @param left the same on all pages
   * @param right by page number, from 1
   */
  void foot(String left, IntFunction<String> right) {
    for (int i = 0; i < streams.size(); i++) {
      PDPageContentStream on = streams.get(i);
      String number = typeface.printable(right.apply(i + 1));
      float width = typeface.width(number, Style.QUIET.weight(), Style.QUIET.size());
      List<String> lines = wrap(left, Style.QUIET, WIDTH - width - 24);
      decoration(on, LEFT, FOOT, Style.QUIET, lines.get(0));
      decoration(on, RIGHT - width, FOOT, Style.QUIET, number);
      try {
        on.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    streams.clear();
    tags.close();
  }

  int pages() {
    return document.getNumberOfPages();
  }

  /** The finished file. */
  byte[] bytes() {
    try {
      ByteArrayOutputStream file = new ByteArrayOutputStream(48 * 1024);
      document.save(file);
      return file.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      for (PDPageContentStream stream : streams) {
        stream.close();
      }
      document.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
