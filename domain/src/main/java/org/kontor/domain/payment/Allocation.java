package org.kontor.domain.payment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kontor.domain.money.Money;

/**
 * How a sum is spread over open invoices.
 *
 * @param parts in the order in which they were paid; none is zero
 * @param rest what no invoice needed: credit on the balance
 */
public record Allocation(List<Part> parts, Money rest) {

  public Allocation {
    parts = List.copyOf(parts);
  }

  /** Pays these invoices one after the other, in the given order; the last may be paid in part. */
  public static Allocation inOrder(Money amount, List<OpenItem> items) {
    Money left = amount;
    List<Part> parts = new ArrayList<>();
    for (OpenItem item : items) {
      Money part = left.min(item.open());
      if (part.isPositive()) {
        parts.add(new Part(item.invoiceId(), part, part.equals(item.open())));
        left = left.minus(part);
      }
    }
    return new Allocation(parts, left);
  }

  /** Pays the invoice that was due first, first; among those due alike, the one issued first. */
  public static Allocation oldestDueFirst(Money amount, List<OpenItem> items) {
    return inOrder(
        amount,
        items.stream()
            .sorted(Comparator.comparing(OpenItem::dueDate).thenComparingLong(OpenItem::invoiceId))
            .toList());
  }

  /** Pays nothing: all becomes credit. */
  public static Allocation none(Money amount) {
    return new Allocation(List.of(), amount);
  }

  /**
   * What is unpaid of an invoice.
   *
   * @param open positive
   */
  public record OpenItem(long invoiceId, LocalDate dueDate, Money open) {}

  /**
   * @param settles whether the invoice is paid in full by it; a part payment lifts nothing (S1.35)
   */
  public record Part(long invoiceId, Money amount, boolean settles) {}
}
