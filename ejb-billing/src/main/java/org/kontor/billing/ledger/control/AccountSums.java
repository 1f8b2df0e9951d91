package org.kontor.billing.ledger.control;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.kontor.domain.ledger.Transfer;

/** What a batch of transfers adds to each account, in id order. */
final class AccountSums {

  /** Sellers' accounts, which everybody wants, apart: they are locked last. */
  private final Map<Long, Sum> sellers = new TreeMap<>();

  private final Map<Long, Sum> customers = new TreeMap<>();

  AccountSums(Collection<Transfer> transfers) {
    for (Transfer transfer : transfers) {
      String currency = transfer.amount().currency().getCurrencyCode();
      long minor = transfer.amount().minor();
      sum(transfer.debitAccount(), currency).debit += minor;
      sum(transfer.creditAccount(), currency).credit += minor;
    }
  }

  Map<Long, Sum> sellers() {
    return sellers;
  }

  Map<Long, Sum> customers() {
    return customers;
  }

  private Sum sum(long account, String currency) {
    Sum sum = (account < 0 ? sellers : customers).computeIfAbsent(account, id -> new Sum(currency));
    if (!sum.currency.equals(currency)) {
      throw new IllegalArgumentException(
          "account " + account + " gets " + currency + " and " + sum.currency);
    }
    return sum;
  }

  static final class Sum {
    final String currency;
    long debit;
    long credit;

    Sum(String currency) {
      this.currency = currency;
    }
  }
}
