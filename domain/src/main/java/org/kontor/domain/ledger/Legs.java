package org.kontor.domain.ledger;

import java.util.ArrayList;
import java.util.List;
import org.kontor.domain.money.Money;

/** Collects the transfers of one entry and numbers them. */
final class Legs {

  private final Entry entry;
  private final List<Transfer> transfers = new ArrayList<>(3);

  Legs(Entry entry) {
    this.entry = entry;
  }

  /** Zero moves nothing; a negative amount moves the other way. */
  Legs add(TransferCode code, long debit, long credit, Money amount) {
    if (amount.isNegative()) {
      return add(code, credit, debit, amount.negated());
    }
    if (amount.isPositive()) {
      transfers.add(
          new Transfer(
              entry.customerId(),
              entry.businessDate(),
              entry.sourceId(),
              transfers.size(),
              debit,
              credit,
              amount,
              code));
    }
    return this;
  }

  /** Moves what the debit sides give to the credit sides, in order; both must sum up alike. */
  Legs match(TransferCode code, List<Side> debits, List<Side> credits) {
    if (sum(debits).compareTo(sum(credits)) != 0) {
      throw new IllegalArgumentException("sides differ: " + debits + " " + credits);
    }
    int at = 0;
    Money room = credits.get(0).amount();
    for (Side debit : debits) {
      Money left = debit.amount();
      while (left.isPositive()) {
        while (room.isZero()) {
          room = credits.get(++at).amount();
        }
        Money part = left.min(room);
        add(code, debit.account(), credits.get(at).account(), part);
        left = left.minus(part);
        room = room.minus(part);
      }
    }
    return this;
  }

  private static Money sum(List<Side> sides) {
    return sides.stream().map(Side::amount).reduce(Money::plus).orElseThrow();
  }

  List<Transfer> done() {
    return List.copyOf(transfers);
  }

  /**
   * One side of a many-legged entry.
   *
   * @param amount not negative
   */
  record Side(long account, Money amount) {}
}
