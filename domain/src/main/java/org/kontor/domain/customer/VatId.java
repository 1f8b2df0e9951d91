package org.kontor.domain.customer;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * VAT identifiers (BT-48) of the member states, by their published form. Only the form is known
 * here: whether a number is alive is told by VIES, which Kontor does not ask.
 */
public final class VatId {

  private static final String AFTER_THE_PREFIX =
      "AT=U\\d{8} BE=[01]\\d{9} BG=\\d{9,10} CY=\\d{8}[A-Z] CZ=\\d{8,10} DE=\\d{9} "
          + "DK=\\d{8} EE=\\d{9} ES=[A-Z0-9]\\d{7}[A-Z0-9] FI=\\d{8} FR=[A-Z0-9]{2}\\d{9} "
          + "GR=\\d{9} HR=\\d{11} HU=\\d{8} IE=\\d[A-Z0-9+*]\\d{5}[A-Z]{1,2} IT=\\d{11} "
          + "LT=(\\d{9}|\\d{12}) LU=\\d{8} LV=\\d{11} MT=\\d{8} NL=[A-Z0-9+*]{10}\\d{2} "
          + "PL=\\d{10} PT=\\d{9} RO=\\d{2,10} SE=\\d{12} SI=\\d{8} SK=\\d{10}";

  private static final Map<String, Pattern> FORMS = forms();

  private VatId() {}

  /** Whether the country is a member state. */
  public static boolean isMember(String country) {
    return FORMS.containsKey(country);
  }

  /** Whether it is well-formed for a member state; elsewhere nothing is known, so it is not. */
  public static boolean fits(String vatId, String country) {
    Pattern form = FORMS.get(country);
    return form != null && form.matcher(vatId).matches();
  }

  /**
   * As it shall be stored: in capitals, without spaces, points and hyphens where the country is a
   * member state, as typed elsewhere; empty when there is none.
   *
   * @param country ISO 3166-1 alpha-2 of the customer's address
   * @throws org.kontor.domain.problem.Refused INVALID_VALUE when it does not have that form
   */
  public static String checked(String field, String value, String country, int most) {
    String text = Check.optional(field, value, most);
    if (text.isEmpty() || !isMember(country)) {
      return text;
    }
    String plain = text.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT);
    if (!fits(plain, country)) {
      throw Check.invalid(
          field,
          "This is no VAT identifier of " + country,
          "Send it with its prefix " + prefix(country) + ", or leave it out.");
    }
    return plain;
  }

  private static String prefix(String country) {
    return country.equals("GR") ? "EL" : country;
  }

  private static Map<String, Pattern> forms() {
    Map<String, Pattern> forms = new HashMap<>();
    for (String form : AFTER_THE_PREFIX.split(" ")) {
      String country = form.substring(0, 2);
      forms.put(country, Pattern.compile(prefix(country) + form.substring(3)));
    }
    return Map.copyOf(forms);
  }
}
