package org.kontor.billing.access.control;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kontor.domain.access.AccessFacts;
import org.kontor.domain.access.AccessFacts.Standing;
import org.kontor.domain.access.Cause;
import org.kontor.domain.access.Debt;
import org.kontor.domain.access.Relief;
import org.kontor.domain.customer.Role;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.AccessPolicy;
import org.kontor.domain.policy.AccessPolicy.Trigger;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;

/**
 * What is stored about one subscription's access.
 *
 * @param role of the person that was asked for; null when nobody was, or it is nobody of the
 *     customer
 * @param balanceMinor bonus included
 * @param open the open case, or null
 * @param item the oldest unpaid invoice, or null
 * @param lastLogin null when there was none
 */
public record AccessRow(
    long subscriptionId,
    long customerId,
    String vendor,
    String plan,
    State state,
    LocalDate trialLastDay,
    LocalDate stoppedOn,
    LocalDate endsOn,
    Role role,
    long balanceMinor,
    Case open,
    Spared promise,
    Spared hold,
    Spared transfer,
    Instant exportUntil,
    Item item,
    Instant lastLogin) {

  /**
   * @param stage highest stage told, -1 when none was
   */
  public record Case(
      long id,
      long episodeId,
      Trigger cause,
      LocalDate beganOn,
      Instant bookedAt,
      int stage,
      boolean stoppedService) {}

  /** A promise, hold or notice of a transfer. */
  public record Spared(long id, Instant from, Instant until, String subject, String skipped) {

    Relief relief(Cause cause) {
      List<LocalDate> days = new ArrayList<>(0);
      for (String day : skipped.isEmpty() ? new String[0] : skipped.split(",")) {
        days.add(LocalDate.parse(day));
      }
      return new Relief(cause, from, until, subject, days);
    }
  }

  /** An unpaid invoice. */
  public record Item(long invoiceId, String number, LocalDate due, long openMinor) {}

  public Money balance(PolicyPack pack) {
    return Money.ofMinor(balanceMinor, pack.seller().currency());
  }

  /** The facts that decide, as they stand. */
  public AccessFacts facts(PolicyPack pack, Instant asOf) {
    LocalDate today = LocalDate.ofInstant(asOf, pack.zone());
    Standing standing = standing(today);
    Instant since =
        standing == Standing.STOPPED && stoppedOn != null
            ? stoppedOn.atStartOfDay(pack.zone()).toInstant()
            : null;
    return new AccessFacts(
        pack.zone(), pack.id(), standing, since, debt(pack), reliefs(), exportUntil, asOf);
  }

  private Standing standing(LocalDate today) {
    return switch (state) {
      case ENDED, DELETED -> Standing.CLOSED;
      case TRIAL ->
          stoppedOn != null || trialLastDay != null && today.isAfter(trialLastDay)
              ? Standing.TRIAL_OVER
              : Standing.OPEN;
      case ACTIVE -> endsOn != null && today.isAfter(endsOn) ? Standing.CLOSED : Standing.OPEN;
      case STOPPED -> open != null && open.stoppedService() ? Standing.OPEN : Standing.STOPPED;
    };
  }

  /** What is owed and could restrict; null when nothing is. */
  public Debt debt(PolicyPack pack) {
    AccessPolicy policy = pack.access();
    if (state == State.TRIAL) {
      return null;
    }
    return switch (policy.trigger()) {
      case NONE -> null;
      case OVERDUE_INVOICE -> item == null ? null : overdue(pack);
      case NEGATIVE_BALANCE -> {
        boolean owing =
            open != null
                && open.cause() == Trigger.NEGATIVE_BALANCE
                && !policy.isRepaid(balance(pack));
        yield owing ? Debt.balance(open.beganOn(), open.bookedAt(), balance(pack)) : null;
      }
    };
  }

  /** A case counts from the invoice that it began with, also when that one is paid meanwhile. */
  private Debt overdue(PolicyPack pack) {
    boolean begun = open != null && open.cause() == Trigger.OVERDUE_INVOICE;
    LocalDate due = begun && open.beganOn().isBefore(item.due()) ? open.beganOn() : item.due();
    return Debt.overdue(
        due, item.number(), Money.ofMinor(item.openMinor(), pack.seller().currency()));
  }

  private List<Relief> reliefs() {
    List<Relief> reliefs = new ArrayList<>(0);
    if (promise != null) {
      reliefs.add(promise.relief(Cause.PROMISE));
    }
    if (hold != null) {
      reliefs.add(hold.relief(Cause.HOLD));
    }
    if (transfer != null) {
      reliefs.add(transfer.relief(Cause.TRANSFER_NOTICE));
    }
    return reliefs;
  }
}
