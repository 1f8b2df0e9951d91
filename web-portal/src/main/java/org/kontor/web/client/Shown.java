package org.kontor.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import org.kontor.crm.platform.boundary.BookClock;
import org.kontor.domain.explain.ExprReader;
import org.kontor.domain.explain.Spelled;
import org.kontor.domain.money.Money;
import org.kontor.domain.text.Formats;
import org.kontor.web.text.Catalogue;

/** Money and dates as the reader writes them: {@code #{show.money(due)}}. */
@RequestScoped
@Named("show")
public class Shown {

  private static final int FINEST = 6;

  @Inject private Visit visit;
  @Inject private BookClock clock;

  public String money(Money amount) {
    return formats().money(amount);
  }

  /**
   * @param currency ISO 4217
   */
  public String money(BigDecimal amount, String currency) {
    return amount == null ? "" : formats().money(new Money(amount, Currency.getInstance(currency)));
  }

  /** A price of any scale, of which at most six decimals are shown. */
  public String price(BigDecimal price, String currency) {
    int digits = Currency.getInstance(currency).getDefaultFractionDigits();
    int exact = price.stripTrailingZeros().scale();
    return formats().number(price, Math.max(digits, Math.min(FINEST, exact))) + " " + currency;
  }

  public String number(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    return formats().number(bare, Math.max(0, bare.scale()));
  }

  public String count(long number) {
    return formats().number(BigDecimal.valueOf(number), 0);
  }

  /** For scales: as few digits as it takes. */
  public String whole(BigDecimal number) {
    return formats().number(number, Math.max(0, Math.min(2, number.stripTrailingZeros().scale())));
  }

  /**
   * Arithmetic as people write it.
   *
   * @param compact as explanations store it
   */
  public String arithmetic(String compact) {
    Catalogue texts = Catalogue.in(visit.getLanguage());
    return new Spelled(formats(), (name, value) -> texts.text("money.input." + name, value))
        .of(ExprReader.read(compact));
  }

  /** For tables. */
  public String day(LocalDate date) {
    return date == null ? "" : formats().dateShort(date);
  }

  /** For sentences. */
  public String date(LocalDate date) {
    return date == null ? "" : formats().date(date);
  }

  /** The day of a moment in the reader's zone, for tables. */
  public String dayOf(Instant instant) {
    return instant == null ? "" : day(LocalDate.ofInstant(instant, visit.getZone().id()));
  }

  /** A month by its name. */
  public String month(YearMonth month) {
    return month == null ? "" : formats().month(month);
  }

  /** An account number in groups of four, as people compare it. */
  public String account(String account) {
    return account.replaceAll("(.{4})(?=.)", "$1\u00a0");
  }

  /** Day and time in the reader's zone, which is named where it is not the vendor's. */
  public String moment(Instant instant) {
    return instant == null ? "" : formats().moment(instant, visit.getZone());
  }

  /**
   * When a business day ends, for a reader.
   *
   * @param date a day of the vendor
   */
  public String endOf(LocalDate date) {
    return moment(date.plusDays(1).atStartOfDay(visit.getPortal().zone()).toInstant());
  }

  /** A zone by its city, with its present distance from UTC. */
  public String zone(ZoneId zone) {
    return formats().zone(zone, clock.now());
  }

  private Formats formats() {
    return Formats.in(visit.getLanguage());
  }
}
