package org.kontor.domain.text;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an amount as people of any of our languages write it: {@code 1.234,50}, {@code 1 234,50},
 * {@code 1,234.50}, {@code 1234.5}. The last point or comma is the decimal one when at most as many
 * digits as the currency has follow it; the others must part groups of three, of which the first
 * does not begin with a zero: {@code 0,500} is no five hundred.
 */
public final class AmountReader {

  private static final Pattern GROUPED =
      Pattern.compile("\\d{1,12}|[1-9]\\d{0,2}(?:([ .,'])\\d{3})(?:\\1\\d{3}){0,3}");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u2009\\u202f]+");

  private AmountReader() {}

  /**
   * @param text as typed; null is none
   * @param decimals of the currency
   * @return not negative; empty when it is no amount, or is finer than the currency
   */
  public static Optional<BigDecimal> read(String text, int decimals) {
    String typed = text == null ? "" : SPACES.matcher(text.strip()).replaceAll(" ");
    int last = Math.max(typed.lastIndexOf('.'), typed.lastIndexOf(','));
    int follow = typed.length() - last - 1;
    String whole = typed;
    String fraction = "";
    if (last >= 0 && follow > 0 && follow <= decimals) {
      whole = typed.substring(0, last);
      fraction = typed.substring(last + 1);
    }
    Matcher grouped = GROUPED.matcher(whole);
    if (!grouped.matches() || !fraction.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    String digits = whole.replaceAll("\\D", "");
    return Optional.of(new BigDecimal(digits + "." + (fraction.isEmpty() ? "0" : fraction)));
  }
}
