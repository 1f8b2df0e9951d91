package org.kontor.crm.message.control;

import java.time.ZoneId;
import java.util.Map;
import org.kontor.domain.text.Language;

/**
 * A message in words, before it is a mail.
 *
 * @param subject one line, whatever its values contain
 * @param text what is said, without greeting and signature
 * @param plain with both, for mail readers without HTML
 * @param html the same, everything escaped
 */
public record WrittenMessage(String subject, String text, String plain, String html) {

  private static final int LONGEST_SUBJECT = 200;

  /**
   * @param template a text's name
   * @param values its own and those of the frame
   */
  static WrittenMessage of(
      String template, Language language, Map<String, Object> values, ZoneId zone) {
    Templates.Template found = Templates.all().get(template, language);
    Templates.Template frame = Templates.all().get(Templates.FRAME, language);
    String subject = oneLine(found.subject().with(values, zone));
    // Choices that say nothing leave a paragraph empty
    String text = found.text().with(values, zone).replaceAll("\n(\\h*\n){2,}", "\n\n").strip();
    String greeting = frame.subject().with(values, zone);
    // Whoever is no customer has no line of its own in it
    String signature = frame.text().with(values, zone).replaceAll("\n\\h*(?=\n)", "");
    String plain = String.join("\n\n", greeting, text, signature) + "\n";
    return new WrittenMessage(subject, text, plain, html(subject, plain, language));
  }

  /** A line break in a subject would begin another header. */
  static String oneLine(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    if (line.length() <= LONGEST_SUBJECT) {
      return line;
    }
    int end = line.offsetByCodePoints(0, line.codePointCount(0, LONGEST_SUBJECT));
    return line.substring(0, Math.min(end, line.length())) + "…";
  }

  private static String html(String title, String plain, Language language) {
    StringBuilder out = new StringBuilder();
    out.append("<!DOCTYPE html>\n<html lang=\"").append(language.code()).append("\">\n<head>");
    out.append("<meta charset=\"utf-8\"><title>").append(escaped(title)).append("</title></head>");
    out.append("\n<body style=\"font-family: sans-serif; line-height: 1.5; max-width: 40em\">\n");
    for (String paragraph : plain.strip().split("\\R\\s*\\R")) {
      out.append("<p>").append(escaped(paragraph).replace("\n", "<br>\n")).append("</p>\n");
    }
    return out.append("</body>\n</html>\n").toString();
  }

  static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(c);
              }
            });
    return out.toString();
  }
}
