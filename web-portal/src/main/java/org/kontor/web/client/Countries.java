package org.kontor.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The countries of ISO 3166-1 by their names in the reader's language. */
@RequestScoped
@Named
public class Countries {

  @Inject private Visit visit;

  public List<Country> getAll() {
    Locale locale = visit.getLanguage().locale();
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
