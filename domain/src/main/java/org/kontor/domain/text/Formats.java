package org.kontor.domain.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Map;
import org.kontor.domain.money.Money;
import org.kontor.domain.time.ReaderZone;

/**
 * Money, numbers and dates for people, in one language. Spaces inside are U+00A0, so that no line
 * breaks between an amount and its currency.
 */
public final class Formats {

  private static final char SPACE = '\u00a0';

  /** Where the reader knows the sign; everywhere else the code says which currency it is. */
  private static final Map<Language, Map<String, String>> SIGNS =
      Map.of(
          Language.RO, Map.of(),
          Language.RU, Map.of("EUR", "€", "UAH", "₴", "RUB", "₽"),
          Language.UK, Map.of("UAH", "₴"),
          Language.ES, Map.of("EUR", "€"),
          Language.EN, Map.of("EUR", "€", "GBP", "£"));

  private final Language language;

  private Formats(Language language) {
    this.language = language;
  }

  public static Formats in(Language language) {
    return new Formats(language);
  }

  /**
   * With grouping, always.
   *
   * @param decimals digits after the separator; what is finer is rounded half up
   */
  public String number(BigDecimal number, int decimals) {
    BigDecimal shown = number.setScale(decimals, RoundingMode.HALF_UP);
    String digits = shown.abs().toPlainString();
    int point = digits.indexOf('.');
    String whole = point < 0 ? digits : digits.substring(0, point);
    StringBuilder out = new StringBuilder(shown.signum() < 0 ? "-" : "");
    for (int i = 0; i < whole.length(); i++) {
      if (i > 0 && (whole.length() - i) % 3 == 0) {
        out.append(grouping());
      }
      out.append(whole.charAt(i));
    }
    if (point >= 0) {
      out.append(language == Language.EN ? '.' : ',').append(digits, point + 1, digits.length());
    }
    return out.toString();
  }

  public String money(Money money) {
    Currency currency = money.currency();
    String number = number(money.amount(), currency.getDefaultFractionDigits());
    String sign = SIGNS.get(language).get(currency.getCurrencyCode());
    if (language != Language.EN) {
      return number + SPACE + (sign == null ? currency.getCurrencyCode() : sign);
    }
    String minus = money.isNegative() ? "-" : "";
    String bare = number.substring(minus.length());
    return sign == null ? currency.getCurrencyCode() + SPACE + number : minus + sign + bare;
  }

  /** For tables: 01.02.2026, in Spanish and English 01/02/2026. */
  public String dateShort(LocalDate date) {
    String separator = language == Language.ES || language == Language.EN ? "/" : ".";
    return two(date.getDayOfMonth())
        + separator
        + two(date.getMonthValue())
        + separator
        + four(date.getYear());
  }

  /** For sentences: 1 februarie 2026, 1 февраля 2026 г. */
  public String date(LocalDate date) {
    String month = MonthNames.inDate(language, date.getMonth());
    String year = four(date.getYear());
    return date.getDayOfMonth()
        + switch (language) {
          case RO, EN -> " " + month + " " + year;
          case RU -> " " + month + " " + year + SPACE + "г.";
          case UK -> " " + month + " " + year + SPACE + "р.";
          case ES -> " de " + month + " de " + year;
        };
  }

  /** A month by its name: februarie 2026, февраль 2026 г. */
  public String month(YearMonth month) {
    String name = MonthNames.alone(language, month.getMonth());
    String year = four(month.getYear());
    return switch (language) {
      case RO, EN -> name + " " + year;
      case RU -> name + " " + year + SPACE + "г.";
      case UK -> name + " " + year + SPACE + "р.";
      case ES -> name + " de " + year;
    };
  }

  /**
   * A moment to the minute, with the distance from UTC, so that it cannot be misread: 12 martie
   * 2026, 00:00 (UTC+2).
   */
  public String moment(Instant moment, ZoneId zone) {
    return moment(moment, zone, "");
  }

  /**
   * The same for a reader, who is told the zone where it is not the vendor's: 11 martie 2026, 22:00
   * (Lisabona, UTC).
   */
  public String moment(Instant moment, ReaderZone zone) {
    return moment(moment, zone.id(), zone.own() ? city(zone.id()) + ", " : "");
  }

  /** A zone by its city, with its distance from UTC at a moment: București (UTC+2). */
  public String zone(ZoneId zone, Instant at) {
    return city(zone) + SPACE + "(" + offset(zone, at) + ")";
  }

  /** How far a zone is from UTC at a moment: UTC+2. */
  public String offset(ZoneId zone, Instant at) {
    return utc(at.atZone(zone).getOffset().getTotalSeconds());
  }

  private String city(ZoneId zone) {
    return ZoneNames.in(language).city(zone.getId());
  }

  private String moment(Instant moment, ZoneId zone, String name) {
    ZonedDateTime there = moment.atZone(zone);
    return date(there.toLocalDate())
        + ", "
        + two(there.getHour())
        + ":"
        + two(there.getMinute())
        + " ("
        + name
        + utc(there.getOffset().getTotalSeconds())
        + ")";
  }

  private static String utc(int seconds) {
    int minutes = Math.abs(seconds) / 60;
    String sign = seconds < 0 ? "-" : "+";
    String rest = minutes % 60 == 0 ? "" : ":" + two(minutes % 60);
    return seconds == 0 ? "UTC" : "UTC" + sign + minutes / 60 + rest;
  }

  private char grouping() {
    return switch (language) {
      case RO, ES -> '.';
      case RU, UK -> SPACE;
      case EN -> ',';
    };
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  private static String four(int year) {
    String digits = Integer.toString(year);
    return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
  }
}
