package org.kontor.billing.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.billing.ledger.TestDatabase;
import org.kontor.billing.ledger.control.AccountHolders;
import org.kontor.billing.ledger.control.GroundWork;
import org.kontor.billing.ledger.control.Ledger;
import org.kontor.billing.ledger.control.LedgerAccounts;
import org.kontor.billing.ledger.control.LedgerAudit;
import org.kontor.billing.ledger.control.Months;
import org.kontor.billing.payment.boundary.PaymentReader;
import org.kontor.billing.payment.boundary.PaymentView;
import org.kontor.billing.payment.control.ExchangeRates;
import org.kontor.billing.payment.control.InvoicePaid;
import org.kontor.billing.payment.control.OpenItems;
import org.kontor.billing.payment.control.PaidInvoices;
import org.kontor.billing.payment.control.PaymentBooking;
import org.kontor.billing.payment.control.PaymentChecks;
import org.kontor.billing.payment.control.PaymentInput;
import org.kontor.billing.payment.control.PaymentRow;
import org.kontor.billing.payment.control.PaymentStore;
import org.kontor.billing.wallet.boundary.Period;
import org.kontor.billing.wallet.control.Movement;
import org.kontor.billing.wallet.control.MovementStore;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.Outbox;
import org.kontor.domain.ledger.Entry;
import org.kontor.domain.ledger.Postings;
import org.kontor.domain.money.Money;
import org.kontor.domain.payment.ExchangeRate;
import org.kontor.domain.payment.PaymentKind;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.rules.Proves;

/** Payments on a real PostgreSQL: booked once, allocated, converted, seen as movements. */
class PaymentBookingTest {

  private static final Instant NOW = Instant.parse("2026-03-06T10:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-03-06");
  private static final PolicyPack PACK = TestPacks.cabinet();

  @TempDir static Path folder;
  private static TestDatabase database;
  private static Ids ids;
  private static Ledger ledger;
  private static LedgerAccounts accounts;
  private static PaymentStore store;
  private static AccountHolders holders;
  private static PaymentBooking booking;
  private static final List<Long> settled = new ArrayList<>();
  private long customer;

  @BeforeAll
  static void open() {
    database = new TestDatabase(folder);
    ids = new Ids(database.sql);
    GroundWork ground = new GroundWork(database.sql, ids);
    accounts = new LedgerAccounts(database.sql, ground);
    ledger = new Ledger(database.sql, accounts, new Months(ground));
    store = new PaymentStore(database.sql);
    holders = new AccountHolders(database.sql, new Caller());
    OpenItems items = new OpenItems(database.sql, ids);
    Outbox outbox = new Outbox(database.sql, ids, () -> NOW);
    InvoicePaid listener = (owner, invoice, on) -> settled.add(invoice);
    booking =
        new PaymentBooking(
            store,
            new PaymentChecks(store, items),
            items,
            new ExchangeRates(database.sql),
            ledger,
            null,
            new PaidInvoices(only(listener), outbox),
            outbox,
            ids);
    database.sql.update(
        "insert into vendor (id, code, zone, currency, book_from)"
            + " values (1, 'cabinet', 'Europe/Kyiv', 'USD', '2026-01-01')");
    ledger.sellerAccounts("cabinet", PACK.seller().currency());
    ground.month(TODAY);
    database.commit();
  }

