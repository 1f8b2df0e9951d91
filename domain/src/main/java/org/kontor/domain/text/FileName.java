package org.kontor.domain.text;

import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Name of a file that somebody sent. It is made harmless first, and only then looked at; what the
 * file is, is never told by it.
 */
public final class FileName {

  /** Characters of a whole name, its extension included. */
  public static final int LONGEST = 120;

  /** Where nothing is left of a name. */
  static final String NAMELESS = "confirmation";

  private static final Pattern PATH = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);

  /** Characters that no name of a file has on Windows. */
  private static final Pattern RESERVED = Pattern.compile("[<>:\"|?*]+");

  private static final Pattern BLANKS = Pattern.compile("\\p{Zs}+");
  private static final Pattern EDGES = Pattern.compile("^[. ]+|[. ]+$");
  private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z][A-Za-z0-9]{0,4}$");

  /** Devices of Windows, with any extension. */
  private static final Pattern DEVICE =
      Pattern.compile(
          "(CON|PRN|AUX|NUL|(COM|LPT)[0-9\u00B9\u00B2\u00B3]) *(\\..*)?", Pattern.CASE_INSENSITIVE);

  /** Letters and marks that show nothing, although they are no format characters. */
  private static final Set<Integer> UNSEEN =
      Set.of(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0);

  private FileName() {}

  /**
   * The name under which a file is kept and saved again: NFC, without control, format and other
   * characters that are not seen or change the direction, without path, reserved characters, dots
   * and blanks at its ends; at most {@value #LONGEST} characters.
   *
   * @param sent as it came; null for none
   * @param extension of what the file was recognised as, without dot; it replaces the sent one
   */
  public static String of(String sent, String extension) {
    String text = Normalizer.normalize(sent == null ? "" : sent, Normalizer.Form.NFC);
    StringBuilder seen = new StringBuilder(text.length());
    text.codePoints().filter(FileName::isSeen).forEach(seen::appendCodePoint);
    String name = PATH.matcher(seen).replaceFirst("");
    name = trimmed(BLANKS.matcher(RESERVED.matcher(name).replaceAll("")).replaceAll(" "));
    name = trimmed(EXTENSION.matcher(name).replaceFirst(""));
    int most = LONGEST - extension.length() - 1;
    if (name.codePointCount(0, name.length()) > most) {
      name = trimmed(name.substring(0, name.offsetByCodePoints(0, most)));
    }
    if (name.isEmpty() || DEVICE.matcher(name).matches()) {
      name = NAMELESS;
    }
    return name + "." + extension;
  }

  private static String trimmed(String name) {
    return EDGES.matcher(name).replaceAll("");
  }

  private static boolean isSeen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> !UNSEEN.contains(c) && !isVariation(c);
    };
  }

  /** Selectors of another shape of the character before. */
  private static boolean isVariation(int c) {
    return c >= 0xFE00 && c <= 0xFE0F || c >= 0x180B && c <= 0x180F || c >= 0xE0100 && c <= 0xE01EF;
  }
}
