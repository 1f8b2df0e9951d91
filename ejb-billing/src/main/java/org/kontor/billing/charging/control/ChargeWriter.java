package org.kontor.billing.charging.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.kontor.billing.bulk.control.ChunkWork.ChunkResult;
import org.kontor.billing.bulk.control.CopyRows;
import org.kontor.billing.bulk.control.RunContext;
import org.kontor.billing.ledger.control.Ledger;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.ledger.Buckets;
import org.kontor.domain.pricing.ChargeLine;
import org.kontor.domain.pricing.ChargeOutcome;
import org.kontor.domain.problem.ProblemCode;

/** How the chunks of charging runs are done: accounts priced one by one, written as a set. */
@ApplicationScoped
public class ChargeWriter {

  private static final String DRY_COLUMNS =
      "run_id, customer_id, subscription_id, item_code, name, period_from, period_to, quantity,"
          + " amount_minor, currency, explanation";

  private final Sql sql;
  private final Ledger ledger;
  private final ChargeBook book;
  private final DueAccounts accounts;

  @Inject
  public ChargeWriter(Sql sql, Ledger ledger, ChargeBook book, DueAccounts accounts) {
    this.sql = sql;
    this.ledger = ledger;
    this.book = book;
    this.accounts = accounts;
  }

  /** For the container's proxy. */
  protected ChargeWriter() {
    this(null, null, null, null);
  }

  /**
   * Prices each account and writes what came of it.
   *
   * @param pricing puts its lines on the sheet, or parks; uses {@link #guarded}
   */
  ChunkResult charge(
      RunContext run, List<DueAccount> due, BiConsumer<DueAccount, ChargeSheet> pricing) {
    long[] customers =
        due.stream().mapToLong(a -> a.subscription().customerId()).distinct().sorted().toArray();
    Map<Long, Buckets> balances =
        run.dry()
            ? new HashMap<>(ledger.balances(customers))
            : new HashMap<>(ledger.lock(customers));
    String currency = run.pack().seller().currency().getCurrencyCode();
    ChargeSheet sheet = new ChargeSheet();
    for (DueAccount account : due) {
      if (!account.currency().equals(currency)) {
        sheet.park(
            account,
            ProblemCode.WRONG_CURRENCY.name(),
            "the customer pays in " + account.currency() + ", the prices are in " + currency);
      } else if (!balances.containsKey(account.subscription().customerId())) {
        sheet.park(account, "NO_BALANCE", "the customer has no account to charge");
      } else {
        pricing.accept(account, sheet);
      }
    }
    if (run.dry()) {
      propose(run, sheet);
    } else {
      accounts.store(sheet.charged());
      Stamp stamp = new Stamp(run.pack().code(), run.runId(), run.recordedAt());
      book.post(stamp, sheet.dues(), balances);
    }
    return sheet.result();
  }

  /** One account whose data are damaged is parked and stops nobody. */
  static ChargeOutcome guarded(Supplier<ChargeOutcome> pricing) {
    try {
      return pricing.get();
    } catch (ArithmeticException | IllegalArgumentException | IllegalStateException e) {
      return new ChargeOutcome.Parked(
          ProblemCode.INVALID_VALUE.name(), String.valueOf(e.getMessage()));
    }
  }

  private void propose(RunContext run, ChargeSheet sheet) {
    CopyRows rows = new CopyRows("run_charge", DRY_COLUMNS);
    for (Due due : sheet.dues()) {
      for (ChargeLine line : due.lines()) {
        // A day that is caught up has its own date, which the key of a proposal lacks
        String caughtUp = due.date().equals(run.date()) ? "" : "@" + due.date();
        rows.add(run.runId())
            .add(due.customerId())
            .add(due.subscriptionId())
            .add(line.itemCode() + caughtUp)
            .add(line.name())
            .add(line.period().from())
            .add(line.period().to())
            .add(line.quantity())
            .add(line.amount().minor())
            .add(line.amount().currency().getCurrencyCode())
            .add(line.why().compact())
            .endRow();
      }
    }
    sql.with(
        connection -> {
          rows.flush(connection);
          return null;
        });
  }
}
