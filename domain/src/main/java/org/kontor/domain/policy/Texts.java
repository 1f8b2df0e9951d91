package org.kontor.domain.policy;

import java.util.Map;

/**
 * A name in the seller's languages.
 *
 * @param byLanguage ISO 639-1 code to text; never empty
 */
public record Texts(Map<String, String> byLanguage) {

  public Texts {
    byLanguage = Map.copyOf(byLanguage);
    if (byLanguage.isEmpty()) {
      throw new IllegalArgumentException("a name needs at least one language");
    }
  }

  /** The text in that language, else English, else any. */
  public String in(String language) {
    String text = byLanguage.get(language);
    if (text == null) {
      text = byLanguage.get("en");
    }
    return text != null ? text : byLanguage.values().iterator().next();
  }
}
