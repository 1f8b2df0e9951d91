package org.kontor.billing.document.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.policy.Seller;
import org.kontor.domain.policy.Seller.DocumentKind;

/**
 * The fixed words of documents in one language; a word that is missing is an error, not English.
 */
final class Words {

  static final Set<String> LANGUAGES = Set.of("ro", "ru", "uk", "es", "en");

  /** In which language the law of the seller's country names a document. */
  private static final Map<String, String> LEGAL_LANGUAGE =
      Map.of("RO", "ro", "MD", "ro", "RU", "ru", "UA", "uk", "ES", "es");

  private static final Map<String, Words> ALL = load();

  private final String language;
  private final Properties texts;

  private Words(String language, Properties texts) {
    this.language = language;
    this.texts = texts;
  }

  /** One of {@link #LANGUAGES}. */
  static Words in(String language) {
    Words words = ALL.get(language);
    if (words == null) {
      throw new IllegalArgumentException("no words in " + language);
    }
    return words;
  }

  /** The buyer's language where we have its words, else the seller's, else English. */
  static String spoken(Buyer buyer, Seller seller) {
    if (LANGUAGES.contains(buyer.language())) {
      return buyer.language();
    }
    return seller.languages().stream().filter(LANGUAGES::contains).findFirst().orElse("en");
  }

  String language() {
    return language;
  }

  String of(String key) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalStateException("no word for " + key + " in " + language);
    }
    return text;
  }

  /** With {@code {0}}, {@code {1}} … replaced; values are never read as patterns. */
  String of(String key, String... values) {
    String pattern = of(key);
    StringBuilder out = new StringBuilder(pattern.length() + 32);
    int at = 0;
    for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', at)) {
      out.append(pattern, at, open).append(values[pattern.charAt(open + 1) - '0']);
      at = open + 3;
    }
    return out.append(pattern.substring(at)).toString();
  }

  boolean has(String key) {
    return texts.containsKey(key);
  }

  Set<String> keys() {
    return texts.stringPropertyNames();
  }

  /** The words that the law of the seller's country uses; these words where we do not know them. */
  Words legal(String country) {
    return in(LEGAL_LANGUAGE.getOrDefault(country, language));
  }

  String title(DocumentKind kind) {
    return of("title." + kind);
  }

  private static Map<String, Words> load() {
    Map<String, Words> all = new TreeMap<>();
    for (String language : LANGUAGES) {
      String file = "/org/kontor/billing/document/words_" + language + ".properties";
      Properties texts = new Properties();
      try (InputStream in = Words.class.getResourceAsStream(file)) {
        texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      all.put(language, new Words(language, texts));
    }
    return Map.copyOf(all);
  }
}
