package org.kontor.billing.document.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kontor.domain.policy.Seller.Address;
import org.kontor.domain.text.Language;

/**
 * A party as a block of lines: name, address, tax numbers under the names that its own country
 * gives them.
 */
final class Identity {

  private static final Map<String, Labels> NATIONAL =
      Map.of(
          "RO", new Labels("Nr. reg. com.", "CIF"),
          "RU", new Labels("ОГРН", "ИНН"),
          "UA", new Labels("ЄДРПОУ", "ІПН"),
          "ES", new Labels("NIF", "NIF-IVA"));

  private record Labels(String registration, String vat) {}

  private Identity() {}

  /** The lines below the name; what is empty is left out. */
  static List<String> lines(
      Address address, String registrationId, String vatId, String email, Words words) {
    List<String> lines = new ArrayList<>();
    add(lines, address.line());
    String county = address.country().equals("RO") ? address.subdivision() : "";
    String city = (address.postCode() + " " + address.city()).strip();
    add(lines, county.isEmpty() || city.isEmpty() ? city + county : city + ", " + county);
    add(lines, country(address.country(), words.language()));
    Labels labels =
        NATIONAL.getOrDefault(
            address.country(), new Labels(words.of("id.registration"), words.of("id.vat")));
    if (!vatId.isEmpty()) {
      lines.add(labels.vat() + " " + vatId);
    }
    if (!registrationId.isEmpty()) {
      lines.add(labels.registration() + " " + registrationId);
    }
    add(lines, email);
    return lines;
  }

  private static String country(String code, String language) {
    return new Locale.Builder()
        .setRegion(code)
        .build()
        .getDisplayCountry(Language.of(language).locale());
  }

  private static void add(List<String> lines, String text) {
    if (!text.isBlank()) {
      lines.add(text.strip());
    }
  }
}
