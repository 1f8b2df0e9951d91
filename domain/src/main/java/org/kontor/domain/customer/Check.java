package org.kontor.domain.customer;

import java.text.Normalizer;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;

/**
 * Checks of what people and programs type in. Each returns the value as it shall be stored (NFC,
 * stripped) or refuses, naming the field by its JSON path.
 */
public final class Check {

  private static final Pattern EMAIL =
      Pattern.compile(
          "[^\\s@<>(),;:\"\\\\\\[\\]]{1,64}@[^\\s@<>(),;:\"\\\\\\[\\]]+"
              + "\\.[^\\s@.<>(),;:\"\\\\\\[\\]]{2,}");
  private static final Set<String> COUNTRIES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .filter(currency -> currency.getDefaultFractionDigits() >= 0)
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toSet());

  private Check() {}

  /** A line of text that must have {@code least} to {@code most} characters. */
  public static String text(String field, String value, int least, int most) {
    if (value == null || value.isBlank()) {
      if (least == 0) {
        return "";
      }
      throw missing(field);
    }
    String text = Normalizer.normalize(value, Normalizer.Form.NFC).strip();
    if (!isPlain(text)) {
      throw invalid(
          field,
          "The text has a control character, a line break, or one that changes the direction",
          "Send one line of visible characters.");
    }
    int length = text.codePointCount(0, text.length());
    if (length < least || length > most) {
      throw invalid(
          field,
          "The text has " + length + " characters",
          "Send " + least + " to " + most + " characters.");
    }
    return text;
  }

  /**
   * Whether a text reads as it is stored: no control characters, no line breaks, none that change
   * the direction or are not seen, no half of a character.
   */
  public static boolean isPlain(String text) {
    return text.codePoints().noneMatch(Check::isForbidden);
  }

  /** A line of text that may be absent; then it is empty. */
  public static String optional(String field, String value, int most) {
    return text(field, value, 0, most);
  }

  /** A mail address, in lower case. */
  public static String email(String field, String value) {
    String text = text(field, value, 1, 254);
    if (!EMAIL.matcher(text).matches()) {
      throw invalid(field, "This is no e-mail address", "Send an address like name@example.com.");
    }
    return text.toLowerCase(Locale.ROOT);
  }

  /** ISO 3166-1 alpha-2. */
  public static String country(String field, String value) {
    return member(field, value, COUNTRIES, "a country code of ISO 3166-1 like RO");
  }

  /** ISO 639-1. */
  public static String language(String field, String value) {
    return member(field, value, LANGUAGES, "a language code of ISO 639-1 like ro");
  }

  /** ISO 4217. */
  public static String currency(String field, String value) {
    return member(field, value, CURRENCIES, "a currency code of ISO 4217 like EUR");
  }

  public static Refused missing(String field) {
    return Problem.of(ProblemCode.MISSING_VALUE, field, "The value is missing", "Send a value.")
        .asException();
  }

  public static Refused invalid(String field, String detail, String mend) {
    return Problem.of(ProblemCode.INVALID_VALUE, field, detail, mend).asException();
  }

  public static Refused unknownVendor(String field) {
    return Problem.of(
            ProblemCode.UNKNOWN_VENDOR,
            field,
            "There is no such vendor",
            "Import its policy pack first, or check the code.")
        .asException();
  }

  private static String member(String field, String value, Set<String> known, String what) {
    if (value == null || value.isBlank()) {
      throw missing(field);
    }
    if (!known.contains(value)) {
      throw invalid(field, "The code is unknown", "Send " + what + ".");
    }
    return value;
  }

  private static boolean isForbidden(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || c >= 0x202A && c <= 0x202E
        || c >= 0x2066 && c <= 0x2069
        || c == 0x200B
        || c == 0xFEFF;
  }
}
