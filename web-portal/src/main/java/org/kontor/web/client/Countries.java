package org.kontor.web.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kontor.domain.text.Language;

/** The countries of ISO 3166-1 by their names in the reader's language. */
@ApplicationScoped
@Named
public class Countries {

  @Inject private Visit visit;

  private final Map<Language, List<Country>> known = new ConcurrentHashMap<>();

  public List<Country> getAll() {
    return known.computeIfAbsent(visit.getLanguage(), Countries::in);
  }

  /** Sorted as the language sorts, which takes a while. */
  private static List<Country> in(Language language) {
    Locale locale = language.locale();
    return Arrays.stream(Locale.getISOCountries())
        .map(code -> new Country(code, new Locale("", code).getDisplayCountry(locale)))
        .sorted(Comparator.comparing(Country::name, Collator.getInstance(locale)))
        .toList();
  }

  /**
   * @param code ISO 3166-1 alpha-2
   */
  public record Country(String code, String name) {}
}
