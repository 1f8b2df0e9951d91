package org.kontor.billing.payment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.payment.ExchangeRate;

/**
 * Published rates (S3.28). A rate that was used is quoted in the payment, so it may be corrected.
 */
@ApplicationScoped
public class ExchangeRates {

  private static final String SELECT =
      "select source, rate_date, base_currency, quote_currency, rate from exchange_rate";

  private final Sql sql;

  @Inject
  public ExchangeRates(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected ExchangeRates() {
    this(null);
  }

  /** Writes or corrects one. */
  public void put(ExchangeRate rate) {
    sql.update(
        "insert into exchange_rate (source, rate_date, base_currency, quote_currency, rate)"
            + " values (?, ?, ?, ?, ?)"
            + " on conflict (source, base_currency, quote_currency, rate_date)"
            + " do update set rate = excluded.rate",
        rate.source(),
        rate.date(),
        rate.base().getCurrencyCode(),
        rate.quote().getCurrencyCode(),
        rate.rate());
  }

  /** The last rate between the two currencies, either way round, published on or before the day. */
  public Optional<ExchangeRate> latest(String source, Currency one, Currency other, LocalDate day) {
    return sql.one(
            ExchangeRates::read,
            SELECT
                + " where source = ? and rate_date between ? and ?"
                + " and ((base_currency = ? and quote_currency = ?)"
                + " or (base_currency = ? and quote_currency = ?))"
                + " order by rate_date desc, base_currency = ? desc limit 1",
            source,
            day.minusDays(ExchangeRate.MAX_AGE_DAYS),
            day,
            one.getCurrencyCode(),
            other.getCurrencyCode(),
            other.getCurrencyCode(),
            one.getCurrencyCode(),
            other.getCurrencyCode())
        .filter(rate -> rate.servesOn(day));
  }

  /**
   * Of a source, the latest day first.
   *
   * @param after the last one of the page before, null for the first page
   */
  public List<ExchangeRate> list(String source, ExchangeRate after, int limit) {
    String order = " order by rate_date desc, base_currency desc, quote_currency desc limit ?";
    if (after == null) {
      return sql.list(ExchangeRates::read, SELECT + " where source = ?" + order, source, limit);
    }
    return sql.list(
        ExchangeRates::read,
        SELECT
            + " where source = ? and (rate_date, base_currency, quote_currency) < (?, ?, ?)"
            + order,
        source,
        after.date(),
        after.base().getCurrencyCode(),
        after.quote().getCurrencyCode(),
        limit);
  }

  private static ExchangeRate read(ResultSet row) throws SQLException {
    return new ExchangeRate(
        row.getString(1),
        row.getObject(2, LocalDate.class),
        Currency.getInstance(row.getString(3)),
        Currency.getInstance(row.getString(4)),
        row.getBigDecimal(5));
  }
}