  @SuppressWarnings("unchecked")
  private static Instance<InvoicePaid> only(InvoicePaid listener) {
    List<InvoicePaid> all = List.of(listener);
    return (Instance<InvoicePaid>)
        Proxy.newProxyInstance(
            PaymentBookingTest.class.getClassLoader(),
            new Class<?>[] {Instance.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("forEach")) {
                all.forEach((Consumer<InvoicePaid>) arguments[0]);
                return null;
              }
              return all.iterator();
            });
  }

  @AfterAll
  static void close() throws IOException {
    database.close();
  }

  @BeforeEach
  void customer() {
    settled.clear();
    customer = ids.next();
    database.sql.update(
        "insert into customer (id, vendor_code, reference, name, country, language, currency,"
            + " created_on, created_at) values (?, 'cabinet', ?, 'A', 'UA', 'uk', 'USD', ?, ?)",
        customer,
        Long.toString(customer),
        TODAY,
        NOW);
    accounts.opened(customer, "cabinet", "USD");
    database.commit();
  }

  @AfterEach
  void rollback() {
    database.rollback();
  }

  private PaymentInput input(String key, String amount, String currency, PaymentKind kind) {
    return new PaymentInput(
        customer, "CARD", key, null, Money.of(amount, currency), kind, List.of(), null);
  }

  private Optional<PaymentRow> book(PaymentInput input) {
    return booking.book(input, holders.find(customer).orElseThrow(), PACK, TODAY, NOW, "staff");
  }

  private void invoice(long id, String total, String due) {
    Money money = Money.of(total, "USD");
    database.sql.update(
        "insert into open_item (customer_id, invoice_id, vendor_code, due_date, currency,"
            + " open_minor) values (?, ?, 'cabinet', ?::date, 'USD', ?)",
        customer,
        id,
        due,
        money.minor());
    ledger.post(
        "cabinet",
        Postings.invoiceIssued(
            new Entry(customer, TODAY, id),
            ledger.sellerAccounts("cabinet", money.currency()),
            money,
            Money.of("0", "USD")),
        NOW);
  }

  private String balance() {
    return ledger.balances(customer).get(customer).total().toString();
  }

  @Test
  @Proves({"S2.3", "S3.7", "S3.9", "S3.21"})
  void S3_9_a_top_up_and_its_bonus_are_on_the_balance_at_once() {
    book(input("a", "100.00", "USD", PaymentKind.TOP_UP));
    assertThat(balance()).isEqualTo("110.00 USD");
    assertThat(ledger.balances(customer).get(customer).bonus().toString()).isEqualTo("10.00 USD");
  }

  @Test
  @Proves({"S5.15", "S5.21", "S5.22", "S5.4"})
  void S5_21_a_transfer_recorded_by_hand_pays_the_oldest_invoice_and_tells_activation_once() {
    invoice(901, "60.00", "2026-03-20");
    invoice(902, "30.00", "2026-03-11");
    PaymentRow row = book(input("b", "50.00", "USD", PaymentKind.PAYMENT)).orElseThrow();
    assertThat(settled).containsExactly(902L);
    assertThat(
            database.sql.list(
                r -> r.getLong(1) + ":" + r.getLong(2),
                "select invoice_id, open_minor from open_item where customer_id = ?",
                customer))
        .containsExactly("901:4000");
    book(input("c", "45.00", "USD", PaymentKind.PAYMENT));
    assertThat(settled).containsExactly(902L, 901L);
    assertThat(balance()).isEqualTo("5.00 USD");
    LedgerAudit audit = new LedgerAudit(database.sql);
    assertThat(audit.receivables("cabinet").shown()).isEmpty();
    assertThat(audit.balances("cabinet").shown()).isEmpty();
    PaymentView view = new PaymentReader(database.sql).view(row);
    assertThat(view.why()).allMatch(why -> why.agrees());
  }

  @Test
  @Proves("S3.28")
  void S3_28_hryvnias_are_credited_in_dollars_at_the_last_rate_on_or_before_the_day() {
    ExchangeRates rates = new ExchangeRates(database.sql);
    for (String[] published : new String[][] {{"2026-03-04", "38"}, {"2026-03-07", "50"}}) {
      rates.put(
          new ExchangeRate(
              "NBU",
              LocalDate.parse(published[0]),
              Money.of("0", "USD").currency(),
              Money.of("0", "UAH").currency(),
              new BigDecimal(published[1])));
    }
    PaymentRow row = book(input("d", "722.00", "UAH", PaymentKind.TOP_UP)).orElseThrow();
    assertThat(row.amount().toString()).isEqualTo("19.00 USD");
    assertThat(row.explanation()).contains("S3.28").contains("rateDate=2026-03-04");
    assertThat(balance()).isEqualTo("19.00 USD");
    assertThat(new LedgerAudit(database.sql).trialBalance("cabinet"))
        .contains(new LedgerAudit.TrialRow("BANK", "UAH", 72200, 0))
        .contains(new LedgerAudit.TrialRow("EXCHANGE", "UAH", 0, 72200));
  }

  @Test
  @Proves("S3.28")
  void S3_28_without_a_rate_the_refusal_says_where_to_put_one() {
    assertThatThrownBy(() -> book(input("e", "722.00", "UAH", PaymentKind.TOP_UP)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.problem().code()).isEqualTo(ProblemCode.MISSING_RATE);
              assertThat(refused.problem().mend()).contains("/exchange-rates/NBU/2026-03-06");
            });
  }

  @Test
  @Proves("S3.23")
  void S3_23_the_journal_shows_each_movement_with_the_balance_after_it() {
    book(input("f", "100.00", "USD", PaymentKind.TOP_UP));
    book(input("g", "7.00", "USD", PaymentKind.TOP_UP));
    MovementStore movements = new MovementStore(database.sql);
    List<Movement> first = movements.page(customer, Period.ALL, null, 1);
    List<Movement> second = movements.page(customer, Period.ALL, first.get(0).cursor(), 10);
    assertThat(first.get(0).balance().toString()).isEqualTo("117.00 USD");
    assertThat(second)
        .singleElement()
        .satisfies(
            movement -> {
              assertThat(movement.amount().toString()).isEqualTo("110.00 USD");
              assertThat(movement.bonus().toString()).isEqualTo("10.00 USD");
              assertThat(movement.balance().toString()).isEqualTo("110.00 USD");
            });
  }

  @Test
  @Proves("S5.21")
  void golden_12_the_same_transfer_from_many_clicks_is_booked_once()
      throws ExecutionException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<Boolean>> clicks = new ArrayList<>();
    for (int click = 0; click < 24; click++) {
      clicks.add(
          threads.submit(
              () -> {
                boolean booked = book(input("h", "9.00", "USD", PaymentKind.TOP_UP)).isPresent();
                database.commit();
                return booked;
              }));
    }
    int booked = 0;
    for (Future<Boolean> click : clicks) {
      booked += click.get() ? 1 : 0;
    }
    threads.shutdown();
    assertThat(booked).isEqualTo(1);
    assertThat(balance()).isEqualTo("9.00 USD");
  }

  @Test
  @Proves("S3.4")
  void S3_4_administrators_top_up_and_others_may_not() {
    PaymentChecks checks = new PaymentChecks(store, new OpenItems(database.sql, ids));
    long administrator = member("ADMINISTRATOR");
    long employee = member("STAFF");
    checks.accepted(by(administrator), holders.find(customer).orElseThrow(), PACK);
    for (long person : new long[] {employee, 5}) {
      assertThatThrownBy(
              () -> checks.accepted(by(person), holders.find(customer).orElseThrow(), PACK))
          .isInstanceOfSatisfying(
              Refused.class,
              refused ->
                  assertThat(refused.problem().code()).isEqualTo(ProblemCode.NOT_ALLOWED_FOR_ROLE));
    }
  }

  private PaymentInput by(long person) {
    return new PaymentInput(
        customer,
        "CARD",
        "k",
        null,
        Money.of("1.00", "USD"),
        PaymentKind.TOP_UP,
        List.of(),
        person);
  }

  private long member(String role) {
    long person = ids.next();
    database.sql.update(
        "insert into person (id, vendor_code, email, name, language, created_at)"
            + " values (?, 'cabinet', ?, 'P', 'uk', ?)",
        person,
        person + "@example.org",
        NOW);
    database.sql.update(
        "insert into membership (id, customer_id, person_id, role) values (?, ?, ?, ?)",
        ids.next(),
        customer,
        person,
        role);
    return person;
  }
}
