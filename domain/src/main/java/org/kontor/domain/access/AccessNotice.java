package org.kontor.domain.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.kontor.domain.customer.Role;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.AccessPolicy;
import org.kontor.domain.policy.AccessPolicy.Trigger;
import org.kontor.domain.policy.AccessStage.Effect;

/**
 * What a person is told of its access on every page of the client area: the decision in words, with
 * what comes next and when exactly (S3.15, S3.16).
 *
 * @param amount what is owed, above zero; null where nothing is. Of one subscription until {@link
 *     #ofWholeDebt}
 * @param subject number of the invoice; empty of a balance
 * @param day last day in time of an invoice, day charged for of a balance, day of a deletion; null
 *     where none is meant
 * @param since since when it is so; null where that is not known or does not matter
 * @param at when {@code then} comes; of {@link Kind#PROMISE}, {@link Kind#TRANSFER} and {@link
 *     Kind#HOLD} when they end; null when it stays so
 * @param then what comes at that moment
 * @param days from today to {@code day} of an invoice, else to {@code at}, in the seller's zone
 * @param skippedDays days off on which nothing is restricted (S2.20)
 */
public record AccessNotice(
    Kind kind,
    Money amount,
    String subject,
    LocalDate day,
    Instant since,
    Instant at,
    Then then,
    long days,
    List<LocalDate> skippedDays) {

  public AccessNotice {
    skippedDays = List.copyOf(skippedDays);
  }

  /** From harmless to severe. */
  public enum Kind {
    DUE_SOON,
    DUE_TODAY,
    TRIAL_ENDING,
    ENDING,
    TRANSFER,
    HOLD,
    PROMISE,
    /** Overdue or exhausted, and nothing is restricted yet (S2.20, S3.11). */
    OVERDUE,
    /** The same with a reminder that asks for an answer (S3.12). */
    REMINDED,
    /** The person works on, others of the customer cannot (S2.17, S3.13). */
    OTHERS,
    READ_ONLY,
    /** Only the page to pay (S3.14). */
    PAY_ONLY,
    LICENCE,
    BLOCKED,
    STOPPED,
    TRIAL_OVER,
    CLOSED;

    /** Whether something is taken from somebody already. */
    public boolean restricts() {
      return compareTo(OTHERS) >= 0;
    }

    /** Whether it tells what is owed without naming an invoice. */
    private boolean isOfWholeDebt() {
      return switch (this) {
        case TRANSFER, HOLD, OTHERS, READ_ONLY, PAY_ONLY, BLOCKED -> true;
        default -> false;
      };
    }
  }

  /** What comes at the next moment. */
  public enum Then {
    NOTHING,
    READ_ONLY,
    PAY_ONLY,
    BLOCKED,
    /** The person keeps what it has, others do not. */
    OTHERS;

    private static Then of(Effect effect) {
      return switch (effect) {
        case READ_ONLY -> READ_ONLY;
        case PAYMENT_PAGE_ONLY -> PAY_ONLY;
        case BLOCKED -> BLOCKED;
        default -> OTHERS;
      };
    }
  }

  /**
   * What is to be told; empty when there is nothing. Who cannot pay hears only of what is taken
   * from itself (S3.13).
   *
   * @param policy in force
   * @param ahead so many days before it comes an end is told, 0 or more
   */
  public static Optional<AccessNotice> of(
      AccessSchedule schedule,
      AccessDecision decision,
      AccessPolicy policy,
      ZoneId zone,
      int ahead) {
    boolean payer = policy.payers().contains(decision.role());
    return kind(schedule, decision, payer, zone, ahead)
        .filter(kind -> payer || kind.compareTo(Kind.OTHERS) > 0)
        .map(kind -> told(kind, schedule, decision, payer, zone));
  }

  /**
   * An open invoice of somebody whom it restricts in nothing.
   *
   * @param ahead so many days before its last day it is told, 0 or more
   */
  public static Optional<AccessNotice> ofInvoice(
      String number, LocalDate due, Money open, LocalDate today, int ahead) {
    return invoice(due, today, ahead)
        .map(
            kind ->
                new AccessNotice(
                    kind,
                    open,
                    number,
                    due,
                    null,
                    null,
                    Then.NOTHING,
                    ChronoUnit.DAYS.between(today, due),
                    List.of()));
  }

  /**
   * The same with all that has to be paid until what it tells of is over. Payments settle the
   * oldest first, and only the last overdue invoice ends a stop (S1.30, S1.35). What names one
   * invoice tells that one's amount; a balance is one sum already (S2.31).
   *
   * @param policy in force
   * @param overdue asked for only where it counts: what is open of all overdue invoices of the
   *     customer, 0 or more
   */
  public AccessNotice ofWholeDebt(AccessPolicy policy, Supplier<Money> overdue) {
    if (amount == null || policy.trigger() != Trigger.OVERDUE_INVOICE || !kind.isOfWholeDebt()) {
      return this;
    }
    Money all = overdue.get();
    return all.compareTo(amount) <= 0
        ? this
        : new AccessNotice(kind, all, subject, day, since, at, then, days, skippedDays);
  }

  private static Optional<Kind> invoice(LocalDate due, LocalDate today, int ahead) {
    long days = ChronoUnit.DAYS.between(today, due);
    if (days < 0) {
      return Optional.of(Kind.OVERDUE);
    }
    return days > ahead
        ? Optional.empty()
        : Optional.of(days == 0 ? Kind.DUE_TODAY : Kind.DUE_SOON);
  }

  private static Optional<Kind> kind(
      AccessSchedule schedule, AccessDecision decision, boolean payer, ZoneId zone, int ahead) {
    return switch (decision.allowed().effect()) {
      case BLOCKED -> Optional.of(blocked(decision.because().cause()));
      case PAYMENT_PAGE_ONLY -> Optional.of(Kind.PAY_ONLY);
      case READ_ONLY -> Optional.of(Kind.READ_ONLY);
      case FULL, REMINDED ->
          schedule.at(decision.moment()).stage().restricts()
              ? Optional.of(Kind.OTHERS)
              : free(schedule, decision, payer, zone, ahead);
    };
  }

  private static Kind blocked(Cause cause) {
    return switch (cause) {
      case TRIAL_OVER -> Kind.TRIAL_OVER;
      case STOPPED -> Kind.STOPPED;
      case CLOSED -> Kind.CLOSED;
      case LICENCE -> Kind.LICENCE;
      default -> Kind.BLOCKED;
    };
  }

  private static Optional<Kind> free(
      AccessSchedule schedule, AccessDecision decision, boolean payer, ZoneId zone, int ahead) {
    LocalDate today = LocalDate.ofInstant(decision.moment(), zone);
    return switch (decision.because().cause()) {
      case PROMISE -> Optional.of(Kind.PROMISE);
      case HOLD -> Optional.of(Kind.HOLD);
      case TRANSFER_NOTICE -> Optional.of(Kind.TRANSFER);
      case OVERDUE_INVOICE ->
          decision.allowed().effect() == Effect.REMINDED
              ? Optional.of(Kind.REMINDED)
              : invoice(decision.because().since(), today, ahead);
      case NEGATIVE_BALANCE ->
          Optional.of(
              decision.allowed().effect() == Effect.REMINDED ? Kind.REMINDED : Kind.OVERDUE);
      case NOTHING_OWED, LICENCE ->
          next(schedule, decision, payer)
              .filter(step -> days(today, step.from(), zone) <= ahead)
              .map(
                  step ->
                      step.because().cause() == Cause.TRIAL_OVER ? Kind.TRIAL_ENDING : Kind.ENDING);
      default -> Optional.empty();
    };
  }

  private static AccessNotice told(
      Kind kind, AccessSchedule schedule, AccessDecision decision, boolean payer, ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(decision.moment(), zone);
    Step now = schedule.at(decision.moment());
    Because because = decision.because();
    boolean spared = kind == Kind.PROMISE || kind == Kind.TRANSFER || kind == Kind.HOLD;
    Optional<Step> next =
        spared ? schedule.after(decision.moment()) : next(schedule, decision, payer);
    Instant at = next.map(Step::from).orElse(null);
    boolean invoice = kind == Kind.DUE_SOON || kind == Kind.DUE_TODAY;
    long days =
        invoice
            ? ChronoUnit.DAYS.between(today, because.since())
            : at == null ? 0 : days(today, at, zone);
    Money owed = because.amount();
    return new AccessNotice(
        kind,
        owed == null || !owed.isNegative() ? owed : owed.negated(),
        because.cause() == Cause.OVERDUE_INVOICE ? because.subject() : "",
        because.since(),
        now.from().equals(Instant.MIN) ? null : now.from(),
        at,
        next.map(step -> then(step, decision)).orElse(Then.NOTHING),
        days,
        next.map(Step::skippedDays).orElse(now.skippedDays()));
  }

  private static long days(LocalDate today, Instant at, ZoneId zone) {
    return ChronoUnit.DAYS.between(today, LocalDate.ofInstant(at, zone));
  }

  private static Then then(Step step, AccessDecision decision) {
    Effect own = effect(step, decision.role());
    if (own.restricts() && own.compareTo(decision.allowed().effect()) > 0) {
      return Then.of(own);
    }
    return step.stage().restricts() ? Then.OTHERS : Then.NOTHING;
  }

  /** The first step that takes more from the person, or from anybody where the person can pay. */
  private static Optional<Step> next(
      AccessSchedule schedule, AccessDecision decision, boolean payer) {
    Step now = schedule.at(decision.moment());
    return schedule.steps().stream()
        .filter(step -> step.from().isAfter(decision.moment()))
        .filter(
            step ->
                payer
                    ? List.of(Role.values()).stream().anyMatch(role -> isHarder(step, now, role))
                    : isHarder(step, now, decision.role()))
        .findFirst();
  }

  private static boolean isHarder(Step step, Step now, Role role) {
    Effect effect = effect(step, role);
    return effect.restricts() && effect.compareTo(effect(now, role)) > 0;
  }

  private static Effect effect(Step step, Role role) {
    return switch (role) {
      case MAIN_ADMINISTRATOR -> step.stage().mainAdministrator();
      case ADMINISTRATOR -> step.stage().administrator();
      case STAFF -> step.stage().staff();
    };
  }
}
