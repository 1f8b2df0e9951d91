package org.kontor.domain.timeline;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.kontor.domain.ledger.Buckets;
import org.kontor.domain.money.Money;
import org.kontor.domain.payment.Allocation;
import org.kontor.domain.payment.Bonus;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.subscription.Standing;
import org.kontor.domain.timeline.Account.Owed;
import org.kontor.domain.timeline.Event.Kind;

/** Money that comes: the payment that was assumed, and credit that pays invoices. */
final class Payments {

  static final Comparator<Owed> BY_AGE =
      Comparator.<Owed, LocalDate>comparing(owed -> owed.item().due()).thenComparing(Owed::id);

  private final Future future;
  private final Debts debts;
  private final Endings endings;

  Payments(Future future, Debts debts) {
    this.future = future;
    this.debts = debts;
    this.endings = new Endings(future);
  }

  /** Whether money is kept on the balance for charges and pays no invoice by itself. */
  static boolean keptForCharges(PolicyPack pack) {
    return pack.hasTiming(Timing.DAILY) || pack.hasTiming(Timing.MONTHLY_ARREARS);
  }

  void pay(Money amount) {
    LocalDate today = future.today();
    PolicyPack pack = future.pack(today);
    Money before = future.total();
    Buckets had = future.balance;
    if (keptForCharges(pack)) {
      Money bonus = Bonus.of(pack, amount).amount();
      future.balance = new Buckets(had.paid().plus(amount), had.bonus().plus(bonus));
      Map<String, String> facts =
          bonus.isZero() ? Map.of() : Map.of("bonus", bonus.amount().toPlainString());
      future.happens(
          Kind.PAYMENT, today, null, amount, future.because(today, "S2.25"), facts, List.of());
    } else {
      Allocation plan = Allocation.oldestDueFirst(amount, open());
      future.balance = new Buckets(had.paid().plus(plan.rest()), had.bonus());
      future.happens(
          Kind.PAYMENT, today, null, amount, future.because(today, "S1.30"), Map.of(), List.of());
      settle(plan);
    }
    debts.balanceMoved(before, today);
    debts.invoicesPaid();
    endings.moneyCame(today);
  }

  /** Credit pays what is open, where the vendor takes no charges from balances. */
  void useCredit() {
    LocalDate today = future.today();
    Money paid = future.balance.paid();
    if (keptForCharges(future.pack(today)) || !paid.isPositive()) {
      return;
    }
    Allocation plan = Allocation.oldestDueFirst(paid, open());
    if (plan.parts().isEmpty()) {
      return;
    }
    future.balance = new Buckets(plan.rest(), future.balance.bonus());
    settle(plan);
    future.happens(
        Kind.CREDIT_USED,
        today,
        null,
        paid.minus(plan.rest()),
        future.because(today),
        Map.of(),
        List.of());
    debts.invoicesPaid();
    endings.moneyCame(today);
  }

  private List<Allocation.OpenItem> open() {
    return future.owed.stream()
        .map(o -> new Allocation.OpenItem(o.id(), o.item().due(), o.item().open()))
        .toList();
  }

  private void settle(Allocation plan) {
    for (Allocation.Part part : plan.parts()) {
      for (int i = 0; i < future.owed.size(); i++) {
        Owed owed = future.owed.get(i);
        if (owed.id() == part.invoiceId()) {
          Standing.OpenItem item = owed.item();
          future.owed.set(
              i,
              new Owed(
                  owed.id(),
                  owed.number(),
                  owed.subscriptionId(),
                  owed.issued(),
                  new Standing.OpenItem(
                      item.due(), item.total(), item.open().minus(part.amount()))));
        }
      }
    }
    future.owed.removeIf(owed -> !owed.item().open().isPositive());
  }
}
