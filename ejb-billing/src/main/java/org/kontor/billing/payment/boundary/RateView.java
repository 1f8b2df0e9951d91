package org.kontor.billing.payment.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.kontor.domain.payment.ExchangeRate;

/** A published rate: one unit of {@code base} costs {@code rate} units of {@code quote} (S3.28). */
public record RateView(String source, LocalDate date, String base, String quote, BigDecimal rate) {

  static RateView of(ExchangeRate rate) {
    return new RateView(
        rate.source(),
        rate.date(),
        rate.base().getCurrencyCode(),
        rate.quote().getCurrencyCode(),
        rate.rate());
  }

  String cursor() {
    return date + "_" + base + "_" + quote;
  }
}
