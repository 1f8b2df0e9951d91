package org.kontor.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** After any sequence of events the ledger says what plain addition says (R6). */
class LedgerModelTest {

  private static final int SEQUENCES = 10_000;
  private static final int STEPS = 50;

  @Test
  void R6_balances_receivables_and_currencies_agree_after_any_sequence() {
    long first = Long.getLong("kontor.seed", System.nanoTime());
    for (int i = 0; i < SEQUENCES; i++) {
      long seed = first + i;
      RandomBook book = new RandomBook(new Random(seed));
      for (int step = 0; step < STEPS; step++) {
        book.step();
      }
      agree(book, "-Dkontor.seed=" + seed);
    }
  }

  private static void agree(RandomBook book, String seed) {
    Map<Long, Long> accounts = new HashMap<>();
    Map<Long, Currency> currencies = new HashMap<>();
    for (Transfer transfer : book.transfers) {
      Currency currency = transfer.amount().currency();
      accounts.merge(transfer.debitAccount(), -transfer.amount().minor(), Long::sum);
      accounts.merge(transfer.creditAccount(), transfer.amount().minor(), Long::sum);
      for (long account : new long[] {transfer.debitAccount(), transfer.creditAccount()}) {
        Currency known = currencies.putIfAbsent(account, currency);
        assertThat(known == null || known.equals(currency)).as("one currency, %s", seed).isTrue();
      }
    }
    for (Currency currency : new Currency[] {RandomBook.HOME, RandomBook.ABROAD}) {
      long sum =
          accounts.entrySet().stream()
              .filter(account -> currencies.get(account.getKey()).equals(currency))
              .mapToLong(Map.Entry::getValue)
              .sum();
      assertThat(sum).as("sum of %s, %s", currency, seed).isZero();
    }
    for (long customer : RandomBook.CUSTOMERS) {
      long paid = accounts.getOrDefault(AccountKind.WALLET.of(customer), 0L);
      long bonus = accounts.getOrDefault(AccountKind.BONUS.of(customer), 0L);
      long owed = -accounts.getOrDefault(AccountKind.RECEIVABLE.of(customer), 0L);
      Buckets buckets = book.buckets.get(customer);
      assertThat(paid).as("paid, %s", seed).isEqualTo(buckets.paid().minor());
      assertThat(bonus).as("bonus, %s", seed).isEqualTo(buckets.bonus().minor()).isNotNegative();
      assertThat(paid + bonus).as("balance, %s", seed).isEqualTo(book.balance.get(customer));
      assertThat(owed)
          .as("open items, %s", seed)
          .isEqualTo(book.open.get(customer).values().stream().mapToLong(Long::longValue).sum());
    }
  }
}
