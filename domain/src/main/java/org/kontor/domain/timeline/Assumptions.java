package org.kontor.domain.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.PolicyPack;

/**
 * What a timeline takes for granted beside what {@link Taken} lists.
 *
 * @param payments of the customer
 */
public record Assumptions(List<Payment> payments) {

  /** Nothing is done. */
  public static final Assumptions NOTHING_IS_DONE = new Assumptions(List.of());

  public Assumptions {
    payments = List.copyOf(payments);
  }

  /**
   * What is open is paid in time: an invoice on its last day, what is overdue at once. Where
   * charges are taken from the balance, what it is below zero.
   */
  public static Assumptions paidInTime(Account account) {
    Instant soon = account.now().plusSeconds(1);
    ZoneId zone = account.zone();
    PolicyPack pack = account.policies().apply(LocalDate.ofInstant(account.now(), zone));
    if (Payments.keptForCharges(pack)) {
      Money balance = account.balance().total();
      return balance.isNegative()
          ? new Assumptions(List.of(new Payment(balance.negated(), soon)))
          : NOTHING_IS_DONE;
    }
    List<Payment> payments =
        account.owed().stream()
            .filter(owed -> owed.item().open().isPositive())
            .map(
                owed -> {
                  Instant due = owed.item().due().atStartOfDay(zone).toInstant();
                  return new Payment(owed.item().open(), due.isAfter(soon) ? due : soon);
                })
            .toList();
    return new Assumptions(payments);
  }

  /**
   * Money that is booked at a moment: on the balance where the vendor charges balances, else for
   * open invoices, the one due first first.
   *
   * @param amount positive, in the seller's currency
   */
  public record Payment(Money amount, Instant at) {}

  /** What every timeline takes for granted; said with each answer. */
  public enum Taken {
    /** The head-count and other states stay as they are. */
    USE_STAYS,
    /** Nothing that is counted is used any more: no SMS, no messages. */
    NOTHING_METERED,
    NOBODY_LOGS_IN,
    /** Every mail is taken by its server on the day on which it is sent. */
    MAIL_IS_TAKEN,
    /** Policy versions and plan changes that are known today take effect on their day. */
    KNOWN_POLICIES_AND_CHANGES,
    /** Runs are done in time, and what waits for a second person is approved at once. */
    RUNS_IN_TIME
  }
}
