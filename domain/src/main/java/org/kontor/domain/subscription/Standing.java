package org.kontor.domain.subscription;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.BillingPolicy;

/** What being stopped means for access (S1.30, S1.35). */
public final class Standing {

  private Standing() {}

  /**
   * An invoice that is not paid in full.
   *
   * @param due last day in time (S1.27)
   * @param total of the invoice
   * @param open what is left of it
   */
  public record OpenItem(LocalDate due, Money total, Money open) {}

  /**
   * Whether a stopped subscription may come back: nothing overdue is open. A payment in part does
   * not count (S1.35), unless the policy says that it lifts the stop.
   *
   * @return the overdue items that stand against it, the oldest first; empty when it may come back
   */
  public static List<OpenItem> mayRestore(
      Collection<OpenItem> items, LocalDate today, BillingPolicy policy) {
    return items.stream()
        .filter(item -> today.isAfter(item.due()) && item.open().isPositive())
        .filter(
            item -> !policy.partialPaymentLiftsStop() || item.open().compareTo(item.total()) >= 0)
        .sorted(Comparator.comparing(OpenItem::due))
        .toList();
  }
}
