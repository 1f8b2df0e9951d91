package org.kontor.billing.access.control;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kontor.domain.access.AccessFacts;
import org.kontor.domain.access.AccessState;
import org.kontor.domain.access.Cause;
import org.kontor.domain.access.Debt;
import org.kontor.domain.access.Licence;
import org.kontor.domain.access.Licence.Kept;
import org.kontor.domain.access.OpenCase;
import org.kontor.domain.access.Relief;
import org.kontor.domain.customer.Position;
import org.kontor.domain.customer.Role;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.AccessPolicy.Trigger;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;

/**
 * What is stored about one subscription's access.
 *
 * @param position of the person that was asked for; null when nobody was, or it is nobody of the
 *     customer
 * @param balanceMinor bonus included
 * @param open the open case, or null
 * @param item the oldest unpaid invoice, or null
 * @param untouched the oldest of which nothing is paid, or null
 * @param lastLogin null when there was none
 * @param idleSince first day of the notice of a deletion for inactivity that runs; or null
 * @param deletesOn day on which its data is deleted for another reason, as it stands; or null
 * @param ordered products of the customer, {@code code,state,ordered,expires,renewal} each
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
    Position position,
    long balanceMinor,
    Case open,
    Spared promise,
    Spared hold,
    Spared transfer,
    Instant exportUntil,
    Item item,
    Item untouched,
    Instant lastLogin,
    LocalDate idleSince,
    LocalDate deletesOn,
    String ordered) {

  /**
   * @param told highest stage told since the last grace began, -1 when none was
   * @param graces promises, holds and notices of a transfer that began while it was open
   */
  public record Case(
      long id,
      long episodeId,
      Trigger cause,
      LocalDate beganOn,
      Instant bookedAt,
      int told,
      int graces,
      boolean stoppedService) {

    /** As the domain knows it. */
    public OpenCase known() {
      return new OpenCase(cause, beganOn, bookedAt, stoppedService);
    }
  }

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

  /** As whom the person pays; null of nobody of the customer. */
  public Role payer() {
    return position == null ? null : position.forMoney();
  }

  public Money balance(PolicyPack pack) {
    return Money.ofMinor(balanceMinor, pack.seller().currency());
  }

  /** The facts that decide, as they stand. */
  public AccessFacts facts(PolicyPack pack, Instant asOf) {
    return standing(pack, null).facts(pack, asOf);
  }

  /**
   * The facts that decide on what is to come.
   *
   * @param today a deletion whose day has passed waits for a notice or an approval: no end is known
   */
  public AccessFacts facts(PolicyPack pack, Instant asOf, LocalDate today) {
    LocalDate end = deletesOn != null && deletesOn.isAfter(today) ? deletesOn : null;
    return standing(pack, end).facts(pack, asOf);
  }

  /** What is owed and could restrict; null when nothing is. */
  public Debt debt(PolicyPack pack) {
    return standing(pack, null).debt(pack);
  }

  private AccessState standing(PolicyPack pack, LocalDate end) {
    return new AccessState(
        plan,
        state,
        trialLastDay,
        stoppedOn,
        endsOn,
        balance(pack),
        open == null ? null : open.known(),
        known(item, pack),
        known(untouched, pack),
        reliefs(),
        exportUntil,
        licences(),
        idleSince,
        end);
  }

  private static AccessState.Item known(Item item, PolicyPack pack) {
    return item == null
        ? null
        : new AccessState.Item(
            item.number(), item.due(), Money.ofMinor(item.openMinor(), pack.seller().currency()));
  }

  /** Products that the customer ordered. */
  public List<Licence> licences() {
    List<Licence> licences = new ArrayList<>(0);
    for (String product : ordered.isEmpty() ? new String[0] : ordered.split(";")) {
      String[] part = product.split(",", -1);
      Kept kept =
          switch (part[1]) {
            case "AWAITING_PAYMENT" -> Kept.AWAITING_PAYMENT;
            case "WITHDRAWN" -> Kept.WITHDRAWN;
            default -> Kept.PAID;
          };
      licences.add(new Licence(part[0], kept, day(part[2]), day(part[3]), day(part[4])));
    }
    return licences;
  }

  private static LocalDate day(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }

  /** Promise, hold and notice of a transfer, as far as there are any. */
  public List<Relief> reliefs() {
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
