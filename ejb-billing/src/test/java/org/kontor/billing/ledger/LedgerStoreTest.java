package org.kontor.billing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.billing.ledger.control.GroundWork;
import org.kontor.billing.ledger.control.Ledger;
import org.kontor.billing.ledger.control.LedgerAccounts;
import org.kontor.billing.ledger.control.LedgerAudit;
import org.kontor.billing.ledger.control.Months;
import org.kontor.crm.platform.boundary.DatabaseFault;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.domain.ledger.Entry;
import org.kontor.domain.ledger.Postings;
import org.kontor.domain.ledger.Receipt;
import org.kontor.domain.ledger.SellerAccounts;
import org.kontor.domain.ledger.Transfer;
import org.kontor.domain.money.Money;

/** The ledger on a real PostgreSQL (R6): sets, locks, rights. */
class LedgerStoreTest {

  private static final Instant NOW = Instant.parse("2026-03-06T10:00:00Z");
  private static final Currency RUB = Currency.getInstance("RUB");
  private static final int CUSTOMERS = 1000;

  @TempDir static Path folder;
  private static TestDatabase database;
  private static Ids ids;
  private static Ledger ledger;
  private static LedgerAccounts accounts;
  private static LedgerAudit audit;
  private static long[] customers;
  private static long[] others;

  @BeforeAll
  static void open() {
    database = new TestDatabase(folder);
    ids = new Ids(database.sql);
    GroundWork ground = new GroundWork(database.sql, ids);
    accounts = new LedgerAccounts(database.sql, ground);
    ledger = new Ledger(database.sql, accounts, new Months(ground));
    audit = new LedgerAudit(database.sql);
    ground.month(LocalDate.parse("2026-03-01"));
    customers = opened("intrum");
    others = opened("cabinet");
    database.commit();
  }

  private static long[] opened(String vendor) {
    ledger.sellerAccounts(vendor, RUB);
    long[] opened = ids.next(CUSTOMERS);
    for (long customer : opened) {
      accounts.opened(customer, vendor, "RUB");
    }
    return opened;
  }

  @AfterAll
  static void close() throws IOException {
    database.close();
  }

  @AfterEach
  void rollback() {
    database.rollback();
  }

  private static List<Transfer> topUps(LongStream of, long minor) {
    return topUps("intrum", of, minor);
  }

  private static List<Transfer> topUps(String vendor, LongStream of, long minor) {
    SellerAccounts seller = ledger.sellerAccounts(vendor, RUB);
    Money amount = Money.ofMinor(minor, RUB);
    List<Transfer> transfers = new ArrayList<>();
    of.forEach(
        customer ->
            transfers.addAll(
                Postings.received(
                    new Entry(customer, LocalDate.parse("2026-03-06"), ids.next()),
                    Receipt.of(seller, amount),
                    List.of(),
                    amount,
                    Money.ofMinor(minor / 10, RUB))));
    return transfers;
  }

  @Test
  void thousands_of_transfers_move_the_balances_of_all() {
    for (int i = 0; i < 3; i++) {
      ledger.post("intrum", topUps(LongStream.of(customers), 1000), NOW);
    }
    assertThat(ledger.lock(customers).get(customers[7]).total())
        .isEqualTo(Money.of("33.00", "RUB"));
    assertThat(audit.balances("intrum").count()).isZero();
    assertThat(audit.trialBalance("intrum"))
        .contains(new LedgerAudit.TrialRow("BANK", "RUB", 3_000L * CUSTOMERS, 0))
        .contains(new LedgerAudit.TrialRow("BONUS", "RUB", 0, 300L * CUSTOMERS));
  }

  @Test
  void the_same_source_twice_is_refused_by_the_key() {
    List<Transfer> once = topUps(LongStream.of(customers[0]), 500);
    ledger.post("intrum", once, NOW);
    assertThatThrownBy(() -> ledger.post("intrum", once, NOW))
        .isInstanceOfSatisfying(
            DatabaseFault.class, fault -> assertThat(fault.isDuplicate()).isTrue());
  }

  @Test
  void an_account_of_another_currency_or_none_at_all_is_refused() {
    SellerAccounts eur = ledger.sellerAccounts("intrum", Currency.getInstance("EUR"));
    Money euros = Money.of("1.00", "EUR");
    Entry entry = new Entry(customers[0], LocalDate.parse("2026-03-06"), ids.next());
    assertThatThrownBy(
            () ->
                ledger.post(
                    "intrum",
                    Postings.received(
                        entry, Receipt.of(eur, euros), List.of(), euros, Money.of("0", "EUR")),
                    NOW))
        .isInstanceOf(IllegalStateException.class);
    database.rollback();
    assertThatThrownBy(() -> ledger.post("intrum", topUps(LongStream.of(ids.next()), 500), NOW))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void the_audit_finds_a_balance_that_differs_from_its_transfers() {
    database.sql.update(
        "update ledger_account set credit_minor = credit_minor + 1 where id = ?",
        customers[3] * 8 + 1);
    assertThat(audit.balances("intrum").count()).isEqualTo(1);
    assertThat(audit.balances("intrum").shown().get(0)).contains("WALLET");
  }

  @Test
  void the_application_cannot_change_or_delete_what_is_booked() {
    for (String attempt :
        List.of("update ledger_transfer set amount_minor = 1", "delete from ledger_transfer")) {
      assertThatThrownBy(() -> database.sql.update(attempt))
          .isInstanceOfSatisfying(
              DatabaseFault.class, fault -> assertThat(fault.sqlState()).isEqualTo("42501"));
      database.rollback();
    }
  }

  @Test
  void a_month_is_made_while_others_read_and_write_the_ledger()
      throws ExecutionException, InterruptedException {
    ledger.post("intrum", topUps(LongStream.of(customers[0]), 500), NOW);
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      other
          .submit(
              () -> {
                database.sql.update("set local lock_timeout = '3s'");
                new GroundWork(database.sql, ids).month(LocalDate.parse("2026-09-01"));
                database.commit();
              })
          .get();
    } finally {
      other.shutdown();
    }
    assertThat(database.sql.one(row -> true, "select 1 from ledger_transfer_202609")).isEmpty();
  }

  @Test
  void parallel_batches_over_the_same_customers_never_deadlock()
      throws ExecutionException, InterruptedException {
    long seed = System.nanoTime();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<?>> futures = new ArrayList<>();
    for (int thread = 0; thread < 4; thread++) {
      Random random = new Random(seed + thread);
      futures.add(threads.submit(() -> batches(random)));
    }
    for (Future<?> future : futures) {
      future.get();
    }
    threads.shutdown();
    assertThat(audit.balances("cabinet").count()).as("seed %d", seed).isZero();
  }

  private static void batches(Random random) {
    for (int batch = 0; batch < 15; batch++) {
      LongStream some = random.ints(200, 0, CUSTOMERS).distinct().mapToLong(index -> others[index]);
      ledger.post("cabinet", topUps("cabinet", some, 100), NOW);
      database.commit();
    }
  }
}
