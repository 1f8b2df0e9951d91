package org.kontor.billing.invoice.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kontor.billing.bulk.control.ChunkWork;
import org.kontor.billing.bulk.control.RunContext;
import org.kontor.billing.bulk.control.WaitingChanges;
import org.kontor.billing.ledger.control.Months;
import org.kontor.billing.snapshot.control.Snapshots;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.invoice.InvoiceDraft;
import org.kontor.domain.pricing.MonthlyPricing;
import org.kontor.domain.pricing.Pricing;
import org.kontor.domain.pricing.Pricing.Billed;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.run.RunKind;
import org.kontor.domain.subscription.Arrears;
import org.kontor.domain.subscription.SubscriptionSnapshot;

/** Plans the invoices of the 1st (S1.26): drafts and their lines, without numbers. */
@ApplicationScoped
public class MonthlyChunk implements ChunkWork {

  private final Snapshots snapshots;
  private final WaitingChanges waiting;
  private final Buyers buyers;
  private final Months months;
  private final Ids ids;
  private final Sql sql;

  @Inject
  public MonthlyChunk(
      Snapshots snapshots, WaitingChanges waiting, Buyers buyers, Months months, Ids ids, Sql sql) {
    this.snapshots = snapshots;
    this.waiting = waiting;
    this.buyers = buyers;
    this.months = months;
    this.ids = ids;
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected MonthlyChunk() {
    this(null, null, null, null, null, null);
  }

  @Override
  public RunKind kind() {
    return RunKind.MONTHLY;
  }

  @Override
  public String workList() {
    return "s.vendor_code = ? and s.timing = 'MONTHLY_ADVANCE' and s.state in ('ACTIVE', 'STOPPED')"
        + " and s.activated_on <= ?";
  }

  @Override
  public ChunkResult process(RunContext run, long[] subscriptionIds) {
    months.ensure(run.issueDate());
    List<SubscriptionSnapshot> subscriptions =
        waiting.foreseen(run, snapshots.load(subscriptionIds, run.date()));
    Map<Long, List<Arrears>> arrears = snapshots.arrears(subscriptionIds);
    Map<Long, Buyers.Known> known =
        buyers.load(subscriptions.stream().mapToLong(SubscriptionSnapshot::customerId).toArray());
    MonthlyPricing pricing = new MonthlyPricing(run.pack());
    DraftRows rows = new DraftRows(run.runId());
    List<Parked> parked = new ArrayList<>();
    long[] documentIds = ids.next(subscriptions.size());
    int at = 0;
    for (SubscriptionSnapshot subscription : subscriptions) {
      Pricing<InvoiceDraft> pricingOf =
          price(
              run,
              pricing,
              subscription,
              known.get(subscription.customerId()),
              arrears.getOrDefault(subscription.id(), List.of()));
      if (pricingOf instanceof Billed<InvoiceDraft> billed) {
        rows.add(documentIds[at++], billed.what());
      } else if (pricingOf instanceof Pricing.Parked<InvoiceDraft> bad) {
        parked.add(
            new Parked(subscription.customerId(), subscription.id(), bad.code(), bad.detail()));
      }
    }
    sql.with(
        connection -> {
          rows.flush(connection);
          return null;
        });
    return new ChunkResult(rows.documents(), rows.lines(), rows.totalMinor(), parked);
  }

  private static Pricing<InvoiceDraft> price(
      RunContext run,
      MonthlyPricing pricing,
      SubscriptionSnapshot subscription,
      Buyers.Known buyer,
      List<Arrears> arrears) {
    if (buyer == null) {
      return new Pricing.Parked<>(ProblemCode.UNKNOWN_CUSTOMER.name(), "the customer is missing");
    }
    String currency = run.pack().seller().currency().getCurrencyCode();
    if (!buyer.currency().equals(currency)) {
      return new Pricing.Parked<>(
          ProblemCode.WRONG_CURRENCY.name(),
          "the customer's accounts are in " + buyer.currency() + ", the prices in " + currency);
    }
    try {
      return pricing.price(subscription, buyer.buyer(), arrears, run.date(), run.issueDate());
    } catch (ArithmeticException | IllegalArgumentException | IllegalStateException e) {
      // Damaged data of one account must not stop the others
      return new Pricing.Parked<>(ProblemCode.INVALID_VALUE.name(), String.valueOf(e.getMessage()));
    }
  }
}
