package org.kontor.billing.document.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The one type of all documents, IBM Plex Sans in two weights: Latin with its extensions, Cyrillic,
 * ₴ ₽ €, figures of equal width. Parsed once; used by one thread at a time.
 */
final class Typeface {

  /** What is drawn for a character that the type does not have. */
  static final char MISSING = '\uFFFD';

  private static final String FOLDER = "/org/kontor/billing/document/fonts/";
  private static final int CACHED = 0x2200;

  /** Weights and their files. */
  enum Weight {
    REGULAR("IBMPlexSans-Regular.ttf"),
    STRONG("IBMPlexSans-SemiBold.ttf");

    private final byte[] file;

    Weight(String name) {
      try (InputStream in = Typeface.class.getResourceAsStream(FOLDER + name)) {
        if (in == null) {
          throw new IllegalStateException("the font " + name + " is missing");
        }
        file = in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private final Map<Weight, Cut> cuts = new EnumMap<>(Weight.class);

  Typeface() {
    for (Weight weight : Weight.values()) {
      cuts.put(weight, new Cut(weight));
    }
  }

  /** The fonts for one document, which embeds the glyphs that it uses. */
  Map<Weight, PDFont> embed(PDDocument document) {
    Map<Weight, PDFont> fonts = new EnumMap<>(Weight.class);
    cuts.forEach((weight, cut) -> fonts.put(weight, cut.embed(document)));
    return fonts;
  }

  /** Width in points. The text must be {@link #printable}. */
  float width(String text, Weight weight, float size) {
    Cut cut = cuts.get(weight);
    long units = 0;
    for (int i = 0; i < text.length(); i++) {
      units += cut.advance(text.charAt(i));
    }
    return units * size / 1000f;
  }

  /**
   * The same text as far as it can be drawn: composed, without control and direction characters,
   * each character that the type does not have replaced by {@link #MISSING}.
   */
  String printable(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    StringBuilder out = new StringBuilder(composed.length());
    composed.codePoints().forEach(point -> add(point, out));
    return out.toString();
  }

  private void add(int point, StringBuilder out) {
    int type = Character.getType(point);
    if (type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR) {
      out.append(' ');
    } else if (type == Character.FORMAT) {
      return;
    } else {
      boolean drawn = point <= Character.MAX_VALUE && cuts.get(Weight.REGULAR).has((char) point);
      out.append(drawn ? (char) point : MISSING);
    }
  }

  /** One weight. */
  private static final class Cut {
    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final short[] advances = new short[CACHED];

    Cut(Weight weight) {
      try {
        font = new TTFParser().parse(new RandomAccessReadBuffer(weight.file));
        // Ligatures would lose their letters when text is copied out of the document
        font.setEnableGsub(false);
        glyphs = font.getUnicodeCmapLookup();
        for (char c = 0; c < CACHED; c++) {
          advances[c] = (short) measure(c);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private int measure(char c) throws IOException {
      return font.getAdvanceWidth(glyphs.getGlyphId(c)) * 1000 / font.getUnitsPerEm();
    }

    int advance(char c) {
      try {
        return c < CACHED ? advances[c] : measure(c);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    boolean has(char c) {
      return glyphs.getGlyphId(c) != 0;
    }

    PDFont embed(PDDocument document) {
      try {
        return PDType0Font.load(document, font, true);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
