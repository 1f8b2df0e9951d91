package org.kontor.billing.ledger.boundary;

import java.math.BigDecimal;
import java.util.List;

/**
 * A vendor's ledger in sums.
 *
 * @param balanced whether debit equals credit in each currency
 */
public record TrialBalance(
    String vendor, List<Row> accounts, List<Sum> currencies, boolean balanced) {

  public TrialBalance {
    accounts = List.copyOf(accounts);
    currencies = List.copyOf(currencies);
  }

  /**
   * All accounts of a kind in a currency.
   *
   * @param balance debit less credit
   */
  public record Row(
      String kind, String currency, BigDecimal debit, BigDecimal credit, BigDecimal balance) {}

  /**
   * @param difference debit less credit, 0 in a sound ledger
   */
  public record Sum(String currency, BigDecimal debit, BigDecimal credit, BigDecimal difference) {}
}
