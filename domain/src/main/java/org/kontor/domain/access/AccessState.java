package org.kontor.domain.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kontor.domain.access.AccessFacts.End;
import org.kontor.domain.access.AccessFacts.Standing;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.AccessPolicy;
import org.kontor.domain.policy.AccessPolicy.Trigger;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.RetentionPolicy.Inactivity;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;

/**
 * A subscription as it stands, real or foretold, as far as access depends on it.
 *
 * @param plan its code
 * @param endsOn last day of a cancelled one, or null
 * @param balance bonus included
 * @param open its open case, or null
 * @param item its oldest unpaid invoice, or null
 * @param untouched its oldest invoice of which nothing is paid, or null
 * @param exportUntil end of a time in which data can be taken out whatever the stage; or null
 * @param licences products that the customer ordered, as far as policies ask for them
 * @param idleSince first day of the notice of a deletion for inactivity that runs; or null
 * @param deletesOn a day to come on which its data is deleted unless a payment or a person ends
 *     that; null for a deletion for inactivity, which every log-in may end
 */
public record AccessState(
    String plan,
    State state,
    LocalDate trialLastDay,
    LocalDate stoppedOn,
    LocalDate endsOn,
    Money balance,
    OpenCase open,
    Item item,
    Item untouched,
    List<Relief> reliefs,
    Instant exportUntil,
    List<Licence> licences,
    LocalDate idleSince,
    LocalDate deletesOn) {

  /** Whose data waits for no deletion. */
  public AccessState(
      String plan,
      State state,
      LocalDate trialLastDay,
      LocalDate stoppedOn,
      LocalDate endsOn,
      Money balance,
      OpenCase open,
      Item item,
      Item untouched,
      List<Relief> reliefs,
      Instant exportUntil,
      List<Licence> licences,
      LocalDate idleSince) {
    this(
        plan,
        state,
        trialLastDay,
        stoppedOn,
        endsOn,
        balance,
        open,
        item,
        untouched,
        reliefs,
        exportUntil,
        licences,
        idleSince,
        null);
  }

  public AccessState {
    reliefs = List.copyOf(reliefs);
    licences = List.copyOf(licences);
  }

  /**
   * An unpaid invoice.
   *
   * @param due last day in time (S1.27)
   * @param open what is left of it
   */
  public record Item(String number, LocalDate due, Money open) {}

  /** The facts that decide. */
  public AccessFacts facts(PolicyPack pack, Instant asOf) {
    Standing standing = standing(LocalDate.ofInstant(asOf, pack.zone()));
    Instant since =
        standing == Standing.STOPPED && stoppedOn != null
            ? stoppedOn.atStartOfDay(pack.zone()).toInstant()
            : null;
    return new AccessFacts(
        pack.zone(),
        pack.id(),
        standing,
        since,
        debt(pack),
        reliefs(pack),
        plan,
        licences,
        exportUntil,
        asOf,
        ends(standing, pack));
  }

  /** What is known of its end already; a closed account has none. */
  private List<End> ends(Standing standing, PolicyPack pack) {
    if (standing == Standing.CLOSED) {
      return List.of();
    }
    List<End> ends = new ArrayList<>(0);
    if (standing == Standing.OPEN && state == State.TRIAL && trialLastDay != null) {
      ends.add(new End(Standing.TRIAL_OVER, start(trialLastDay.plusDays(1), pack)));
    }
    if (state != State.TRIAL && endsOn != null) {
      ends.add(new End(Standing.CLOSED, start(endsOn.plusDays(1), pack)));
    }
    if (deletesOn != null) {
      ends.add(new End(Standing.CLOSED, start(deletesOn, pack)));
    }
    ends.sort(Comparator.comparing(End::from));
    return ends;
  }

  private static Instant start(LocalDate day, PolicyPack pack) {
    return day.atStartOfDay(pack.zone()).toInstant();
  }

  /** S3.44: where the policy says so, the ladder rests as long as the notice runs. */
  private List<Relief> reliefs(PolicyPack pack) {
    Inactivity inactivity = pack.retention().inactivity();
    if (idleSince == null || inactivity == null || inactivity.ladderStaysOn()) {
      return reliefs;
    }
    List<Relief> all = new ArrayList<>(reliefs);
    Instant from = idleSince.atStartOfDay(pack.zone()).toInstant();
    all.add(new Relief(Cause.DELETION_NOTICE, from, null, idleSince.toString(), List.of()));
    return all;
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
      case OVERDUE_INVOICE -> {
        // S1.35: where a payment in part lifts the stop, what is paid in part restricts nobody
        Item counts = pack.billing().partialPaymentLiftsStop() ? untouched : item;
        yield counts == null ? null : overdue(counts);
      }
      case NEGATIVE_BALANCE -> {
        boolean owing =
            open != null && open.cause() == Trigger.NEGATIVE_BALANCE && !policy.isRepaid(balance);
        yield owing ? Debt.balance(open.beganOn(), open.bookedAt(), balance) : null;
      }
    };
  }

  /** A case counts from the invoice that it began with, also when that one is paid meanwhile. */
  private Debt overdue(Item item) {
    boolean begun = open != null && open.cause() == Trigger.OVERDUE_INVOICE;
    LocalDate due = begun && open.beganOn().isBefore(item.due()) ? open.beganOn() : item.due();
    return Debt.overdue(due, item.number(), item.open());
  }
}
