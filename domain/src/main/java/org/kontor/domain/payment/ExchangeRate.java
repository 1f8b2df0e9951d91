package org.kontor.domain.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.explain.Expr;
import org.kontor.domain.money.Money;

/**
 * A published rate: one unit of {@code base} costs {@code rate} units of {@code quote} (S3.28).
 *
 * @param source who published it, for example {@code NBU}
 * @param date the day for which it was published
 */
public record ExchangeRate(
    String source, LocalDate date, Currency base, Currency quote, BigDecimal rate) {

  /** Banks publish no rate on days off; an older one than this is a gap in the data. */
  public static final int MAX_AGE_DAYS = 10;

  public ExchangeRate {
    if (rate.signum() <= 0) {
      throw new IllegalArgumentException("a rate is positive, not " + rate);
    }
  }

  /** Whether it may be used for a payment of that day. */
  public boolean servesOn(LocalDate day) {
    return !date.isAfter(day) && !date.isBefore(day.minusDays(MAX_AGE_DAYS));
  }

  /**
   * What {@code paid}, in one of the two currencies, is worth in the other; rounded half up once.
   */
  public Converted convert(Money paid, String policy) {
    boolean divides = paid.currency().equals(quote);
    if (!divides && !paid.currency().equals(base)) {
      throw new IllegalArgumentException(this + " does not convert " + paid);
    }
    Currency target = divides ? base : quote;
    Expr amount = Expr.num("paid", paid.amount());
    Expr factor = Expr.num("rate", rate);
    Expr arithmetic =
        Expr.round(
            divides ? Expr.div(amount, factor) : Expr.mul(amount, factor),
            target.getDefaultFractionDigits());
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("currency", paid.currency().getCurrencyCode());
    facts.put("source", source);
    facts.put("rateDate", date.toString());
    facts.put("base", base.getCurrencyCode());
    facts.put("quote", quote.getCurrencyCode());
    return new Converted(
        new Money(arithmetic.value(), target),
        new Explanation(List.of("S3.28"), policy, facts, arithmetic));
  }

  /**
   * @param amount zero when the payment is worth less than the smallest unit
   */
  public record Converted(Money amount, Explanation why) {}
}
