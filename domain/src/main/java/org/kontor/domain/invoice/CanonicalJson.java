package org.kontor.domain.invoice;

import java.util.Map;

/**
 * Flat JSON of strings with sorted keys and no spaces: the same content is always the same text.
 */
final class CanonicalJson {

  private CanonicalJson() {}

  static String object(Map<String, String> sorted) {
    StringBuilder out = new StringBuilder(192).append('{');
    for (Map.Entry<String, String> field : sorted.entrySet()) {
      if (out.length() > 1) {
        out.append(',');
      }
      string(out, field.getKey());
      out.append(':');
      string(out, field.getValue());
    }
    return out.append('}').toString();
  }

  private static void string(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
