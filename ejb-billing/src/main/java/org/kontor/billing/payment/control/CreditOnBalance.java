package org.kontor.billing.payment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.kontor.billing.bulk.control.CreditUse;
import org.kontor.billing.ledger.control.Ledger;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.ledger.Buckets;
import org.kontor.domain.ledger.Entry;
import org.kontor.domain.ledger.Postings;
import org.kontor.domain.money.Money;
import org.kontor.domain.payment.Allocation;
import org.kontor.domain.payment.Allocation.Part;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.policy.WalletPolicy.VatMode;

/**
 * Pays open invoices from credit that an overpayment or a credit note left. Vendors who charge the
 * balance itself (S2, S3) keep it for that; bonus pays no invoice.
 */
@ApplicationScoped
public class CreditOnBalance implements CreditUse {

  private static final String CANDIDATES =
      "select a.customer_id from ledger_account a"
          + " where a.vendor_code = ? and a.kind = 'WALLET' and a.credit_minor > a.debit_minor"
          + " and exists (select 1 from open_item o where o.customer_id = a.customer_id)"
          + " order by a.customer_id";

  private final PolicyBook policies;
  private final Ledger ledger;
  private final OpenItems openItems;
  private final PaidInvoices paidInvoices;
  private final Sql sql;
  private final Ids ids;

  @Inject
  public CreditOnBalance(
      PolicyBook policies,
      Ledger ledger,
      OpenItems openItems,
      PaidInvoices paidInvoices,
      Sql sql,
      Ids ids) {
    this.policies = policies;
    this.ledger = ledger;
    this.openItems = openItems;
    this.paidInvoices = paidInvoices;
    this.sql = sql;
    this.ids = ids;
  }

  /** For the container's proxy. */
  protected CreditOnBalance() {
    this(null, null, null, null, null, null);
  }

  /** To be called after an invoice is issued, with the invoice's date. */
  @Override
  public void apply(String vendor, long customerId, LocalDate on, Instant recordedAt) {
    apply(vendor, customerId, on, on, recordedAt);
  }

  /**
   * To be called when credit has arisen, after all else is booked: open invoices do not wait for
   * the next one. Takes the customer's accounts, then his open items.
   *
   * @param on business date of the booking
   * @param paidOn the day from which it counts as paid
   */
  public void apply(
      String vendor, long customerId, LocalDate on, LocalDate paidOn, Instant recordedAt) {
    if (keptForCharges(vendor, on)) {
      return;
    }
    Buckets buckets = ledger.lock(customerId).get(customerId);
    if (buckets == null || !buckets.paid().isPositive()) {
      return;
    }
    Allocation plan = Allocation.oldestDueFirst(buckets.paid(), openItems.lock(customerId));
    if (plan.parts().isEmpty()) {
      return;
    }
    openItems.allocate(customerId, null, plan, on, recordedAt);
    paidInvoices.tell(vendor, customerId, plan, paidOn);
    List<Money> parts = plan.parts().stream().map(Part::amount).toList();
    Entry entry = new Entry(customerId, on, ids.next());
    ledger.post(vendor, Postings.creditApplied(entry, parts), recordedAt);
  }

  /** Customers of a vendor with both credit and something open, for the end of a bulk issue. */
  @Override
  public List<Long> candidates(String vendor, LocalDate on) {
    return keptForCharges(vendor, on)
        ? List.of()
        : sql.list(row -> row.getLong(1), CANDIDATES, vendor);
  }

  private boolean keptForCharges(String vendor, LocalDate on) {
    PolicyPack pack = policies.inForce(vendor, on);
    return pack.hasTiming(Timing.DAILY)
        || pack.hasTiming(Timing.MONTHLY_ARREARS)
        || pack.wallet().vatMode() == VatMode.ADVANCE_INVOICE;
  }
}
