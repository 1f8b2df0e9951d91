package org.kontor.billing.document.control;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.Seller;
import org.kontor.domain.time.DateRange;

/**
 * What goes to a customer by post for a month (S2.27): the services of the month as they were
 * charged to the balance.
 *
 * @param total of the items
 */
public record MonthPaper(
    YearMonth month, Seller seller, Buyer buyer, List<Item> items, Money total) {

  public MonthPaper {
    items = List.copyOf(items);
  }

  /**
   * All charges of one service.
   *
   * @param period from the first to the last day charged for
   * @param charges how many; for daily charges: days
   * @param quantity units of all charges
   */
  public record Item(
      String name, DateRange period, long charges, BigDecimal quantity, Money amount) {}

  /** See {@link PrintedDocument#language}. */
  String language() {
    return Words.spoken(buyer, seller);
  }
}
