package org.kontor.domain.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.kontor.domain.money.Money;
import org.kontor.domain.payment.Allocation;
import org.kontor.domain.payment.Allocation.OpenItem;
import org.kontor.domain.payment.Allocation.Part;

/**
 * A small book to which random things happen. It keeps its own account of what customers should
 * have, by plain addition, to be compared with what the transfers say.
 */
final class RandomBook {

  static final long[] CUSTOMERS = {1000, 1001, 1002};
  static final Currency HOME = Currency.getInstance("USD");
  static final Currency ABROAD = Currency.getInstance("UAH");
  private static final LocalDate DAY = LocalDate.parse("2026-03-06");
  private static final SellerAccounts SELLER = new SellerAccounts(HOME, -1, -2, -3, -4, -5, -6);
  private static final SellerAccounts FOREIGN =
      new SellerAccounts(ABROAD, -11, -12, -13, -14, -15, -16);

  final List<Transfer> transfers = new ArrayList<>();

  /** Paid and bonus together, by plain addition. */
  final Map<Long, Long> balance = new HashMap<>();

  final Map<Long, TreeMap<Long, Long>> open = new HashMap<>();
  final Map<Long, Buckets> buckets = new HashMap<>();
  private final Random random;
  private final WalletTerms terms;
  private final Set<String> keys = new HashSet<>();
  private long source = 100;

  RandomBook(Random random) {
    this.random = random;
    this.terms =
        new WalletTerms(
            random.nextBoolean(),
            BigDecimal.valueOf(random.nextBoolean() ? 0 : 20),
            random.nextBoolean());
    for (long customer : CUSTOMERS) {
      balance.put(customer, 0L);
      open.put(customer, new TreeMap<>());
      buckets.put(customer, new Buckets(home(0), home(0)));
    }
  }

  void step() {
    long customer = CUSTOMERS[random.nextInt(CUSTOMERS.length)];
    Entry entry = new Entry(customer, DAY, ++source);
    switch (random.nextInt(7)) {
      case 0 -> invoice(entry);
      case 1 -> payment(entry);
      case 2 -> topUp(entry);
      case 3 -> charge(entry, any());
      case 4 -> charge(entry, -any());
      case 5 -> creditNote(entry);
      default -> applyCredit(entry);
    }
  }

  private void invoice(Entry entry) {
    long net = any();
    long vat = net / 5;
    post(Postings.invoiceIssued(entry, SELLER, home(net), home(vat)));
    open.get(entry.customerId()).put(entry.sourceId(), net + vat);
  }

  private void payment(Entry entry) {
    long amount = any();
    Allocation plan = Allocation.oldestDueFirst(home(amount), items(entry));
    Receipt receipt =
        random.nextBoolean()
            ? Receipt.of(SELLER, home(amount))
            : Receipt.converted(SELLER, home(amount), FOREIGN, Money.ofMinor(amount * 41, ABROAD));
    post(Postings.received(entry, receipt, amounts(plan), plan.rest(), home(0)));
    settle(entry, plan);
    onBalance(entry, plan.rest().minor(), 0);
  }

  private void topUp(Entry entry) {
    long amount = any();
    long bonus = random.nextBoolean() ? 0 : amount / 10;
    Receipt receipt = Receipt.of(SELLER, home(amount));
    if (random.nextBoolean()) {
      long vat = amount / 6;
      long rest = random.nextInt(2) % (amount - vat + 1);
      post(
          Postings.advanceTopUp(
              entry, receipt, home(amount - vat - rest), home(vat), home(rest), home(bonus)));
      // The document of its own entry: owed and paid within the same moment.
      post(
          Postings.invoiceIssued(
              new Entry(entry.customerId(), DAY, ++source),
              SELLER,
              home(amount - vat - rest),
              home(vat)));
    } else {
      post(Postings.received(entry, receipt, List.of(), home(amount), home(bonus)));
    }
    onBalance(entry, amount, bonus);
  }

  private void charge(Entry entry, long amount) {
    Postings.Charged charged =
        Postings.charge(entry, SELLER, terms, home(amount), buckets.get(entry.customerId()));
    post(charged.transfers());
    buckets.put(entry.customerId(), charged.after());
    balance.merge(entry.customerId(), -amount, Long::sum);
  }

  private void creditNote(Entry entry) {
    TreeMap<Long, Long> items = open.get(entry.customerId());
    if (items.isEmpty()) {
      return;
    }
    long invoice = items.firstKey();
    long total = items.get(invoice) + random.nextInt(50);
    long part = Math.min(items.get(invoice), total);
    long vat = total / 6;
    post(Postings.creditNote(entry, SELLER, home(total - vat), home(vat), home(part)));
    items.remove(invoice);
    onBalance(entry, total - part, 0);
  }

  private void applyCredit(Entry entry) {
    Money credit = buckets.get(entry.customerId()).paid();
    if (credit.isPositive()) {
      Allocation plan = Allocation.oldestDueFirst(credit, items(entry));
      post(Postings.creditApplied(entry, amounts(plan)));
      settle(entry, plan);
      onBalance(entry, plan.rest().minor() - credit.minor(), 0);
    }
  }

  private void onBalance(Entry entry, long paid, long bonus) {
    balance.merge(entry.customerId(), paid + bonus, Long::sum);
    Buckets before = buckets.get(entry.customerId());
    buckets.put(
        entry.customerId(),
        new Buckets(before.paid().plus(home(paid)), before.bonus().plus(home(bonus))));
  }

  private void settle(Entry entry, Allocation plan) {
    for (Part part : plan.parts()) {
      open.get(entry.customerId())
          .compute(
              part.invoiceId(),
              (id, was) -> was == part.amount().minor() ? null : was - part.amount().minor());
    }
  }

  private List<OpenItem> items(Entry entry) {
    return open.get(entry.customerId()).entrySet().stream()
        .map(item -> new OpenItem(item.getKey(), DAY, home(item.getValue())))
        .toList();
  }

  private static List<Money> amounts(Allocation plan) {
    return plan.parts().stream().map(Part::amount).toList();
  }

  private void post(List<Transfer> legs) {
    for (Transfer leg : legs) {
      if (!keys.add(leg.customerId() + "/" + leg.sourceId() + "/" + leg.leg())) {
        throw new AssertionError("key twice: " + leg);
      }
    }
    transfers.addAll(legs);
  }

  private long any() {
    return 1 + random.nextInt(random.nextBoolean() ? 20 : 20_000);
  }

  static Money home(long minor) {
    return Money.ofMinor(minor, HOME);
  }
}
