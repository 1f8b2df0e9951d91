package org.kontor.billing.wallet.control;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a charge, {@code customer-date-id}: it names the partition and the key, so that
 * millions of charges a day need no index of their own for it.
 */
public record ChargeRef(long customerId, LocalDate businessDate, long id) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,18})-(\\d{8})-(\\d{1,18})");

  /** Empty when it is none. */
  public static Optional<ChargeRef> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ChargeRef(
              Long.parseLong(form.group(1)),
              LocalDate.parse(form.group(2), DateTimeFormatter.BASIC_ISO_DATE),
              Long.parseLong(form.group(3))));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return customerId + "-" + businessDate.format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + id;
  }
}
