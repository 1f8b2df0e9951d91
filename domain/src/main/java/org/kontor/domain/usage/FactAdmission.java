package org.kontor.domain.usage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.kontor.domain.policy.Metric;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/**
 * Whether a fact about the use of a subscription is taken, for which local day, and with which day
 * it is charged. A day that was charged is closed: a fact for it must say that it corrects.
 */
public final class FactAdmission {

  private FactAdmission() {}

  /** What a sender says. */
  public record Said(Instant occurredAt, long quantity, boolean correction) {}

  /**
   * What is known of the subscription.
   *
   * @param zone the vendor's: days are its local days
   * @param bookFrom first day of the vendor's book
   * @param firstCharged first day that is charged (S2.6), or null in trial
   * @param endsOn last day of a cancelled subscription, or null
   * @param chargedThrough last day charged, or null
   * @param runThrough last day that the vendor's runs have closed, or null
   */
  public record Known(
      ZoneId zone,
      LocalDate bookFrom,
      Timing timing,
      LocalDate startedOn,
      LocalDate firstCharged,
      LocalDate endsOn,
      LocalDate chargedThrough,
      LocalDate runThrough) {

    /**
     * Last closed day, or null. What was charged decides: a parked account's days stay open until
     * they are charged; days that are never charged (trial) close with the vendor's run.
     */
    public LocalDate closedThrough() {
      if (timing != Timing.DAILY && timing != Timing.MONTHLY_ARREARS) {
        return null;
      }
      if (firstCharged == null || runThrough == null) {
        return later(chargedThrough, firstCharged == null ? runThrough : null);
      }
      LocalDate unchargeable = firstCharged.minusDays(1);
      return later(chargedThrough, runThrough.isBefore(unchargeable) ? runThrough : unchargeable);
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
      if (a == null || b == null) {
        return a == null ? b : a;
      }
      return a.isAfter(b) ? a : b;
    }
  }

  /** The answer. */
  public sealed interface Admission {}

  /**
   * @param day local day of the fact
   * @param chargedOn day with which it is charged; {@code day} unless that is closed
   */
  public record Taken(LocalDate day, LocalDate chargedOn) implements Admission {
    /** Whether the day had already been charged. */
    public boolean late() {
      return chargedOn.isAfter(day);
    }
  }

  /** Not taken; says why and how to mend it. */
  public record NotTaken(Problem problem) implements Admission {}

  /**
   * A correction of a counter may take back what was counted too much, by a negative quantity; a
   * state is corrected by its right value.
   */
  public static Admission decide(Metric metric, Said said, Known known, Instant now) {
    boolean counter = metric.kind() == Metric.Kind.COUNTER;
    if (said.quantity() < 0 && !(counter && said.correction())) {
      return refuse(
          ProblemCode.INVALID_VALUE,
          "quantity",
          "quantity is " + said.quantity(),
          counter
              ? "Send the counted number; what was counted too much is taken back by a negative"
                  + " quantity with \"correction\": true."
              : "Send the counted number; a wrong one is corrected by sending the right one for the"
                  + " same moment with \"correction\": true.");
    }
    if (said.quantity() > metric.maxPerFact() || said.quantity() < -metric.maxPerFact()) {
      return absurd(metric, said);
    }
    if (said.occurredAt().isAfter(now)) {
      return refuse(
          ProblemCode.IN_THE_FUTURE,
          "occurredAt",
          said.occurredAt() + " is later than now, " + now,
          "Send facts once they have happened.");
    }
    LocalDate day = said.occurredAt().atZone(known.zone()).toLocalDate();
    LocalDate first =
        known.startedOn().isAfter(known.bookFrom()) ? known.startedOn() : known.bookFrom();
    if (day.isBefore(first)) {
      return refuse(
          ProblemCode.BEFORE_BOOK,
          "occurredAt",
          day + " lies before " + first + ", when the subscription begins in this book",
          "Send only facts from " + first + " on.");
    }
    if (known.endsOn() != null && day.isAfter(known.endsOn())) {
      return refuse(
          ProblemCode.WRONG_STATE,
          "occurredAt",
          "the subscription ended on " + known.endsOn(),
          "Send the fact for the subscription that the customer has now.");
    }
    LocalDate closed = known.closedThrough();
    return closed == null || day.isAfter(closed)
        ? new Taken(day, day)
        : closed(said, known, day, closed);
  }

  /**
   * Whether so much can be taken back: a day never counts less than nothing.
   *
   * @param counted what the day counts up to now
   */
  public static Optional<Problem> takingBack(long quantity, long counted, LocalDate day) {
    return counted + quantity >= 0
        ? Optional.empty()
        : Optional.of(
            new Problem(
                ProblemCode.INVALID_VALUE,
                "quantity",
                day + " counts " + counted + ", so " + -quantity + " cannot be taken back from it",
                "Take back at most what the day of occurredAt counts.",
                Map.of("counted", counted)));
  }

  /**
   * Whether a day may count so much: many facts, each of them possible, are a fault of the sender
   * as well.
   *
   * @param counted what the day counts up to now
   */
  public static Optional<Problem> adding(
      Metric metric, long quantity, long counted, LocalDate day) {
    return quantity == 0 || quantity <= metric.maxPerDay() - counted
        ? Optional.empty()
        : Optional.of(
            new Problem(
                ProblemCode.ABSURD_QUANTITY,
                "quantity",
                day
                    + " counts "
                    + counted
                    + " of "
                    + metric.code()
                    + " already, "
                    + quantity
                    + " more would exceed "
                    + metric.maxPerDay()
                    + ", the most that the vendor takes for true",
                "Look for facts that are counted twice. If all are right, raise maxPerDay of the"
                    + " metric in the policy pack.",
                Map.of(
                    "metric", metric.code(), "counted", counted, "highest", metric.maxPerDay())));
  }

  private static NotTaken absurd(Metric metric, Said said) {
    return new NotTaken(
        new Problem(
            ProblemCode.ABSURD_QUANTITY,
            "quantity",
            said.quantity()
                + " of "
                + metric.code()
                + " in one fact; "
                + metric.maxPerFact()
                + " is the most that the vendor takes for true",
            "Look for the fault in what is counted. If it is right, send it in smaller facts, or"
                + " raise maxPerFact of the metric in the policy pack.",
            Map.of("metric", metric.code(), "highest", metric.maxPerFact())));
  }

  private static Admission closed(Said said, Known known, LocalDate day, LocalDate closed) {
    if (!said.correction()) {
      return new NotTaken(
          new Problem(
              ProblemCode.DAY_CLOSED,
              "occurredAt",
              day + " is closed: it was charged through " + closed,
              "Send it with \"correction\": true; the difference is charged with the open day.",
              Map.of("closedThrough", closed.toString())));
    }
    boolean charged = known.firstCharged() != null && !day.isBefore(known.firstCharged());
    if (!charged) {
      return new Taken(day, day);
    }
    LocalDate open = closed.plusDays(1);
    if (known.endsOn() != null && open.isAfter(known.endsOn())) {
      return refuse(
          ProblemCode.WRONG_STATE,
          "occurredAt",
          "the subscription ended on " + known.endsOn() + " and all its days are charged",
          "Settle the difference by a credit note or an order.");
    }
    return new Taken(day, open);
  }

  private static NotTaken refuse(ProblemCode code, String field, String detail, String mend) {
    return new NotTaken(Problem.of(code, field, detail, mend));
  }
}
