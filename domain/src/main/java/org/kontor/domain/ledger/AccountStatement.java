package org.kontor.domain.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.kontor.domain.money.Money;
import org.kontor.domain.time.DateRange;

/**
 * What moved a balance in a period, in the order of business dates, with what proves that nothing
 * is missing: each balance follows from the one before it, and {@code opening + in − out = closing}
 * (S3.23, PAGES C10).
 *
 * @param in all that raised the balance
 * @param out all that lowered it, as a positive sum
 */
public record AccountStatement(
    DateRange period, Money opening, Money in, Money out, Money closing, List<Row> rows) {

  /** Movements; about 140 pages. */
  public static final int MOST_ROWS = 5_000;

  public AccountStatement {
    rows = List.copyOf(rows);
  }

  /**
   * @param kind of what moved the balance
   * @param name what a reader calls it; may be empty
   * @param amount signed
   * @param balance after it
   */
  public record Row(LocalDate date, String kind, String name, Money amount, Money balance) {}

  /**
   * The days that a statement is made for: a year at most, and none that is still to come. Where
   * none are named it is the year that ends today.
   *
   * @param to null, or a day to come, for today
   * @return empty where no such statement is made
   */
  public static Optional<DateRange> period(LocalDate from, LocalDate to, LocalDate today) {
    if (from == null && to == null) {
      return Optional.of(new DateRange(yearTo(today), today));
    }
    LocalDate last = to == null || to.isAfter(today) ? today : to;
    return from == null || from.isAfter(last) || from.isBefore(yearTo(last))
        ? Optional.empty()
        : Optional.of(new DateRange(from, last));
  }

  /** First day of the year that a day ends. */
  private static LocalDate yearTo(LocalDate last) {
    return last.minusYears(1).plusDays(1);
  }

  /**
   * @param opening balance before the first day
   * @param rows all movements of the period in their order
   * @throws IllegalStateException when a balance does not follow from the one before it: the books
   *     are wrong, and no such statement goes out
   */
  public static AccountStatement of(DateRange period, Money opening, List<Row> rows) {
    Money in = Money.zero(opening.currency());
    Money out = in;
    Money balance = opening;
    LocalDate day = period.from();
    for (Row row : rows) {
      balance = balance.plus(row.amount());
      if (!balance.equals(row.balance()) || row.date().isBefore(day) || !period.contains(day)) {
        throw new IllegalStateException("the balance of " + row.date() + " does not follow");
      }
      day = row.date();
      if (row.amount().isNegative()) {
        out = out.minus(row.amount());
      } else {
        in = in.plus(row.amount());
      }
    }
    if (!period.contains(day) || !opening.plus(in).minus(out).equals(balance)) {
      throw new IllegalStateException("the sums of " + period + " do not agree");
    }
    return new AccountStatement(period, opening, in, out, balance, rows);
  }

  /**
   * All figures as text, whatever the language of the paper: the period and currency, the opening
   * balance, then date, amount and balance of each movement, the closing balance. Each line ends
   * with a line feed.
   */
  String figures() {
    StringBuilder text = new StringBuilder(64 + rows.size() * 32);
    text.append(period.from()).append(' ').append(period.to()).append(' ');
    text.append(opening.currency().getCurrencyCode()).append('\n');
    text.append(plain(opening)).append('\n');
    for (Row row : rows) {
      text.append(row.date()).append(' ').append(plain(row.amount())).append(' ');
      text.append(plain(row.balance())).append('\n');
    }
    return text.append(plain(closing)).append('\n').toString();
  }

  /** SHA-256 of all figures, 64 hex digits: anybody can make it again from the paper. */
  public String digest() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(figures().getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String plain(Money money) {
    return money.amount().toPlainString();
  }
}
