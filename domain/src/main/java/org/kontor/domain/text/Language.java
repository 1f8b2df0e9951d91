package org.kontor.domain.text;

import java.util.Locale;

/** The languages in which Kontor speaks to customers. */
public enum Language {
  RO("ro", "RO"),
  RU("ru", "RU"),
  UK("uk", "UA"),
  ES("es", "ES"),
  EN("en", "GB");

  private final String code;
  private final Locale locale;

  Language(String code, String country) {
    this.code = code;
    this.locale = new Locale.Builder().setLanguage(code).setRegion(country).build();
  }

  /** The language of an ISO 639-1 code; English when it is none of ours. */
  public static Language of(String code) {
    for (Language language : values()) {
      if (language.code.equalsIgnoreCase(code)) {
        return language;
      }
    }
    return EN;
  }

  /** ISO 639-1, lower case. */
  public String code() {
    return code;
  }

  public Locale locale() {
    return locale;
  }
}
