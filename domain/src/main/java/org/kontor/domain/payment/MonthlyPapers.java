package org.kontor.domain.payment;

import java.time.LocalDate;
import java.time.YearMonth;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;

/**
 * Papers for each month that go to customers who pay in a certain way, and to nobody else (S2.27).
 *
 * @param method payment method, for example {@code bank-transfer}
 * @param way how they go
 */
public record MonthlyPapers(String method, Way way) {

  /** How papers go. */
  public enum Way {
    POST,
    EMAIL
  }

  /**
   * Whether a customer gets papers for a month.
   *
   * @param lastMethod of his last payment up to the month's end, null when he never paid
   */
  public boolean goTo(String lastMethod) {
    return method.equals(lastMethod);
  }

  /**
   * A day on which the month's papers can have been sent: when the month was over, and not later
   * than today.
   *
   * @throws Refused MISSING_VALUE, INVALID_VALUE
   */
  public static void checkSent(YearMonth month, LocalDate sentOn, LocalDate today) {
    if (sentOn == null) {
      throw Problem.of(
              ProblemCode.MISSING_VALUE,
              "sentOn",
              "the day is missing",
              "Send the day on which the papers were given to the post.")
          .asException();
    }
    if (!sentOn.isAfter(month.atEndOfMonth()) || sentOn.isAfter(today)) {
      throw Problem.of(
              ProblemCode.INVALID_VALUE,
              "sentOn",
              "the papers of " + month + " cannot have been sent on " + sentOn,
              "Send a day from " + month.plusMonths(1).atDay(1) + " to " + today + ".")
          .asException();
    }
  }
}
