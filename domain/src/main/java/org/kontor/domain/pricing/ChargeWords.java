package org.kontor.domain.pricing;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.kontor.domain.policy.Metric;
import org.kontor.domain.policy.PolicyPack;

/** Names and item codes of charge lines. */
final class ChargeWords {

  /** The seller's languages; where a word is missing, English. */
  private static final Map<String, String> LATE =
      Map.of(
          "en", "reported late",
          "ro", "raportat ulterior",
          "ru", "передано позднее",
          "uk", "передано пізніше",
          "es", "comunicado con retraso");

  private static final Map<String, String> CORRECTION =
      Map.of(
          "en", "correction",
          "ro", "corecție",
          "ru", "исправление",
          "uk", "виправлення",
          "es", "corrección");

  private ChargeWords() {}

  static String metricName(PolicyPack pack, String metric, String language) {
    return pack.catalogue().metrics().stream()
        .filter(m -> m.code().equals(metric))
        .findFirst()
        .map(Metric::name)
        .map(name -> name.in(language))
        .orElse(metric);
  }

  static boolean isGauge(PolicyPack pack, String metric) {
    return pack.catalogue().metrics().stream()
        .anyMatch(m -> m.code().equals(metric) && m.kind() == Metric.Kind.GAUGE);
  }

  static String late(String name, Object day, String language) {
    return name + " (" + in(LATE, language) + ", " + day + ")";
  }

  static String correction(String name, Object day, String language) {
    return name + " (" + in(CORRECTION, language) + ", " + day + ")";
  }

  /** Facts in a fixed order: explanations are compared and hashed as text. */
  static Map<String, String> facts(Object... keysAndValues) {
    Map<String, String> facts = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      facts.put((String) keysAndValues[i], String.valueOf(keysAndValues[i + 1]));
    }
    return facts;
  }

  private static String in(Map<String, String> words, String language) {
    return words.getOrDefault(language.toLowerCase(Locale.ROOT), words.get("en"));
  }
}
