package org.kontor.billing.invoice.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kontor.billing.bulk.control.ChunkWork;
import org.kontor.billing.bulk.control.RunContext;
import org.kontor.billing.bulk.control.WaitingChanges;
import org.kontor.billing.ledger.control.Months;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.billing.snapshot.control.Snapshots;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.invoice.InvoiceDraft;
import org.kontor.domain.pricing.MonthlyPricing;
import org.kontor.domain.pricing.MonthlyPricing.Left;
import org.kontor.domain.pricing.MonthlyPricing.Missed;
import org.kontor.domain.pricing.Pricing;
import org.kontor.domain.pricing.Pricing.Billed;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.run.RunKind;
import org.kontor.domain.subscription.Arrears;
import org.kontor.domain.subscription.SubscriptionSnapshot;

/**
 * Plans the invoices of the 1st (S1.26): drafts and their lines, without numbers. Months that a
 * subscription missed, parked, come with the next one; so does what a service leaves at its end.
 */
@ApplicationScoped
public class MonthlyChunk implements ChunkWork {

  // What is parked in a run of an earlier month and was billed by no later one; nearly always none
  private static final String MISSED =
      "select p.subscription_id, r.business_date from billing_run r"
          + " join run_parked p on p.run_id = r.id and p.subscription_id = any(?)"
          + " and p.resolved_at is null join subscription s on s.id = p.subscription_id"
          + " where r.vendor_code = ? and r.kind = 'MONTHLY' and r.mode = 'REAL' and r.parked > 0"
          + " and r.business_date < ?"
          + " and (s.charged_through is null or s.charged_through < r.business_date)"
          + " order by r.business_date";

  private final Snapshots snapshots;
  private final WaitingChanges waiting;
  private final Buyers buyers;
  private final Months months;
  private final PolicyBook policies;
  private final Ids ids;
  private final Sql sql;

  @Inject
  public MonthlyChunk(
      Snapshots snapshots,
      WaitingChanges waiting,
      Buyers buyers,
      Months months,
      PolicyBook policies,
      Ids ids,
      Sql sql) {
    this.snapshots = snapshots;
    this.waiting = waiting;
    this.buyers = buyers;
    this.months = months;
    this.policies = policies;
    this.ids = ids;
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected MonthlyChunk() {
    this(null, null, null, null, null, null, null);
  }

  @Override
  public RunKind kind() {
    return RunKind.MONTHLY;
  }

  @Override
  public String workList() {
    return "s.vendor_code = ? and s.timing = 'MONTHLY_ADVANCE' and s.activated_on <= ?"
        + " and (s.state in ('ACTIVE', 'STOPPED') or (s.state = 'ENDED'"
        + " and (coalesce(s.charged_through, s.activated_on - 1) < s.ends_on"
        + " or exists (select 1 from plan_change c where c.subscription_id = s.id"
        + " and c.state = 'APPLIED' and c.arrears_minor <> 0"
        + " and c.effective_on > s.charged_through - interval '1 month'))))";
  }

  @Override
  public ChunkResult process(RunContext run, long[] subscriptionIds) {
    months.ensure(run.issueDate());
    List<SubscriptionSnapshot> subscriptions =
        waiting.foreseen(run, snapshots.load(subscriptionIds, run.date()));
    Map<Long, List<Arrears>> arrears = snapshots.arrears(subscriptionIds);
    Map<Long, List<Missed>> missed = missed(run, subscriptionIds);
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
              new Left(
                  arrears.getOrDefault(subscription.id(), List.of()),
                  missed.getOrDefault(subscription.id(), List.of())));
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

  private Map<Long, List<Missed>> missed(RunContext run, long[] subscriptionIds) {
    String vendor = run.pack().code();
    Map<Long, List<Missed>> missed = new HashMap<>();
    sql.list(
            row -> Map.entry(row.getLong(1), row.getObject(2, LocalDate.class)),
            MISSED,
            subscriptionIds,
            vendor,
            run.date())
        .forEach(
            month ->
                missed
                    .computeIfAbsent(month.getKey(), id -> new ArrayList<>(1))
                    .add(new Missed(month.getValue(), policies.inForce(vendor, month.getValue()))));
    return missed;
  }

  private static Pricing<InvoiceDraft> price(
      RunContext run,
      MonthlyPricing pricing,
      SubscriptionSnapshot subscription,
      Buyers.Known buyer,
      Left left) {
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
      return pricing.price(subscription, buyer.buyer(), left, run.date(), run.issueDate());
    } catch (ArithmeticException | IllegalArgumentException | IllegalStateException e) {
      // Damaged data of one account must not stop the others
      return new Pricing.Parked<>(ProblemCode.INVALID_VALUE.name(), String.valueOf(e.getMessage()));
    }
  }
}
