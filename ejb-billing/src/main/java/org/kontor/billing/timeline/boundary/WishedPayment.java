package org.kontor.billing.timeline.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kontor.domain.customer.Check;
import org.kontor.domain.money.Money;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.timeline.Assumptions.Payment;

/** Reads {@code 19.00@2026-12-05T10:00}, or {@code 19.00USD@…}: local time of the seller. */
final class WishedPayment {

  private static final String FIELD = "pay";
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,12}(?:\\.\\d{1,4})?) ?([A-Z]{3})?@([0-9T:.-]{1,40})");

  private WishedPayment() {}

  static Payment read(String text, Currency currency, ZoneId zone, Instant now) {
    Matcher parts = FORM.matcher(text == null ? "" : text.strip());
    if (!parts.matches()) {
      throw Check.invalid(
          FIELD,
          "It is not an amount at a moment",
          "Send for example pay=19.00@2026-12-05T10:00, local time of the seller.");
    }
    if (parts.group(2) != null && !parts.group(2).equals(currency.getCurrencyCode())) {
      throw Problem.of(
              ProblemCode.WRONG_CURRENCY,
              FIELD,
              "The balance is in " + currency + ", not in " + parts.group(2),
              "Send the amount in " + currency + "; the rate of a day to come is not known.")
          .asException();
    }
    Instant at = moment(parts.group(3), zone);
    if (!at.isAfter(now)) {
      throw Check.invalid(
          FIELD, "The moment has passed", "Name a moment to come; it is now " + now + ".");
    }
    return new Payment(amount(parts.group(1), currency), at);
  }

  private static Instant moment(String text, ZoneId zone) {
    try {
      return LocalDateTime.parse(text).atZone(zone).toInstant();
    } catch (DateTimeParseException e) {
      throw Check.invalid(
          FIELD,
          "\"" + text + "\" is not a moment",
          "Send date and time like 2026-12-05T10:00, local time of the seller.");
    }
  }

  private static Money amount(String text, Currency currency) {
    BigDecimal amount = new BigDecimal(text);
    int digits = currency.getDefaultFractionDigits();
    if (amount.signum() == 0 || amount.stripTrailingZeros().scale() > digits) {
      throw Check.invalid(
          FIELD,
          "The amount is zero or has more than " + digits + " decimals",
          "Send a positive amount with at most " + digits + " decimals.");
    }
    return new Money(amount.setScale(digits), currency);
  }
}
