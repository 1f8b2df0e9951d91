package org.kontor.billing.ledger.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kontor.billing.ledger.control.AccountHolders;
import org.kontor.billing.ledger.control.LedgerAudit;
import org.kontor.billing.ledger.control.LedgerAudit.Findings;
import org.kontor.billing.ledger.control.LedgerAudit.TrialRow;
import org.kontor.billing.ledger.control.Transfers;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.domain.money.Money;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/** The ledger as bookkeepers and auditors read it. */
@Stateless
public class LedgerBooks {

  @Inject private LedgerAudit audit;
  @Inject private Transfers transfers;
  @Inject private AccountHolders holders;
  @Inject private Caller caller;

  /** A vendor without bookings has empty sums; one that is unknown is NOT_FOUND. */
  public TrialBalance trialBalance(String vendor) {
    if (vendor == null) {
      throw Problem.of(
              ProblemCode.MISSING_VALUE, "vendor", "vendor is missing", "Send a vendor's code.")
          .asException();
    }
    caller.mustSee(vendor, "vendor");
    if (!audit.knows(vendor)) {
      throw NotFound.of("vendor");
    }
    List<TrialRow> rows = audit.trialBalance(vendor);
    Map<String, Long> debits = new TreeMap<>();
    Map<String, Long> credits = new TreeMap<>();
    for (TrialRow row : rows) {
      debits.merge(row.currency(), row.debit(), Long::sum);
      credits.merge(row.currency(), row.credit(), Long::sum);
    }
    return new TrialBalance(
        vendor,
        rows.stream().map(LedgerBooks::row).toList(),
        debits.keySet().stream()
            .map(currency -> sum(currency, debits.get(currency), credits.get(currency)))
            .toList(),
        debits.equals(credits));
  }

  /** Recomputes everything; reads all transfers of the vendor. */
  public AuditReport audit(String vendor) {
    boolean balanced = trialBalance(vendor).balanced();
    Findings balances = audit.balances(vendor);
    Findings receivables = audit.receivables(vendor);
    Findings invoices = audit.invoices(vendor);
    boolean sound = balanced && balances.count() + receivables.count() + invoices.count() == 0;
    return new AuditReport(vendor, balances, receivables, invoices, sound);
  }

  /** A customer's transfers in the order of business dates. */
  public Page<TransferView> ofCustomer(Long customerId, String after, Integer limit) {
    int size = Page.limit(limit);
    long customer = holders.asked(customerId).id();
    List<TransferView> rows =
        transfers.page(customer, after, size + 1).stream().map(LedgerBooks::view).toList();
    return Page.of(rows, size, LedgerBooks::cursor);
  }

  private static String cursor(TransferView row) {
    return row.businessDate() + "_" + row.sourceId() + "_" + row.leg();
  }

  private static TransferView view(Transfers.Row row) {
    return new TransferView(
        row.businessDate(),
        row.sourceId(),
        row.leg(),
        row.code(),
        row.debit(),
        row.credit(),
        row.amount().amount(),
        row.amount().currency().getCurrencyCode(),
        row.recordedAt());
  }

  private static TrialBalance.Row row(TrialRow row) {
    BigDecimal debit = money(row.currency(), row.debit());
    BigDecimal credit = money(row.currency(), row.credit());
    return new TrialBalance.Row(row.kind(), row.currency(), debit, credit, debit.subtract(credit));
  }

  private static TrialBalance.Sum sum(String currency, long debit, long credit) {
    return new TrialBalance.Sum(
        currency, money(currency, debit), money(currency, credit), money(currency, debit - credit));
  }

  private static BigDecimal money(String currency, long minor) {
    return Money.ofMinor(minor, Currency.getInstance(currency)).amount();
  }
}
