package org.kontor.billing.document.control;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.kontor.domain.money.Money;
import org.kontor.domain.text.Formats;
import org.kontor.domain.text.Language;
import org.kontor.domain.time.DateRange;

/** What stands in the columns of a document, in the formats of its language. */
final class Figures {

  private static final int FINEST = 10;
  private static final char SPACE = '\u00A0';

  private final Formats formats;
  private final boolean spacedPercent;

  Figures(String language) {
    Language reader = Language.of(language);
    formats = Formats.in(reader);
    spacedPercent = reader != Language.EN && reader != Language.UK;
  }

  /** With exactly as many decimals as the currency has. */
  String amount(Money money) {
    return formats.number(money.amount(), money.currency().getDefaultFractionDigits());
  }

  /** With its currency; never without. */
  String money(Money money) {
    return formats.money(money);
  }

  /**
   * A price of any scale: with at least as many decimals as the currency has, and at most {@value
   * #FINEST}, because a month's price for 10 of its 31 days never ends.
   */
  String price(BigDecimal price, int digits) {
    int exact = price.stripTrailingZeros().scale();
    return formats.number(price, Math.max(digits, Math.min(FINEST, exact)));
  }

  /** A quantity, exact and without trailing zeros. */
  String quantity(BigDecimal quantity) {
    return formats.number(quantity, Math.max(0, quantity.stripTrailingZeros().scale()));
  }

  String percent(BigDecimal percent) {
    return quantity(percent) + (spacedPercent ? SPACE + "%" : "%");
  }

  String date(LocalDate day) {
    return formats.dateShort(day);
  }

  /** For sentences: 1 februarie 2026. */
  String dateInWords(LocalDate day) {
    return formats.date(day);
  }

  /** To the minute, with the distance from UTC. */
  String moment(Instant moment, ZoneId zone) {
    return formats.moment(moment, zone);
  }

  String month(YearMonth month) {
    return formats.month(month);
  }

  /** Both ends, or the one day. */
  String period(DateRange range) {
    String from = date(range.from());
    return range.from().equals(range.to()) ? from : from + SPACE + "– " + date(range.to());
  }
}
