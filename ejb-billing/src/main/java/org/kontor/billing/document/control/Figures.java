package org.kontor.billing.document.control;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.kontor.domain.money.Money;
import org.kontor.domain.time.DateRange;

/**
 * Numbers, money and dates as the reader's language writes them (the golden table of PAGES.md). The
 * patterns are our own, so that a new Java release does not change a document.
 */
final class Figures {

  private static final char SPACE = '\u00A0';
  private static final char MINUS = '\u2212';

  /** Where a language has a sign for a currency; all others are named by their code. */
  private static final Map<String, Map<String, String>> SIGNS =
      Map.of(
          "ru", Map.of("EUR", "€", "UAH", "₴", "RUB", "₽", "USD", "$"),
          "uk", Map.of("UAH", "₴"),
          "es", Map.of("EUR", "€"),
          "en", Map.of("EUR", "€"));

  private final String language;
  private final DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
  private final DateTimeFormatter date;

  Figures(String language) {
    this.language = language;
    boolean cyrillic = language.equals("ru") || language.equals("uk");
    boolean english = language.equals("en");
    symbols.setDecimalSeparator(english ? '.' : ',');
    symbols.setGroupingSeparator(cyrillic ? SPACE : english ? ',' : '.');
    symbols.setMinusSign(MINUS);
    date =
        DateTimeFormatter.ofPattern(
            english || language.equals("es") ? "dd/MM/yyyy" : "dd.MM.yyyy", Locale.ROOT);
  }

  /** With exactly as many decimals as the currency has. */
  String amount(Money money) {
    return number(money.amount(), money.currency().getDefaultFractionDigits());
  }

  /** With its currency; never without. */
  String money(Money money) {
    String code = money.currency().getCurrencyCode();
    String sign = SIGNS.getOrDefault(language, Map.of()).get(code);
    String amount = amount(money);
    if (!language.equals("en")) {
      return amount + SPACE + (sign == null ? code : sign);
    }
    return sign == null ? code + SPACE + amount : sign + amount;
  }

  /** A price of any scale: exact, with at least as many decimals as the currency has. */
  String price(BigDecimal price, int digits) {
    return number(price, Math.max(digits, price.stripTrailingZeros().scale()));
  }

  /** A quantity, exact and without trailing zeros. */
  String quantity(BigDecimal quantity) {
    return number(quantity, Math.max(0, quantity.stripTrailingZeros().scale()));
  }

  String percent(BigDecimal percent) {
    String number = quantity(percent);
    return language.equals("en") || language.equals("uk") ? number + "%" : number + SPACE + "%";
  }

  String date(LocalDate day) {
    return date.format(day);
  }

  /** Both ends, or the one day. */
  String period(DateRange range) {
    return range.from().equals(range.to())
        ? date(range.from())
        : date(range.from()) + SPACE + "– " + date(range.to());
  }

  private String number(BigDecimal value, int decimals) {
    StringBuilder pattern = new StringBuilder("#,##0");
    if (decimals > 0) {
      pattern.append('.').append("0".repeat(decimals));
    }
    DecimalFormat format = new DecimalFormat(pattern.toString(), symbols);
    format.setRoundingMode(RoundingMode.UNNECESSARY);
    return format.format(value);
  }
}
