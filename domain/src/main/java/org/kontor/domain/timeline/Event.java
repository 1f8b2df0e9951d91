package org.kontor.domain.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.kontor.domain.access.Allowed;
import org.kontor.domain.customer.Role;
import org.kontor.domain.money.Money;

/**
 * Something that will happen.
 *
 * @param at exact moment
 * @param day local day of the seller that it belongs to: the day charged for of a daily charge, the
 *     last day in time of a due invoice; else the day of {@code at}
 * @param subscriptionId 0 where it concerns the customer
 * @param amount charged, invoiced, paid or due; null where no money moves
 * @param balance paid money and bonus after it
 * @param stage rung of the ladder, from 1; 0 otherwise
 * @param audience what each role can do from then on; empty where that does not change
 * @param facts more that is worth knowing, by name; dates as ISO 8601
 * @param items what an amount consists of
 */
public record Event(
    Kind kind,
    Instant at,
    LocalDate day,
    long subscriptionId,
    Money amount,
    Money balance,
    int stage,
    Map<Role, Allowed> audience,
    Reason because,
    Map<String, String> facts,
    List<Item> items) {

  public Event {
    audience = Map.copyOf(audience);
    facts = Map.copyOf(facts);
    items = List.copyOf(items);
  }

  /** What happens. */
  public enum Kind {
    /** Taken from the balance for a day (S2.5) or for a month (S3.22). */
    CHARGE,
    /** The balance is exhausted by the charge of {@code day} (S2.15, S2.24). */
    BALANCE_EXHAUSTED,
    /** Nothing is owed any more (S2.36, S3.17). */
    DEBT_REPAID,
    /** An invoice, to be paid until the fact {@code due}. */
    INVOICE,
    /** Last day in time of an invoice that is still open (S1.27). */
    INVOICE_DUE,
    /** A reminder of an invoice that is open and not yet late (S1.38). */
    INVOICE_REMINDER,
    /** The payment that was assumed. */
    PAYMENT,
    /** Credit on the balance pays open invoices. */
    CREDIT_USED,
    /** What people may do changes. */
    ACCESS,
    /** The service stops: no invoices, the end begins to count (S1.28, S1.29). */
    STOPPED,
    /** A stopped service goes on (S1.30). */
    RESTORED,
    /** A promised payment was kept (S2.36). */
    PROMISE_KEPT,
    /** A promised payment ends and the debt is still there (S2.32). */
    PROMISE_BROKEN,
    /** A waiting change takes effect, or is refused by its second check (S1.17). */
    PLAN_CHANGE,
    /** First day after the trial (S1.2). */
    TRIAL_OVER,
    /** A cancelled subscription is over (S1.36). */
    ENDED,
    /** The end of the account is told, so many days before (S1.6, S3.35, S3.37). */
    NOTICE,
    /** What was announced will not happen (S3.36, S3.40). */
    DELETION_CANCELLED,
    /** The account is closed (S1.31). */
    CLOSED,
    /** The data is gone for its people (S1.2, S1.32, S3.41). */
    DELETED,
    /** The end of this day is the last moment to bring it back (S3.42). */
    LAST_DAY_TO_RESTORE,
    /** The data is gone for good (S3.43). */
    PURGED,
    /** A clerk must look at it first; what would follow cannot be said. */
    PARKED;

    /** Whether its day begins with a loss: the day before is the last one to do something. */
    public boolean takesAway() {
      return switch (this) {
        case BALANCE_EXHAUSTED,
            ACCESS,
            STOPPED,
            PROMISE_BROKEN,
            TRIAL_OVER,
            ENDED,
            CLOSED,
            DELETED ->
            true;
        default -> false;
      };
    }
  }

  /**
   * Why.
   *
   * @param rules ids of RULES
   * @param policy {@code code@version} that decides
   * @param document number or key of the document that it comes from; or empty
   */
  public record Reason(List<String> rules, String policy, String document) {

    public Reason {
      rules = List.copyOf(rules);
    }
  }

  /**
   * @param name in the customer's language
   */
  public record Item(String code, String name, Money amount) {}
}
