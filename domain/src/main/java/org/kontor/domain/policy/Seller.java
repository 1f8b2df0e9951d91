package org.kontor.domain.policy;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/**
 * The legal entity that sells (EN 16931 BG-4), with its bank, VAT and number series.
 *
 * @param legalName BT-27
 * @param registrationId BT-30
 * @param vatId BT-31, empty when not registered
 * @param currency of prices and documents (BT-5)
 * @param languages of its portal, first is the default
 */
public record Seller(
    String name,
    String legalName,
    String registrationId,
    String vatId,
    Address address,
    ZoneId zone,
    Currency currency,
    List<String> languages,
    Bank bank,
    Vat vat,
    List<Series> series,
    String email) {

  public Seller {
    languages = List.copyOf(languages);
    series = List.copyOf(series);
  }

  public Series seriesFor(DocumentKind kind) {
    return series.stream()
        .filter(s -> s.kind() == kind)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no series for " + kind));
  }

  /**
   * A postal address (BG-5, BG-8).
   *
   * @param subdivision ISO 3166-2 without the country, BT-39/BT-54; empty where unused
   * @param country ISO 3166-1 alpha-2, BT-40/BT-55
   */
  public record Address(
      String line, String city, String postCode, String subdivision, String country) {}

  /**
   * Where customers pay by transfer (BG-17).
   *
   * @param account IBAN or national account, BT-84
   * @param bic BT-86
   * @param instructions text printed on each document (BT-20)
   */
  public record Bank(String holder, String name, String account, String bic, Texts instructions) {}

  /**
   * How the seller's supplies are taxed.
   *
   * @param category EN 16931 code: S, Z, E, AE, O
   * @param rate percent, 0 to 100
   * @param exemptionReason BT-120, required for E and O
   * @param pricesInclude whether catalogue prices are gross
   */
  public record Vat(
      String category, java.math.BigDecimal rate, Texts exemptionReason, boolean pricesInclude) {}

  /**
   * A gapless number series per year.
   *
   * @param pattern with {@code {yyyy}} and {@code {n:6}} (zero-padded counter)
   */
  public record Series(String code, DocumentKind kind, String pattern) {

    /** The document number BT-1 for the counter {@code n} of {@code year}. */
    public String format(int year, long n) {
      StringBuilder out = new StringBuilder(pattern.length() + 8);
      int at = 0;
      while (at < pattern.length()) {
        int open = pattern.indexOf('{', at);
        if (open < 0) {
          return out.append(pattern, at, pattern.length()).toString();
        }
        int close = pattern.indexOf('}', open);
        String key = pattern.substring(open + 1, close);
        out.append(pattern, at, open);
        if (key.equals("yyyy")) {
          out.append(year);
        } else {
          String digits = Long.toString(n);
          out.append("0".repeat(Math.max(0, width(key) - digits.length()))).append(digits);
        }
        at = close + 1;
      }
      return out.toString();
    }

    /** Digits to which a counter such as {@code n:6} is padded. */
    static int width(String counter) {
      return counter.indexOf(':') < 0 ? 1 : Integer.parseInt(counter.substring(2));
    }
  }

  /** Kinds of documents with their EN 16931 type code (BT-3). */
  public enum DocumentKind {
    INVOICE("380"),
    CREDIT_NOTE("381");

    private final String typeCode;

    DocumentKind(String typeCode) {
      this.typeCode = typeCode;
    }

    public String typeCode() {
      return typeCode;
    }
  }
}
