package org.kontor.domain.policy;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kontor.domain.policy.Seller.DocumentKind;

/** The seller's part of a pack: bank, VAT, number series, languages. */
final class SellerCheck {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}?");
  private static final Pattern COUNTER = Pattern.compile("n(:([1-9]|1[0-2]))?");
  private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final BigInteger IBAN_MODULUS = BigInteger.valueOf(97);

  private SellerCheck() {}

  static void check(Seller seller, Faults faults) {
    for (int i = 0; i < seller.languages().size(); i++) {
      String language = seller.languages().get(i);
      faults.when(
          !LANGUAGES.contains(language),
          Faults.at("seller.languages", i),
          "There is no language " + language,
          "Use an ISO 639-1 code, for example uk for Ukrainian.");
    }
    faults.when(
        !COUNTRIES.contains(seller.address().country()),
        "seller.address.country",
        "There is no country " + seller.address().country(),
        "Use an ISO 3166-1 alpha-2 code, for example RO.");
    bank(seller, faults);
    vat(seller, faults);
    series(seller.series(), faults);
  }

  private static void bank(Seller seller, Faults faults) {
    String account = seller.bank().account();
    faults.when(
        IBAN.matcher(account).matches() && !ibanFits(account),
        "seller.bank.account",
        "The check digits of the IBAN " + account + " do not fit",
        "Copy the IBAN from the bank's own paper.");
    faults.texts("seller.bank.instructions", seller.bank().instructions(), seller.languages());
  }

  private static boolean ibanFits(String iban) {
    StringBuilder digits = new StringBuilder();
    (iban.substring(4) + iban.substring(0, 4))
        .chars()
        .forEach(c -> digits.append(Character.getNumericValue(c)));
    return new BigInteger(digits.toString()).mod(IBAN_MODULUS).intValue() == 1;
  }

  private static void vat(Seller seller, Faults faults) {
    Seller.Vat vat = seller.vat();
    boolean standard = vat.category().equals("S");
    faults.when(
        standard != (vat.rate().signum() > 0),
        "seller.vat.rate",
        standard ? "Category S needs a rate above 0" : "Category " + vat.category() + " has rate 0",
        standard ? "Give the rate, or use another category." : "Use 0, or category S.");
    boolean needsReason = Set.of("E", "AE", "O").contains(vat.category());
    if (vat.exemptionReason() == null) {
      faults.when(
          needsReason,
          "seller.vat.exemptionReason",
          "Category " + vat.category() + " needs the reason why there is no VAT (BT-120)",
          "Add exemptionReason in every language of the seller.");
    } else {
      faults.texts("seller.vat.exemptionReason", vat.exemptionReason(), seller.languages());
    }
    boolean outside = vat.category().equals("O");
    faults.when(
        outside != seller.vatId().isEmpty(),
        "seller.vatId",
        outside
            ? "A seller that is not subject to VAT has no VAT identifier (BR-O-02)"
            : "Category " + vat.category() + " needs a VAT identifier (BT-31)",
        outside ? "Use \"\", or another category." : "Give the VAT identifier, or use category O.");
  }

  private static void series(List<Seller.Series> series, Faults faults) {
    faults.unique("seller.series", series, Seller.Series::code);
    Map<DocumentKind, Integer> kinds = new EnumMap<>(DocumentKind.class);
    Set<String> patterns = new HashSet<>();
    for (int i = 0; i < series.size(); i++) {
      Seller.Series one = series.get(i);
      String path = Faults.at("seller.series", i);
      pattern(path + ".pattern", one.pattern(), faults);
      faults.when(
          !patterns.add(one.pattern()),
          path + ".pattern",
          "Two series would give the same numbers",
          "Give each series its own pattern.");
      faults.when(
          kinds.put(one.kind(), i) != null,
          path + ".kind",
          "There are two series for " + one.kind(),
          "Keep one series for each kind.");
    }
    for (DocumentKind kind : DocumentKind.values()) {
      faults.when(
          !kinds.containsKey(kind),
          "seller.series",
          "There is no series for " + kind,
          "Add one, for example {code: INV, kind: " + kind + ", pattern: \"INV-{yyyy}-{n:6}\"}.");
    }
  }

  private static void pattern(String path, String pattern, Faults faults) {
    int counters = 0;
    int years = 0;
    Matcher found = PLACEHOLDER.matcher(pattern);
    while (found.find()) {
      boolean closed = found.group().endsWith("}");
      if (closed && found.group(1).equals("yyyy")) {
        years++;
      } else if (closed && COUNTER.matcher(found.group(1)).matches()) {
        counters++;
      } else {
        faults.add(
            path,
            "The pattern has an unknown placeholder " + found.group(),
            "Use {yyyy} for the year and {n:6} for the counter.");
      }
    }
    faults.when(
        counters != 1,
        path,
        "The pattern has " + counters + " counters instead of one",
        "Put {n:6} (the counter, padded to 6 digits) into it once.");
    faults.when(
        years == 0,
        path,
        "The counter begins anew each year, but the pattern has no year",
        "Put {yyyy} into it.");
  }
}
