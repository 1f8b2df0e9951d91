package org.kontor.billing.payment.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.kontor.billing.payment.control.ExchangeRates;
import org.kontor.billing.payment.control.PaymentChecks;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.domain.payment.ExchangeRate;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;

/** Exchange rates as published (S3.28); shared by all vendors that name their source. */
@Stateless
public class Rates {

  private static final Pattern SOURCE = Pattern.compile("[A-Z][A-Z0-9]{1,19}");
  private static final int MAX_DIGITS = 20;
  private static final int MAX_SCALE = 12;

  @Inject private ExchangeRates store;
  @Inject private Caller caller;
  @Inject private Audit audit;

  /** Writes or corrects one; payments booked before keep the rate that they quote. */
  public RateView put(String source, String date, String base, String quote, BigDecimal rate) {
    if (caller.identity().vendorCode() != null) {
      throw Problem.of(
              ProblemCode.FORBIDDEN,
              "",
              "Rates are shared by all vendors",
              "Use a key of the whole installation.")
          .asException();
    }
    if (!SOURCE.matcher(source).matches()) {
      throw invalid("source", "A source is 2 to 20 capital letters and digits, such as NBU");
    }
    PaymentChecks.present("rate", rate);
    boolean sane =
        rate.signum() > 0 && rate.precision() <= MAX_DIGITS && Math.abs(rate.scale()) <= MAX_SCALE;
    if (!sane) {
      throw invalid("rate", "A rate is positive, with at most 20 digits, 12 after the point");
    }
    Currency from = PaymentChecks.currency("base", base);
    Currency to = PaymentChecks.currency("quote", quote);
    if (from.equals(to)) {
      throw invalid("quote", "A rate is between two currencies");
    }
    ExchangeRate written = new ExchangeRate(source, date("date", date), from, to, rate);
    store.put(written);
    audit.record(
        "rate.written",
        "rate/" + source + "/" + from + "-" + to + "/" + written.date(),
        Map.of("rate", rate.toPlainString()));
    return RateView.of(written);
  }

  /** Of a source, the latest day first. */
  public Page<RateView> list(String source, String after, Integer limit) {
    int size = Page.limit(limit);
    PaymentChecks.present("source", source);
    List<RateView> rows =
        store.list(source, cursor(source, after), size + 1).stream().map(RateView::of).toList();
    return Page.of(rows, size, RateView::cursor);
  }

  private static ExchangeRate cursor(String source, String after) {
    if (after == null || after.isEmpty()) {
      return null;
    }
    String[] parts = after.split("_", -1);
    if (parts.length != 3) {
      throw invalid("after", "after is not a cursor of this list");
    }
    return new ExchangeRate(
        source,
        date("after", parts[0]),
        PaymentChecks.currency("after", parts[1]),
        PaymentChecks.currency("after", parts[2]),
        BigDecimal.ONE);
  }

  private static LocalDate date(String field, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw invalid(field, text + " is not a date");
    }
  }

  private static Refused invalid(String field, String detail) {
    return Problem.of(
            ProblemCode.INVALID_VALUE,
            field,
            detail,
            "Send for example PUT /exchange-rates/NBU/2026-03-01/USD/UAH with"
                + " {\"rate\":\"41.50\"}.")
        .asException();
  }
}
