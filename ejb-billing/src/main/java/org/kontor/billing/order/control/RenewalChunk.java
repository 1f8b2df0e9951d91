package org.kontor.billing.order.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.kontor.billing.bulk.control.ChunkWork;
import org.kontor.billing.bulk.control.RunContext;
import org.kontor.billing.invoice.control.Buyers;
import org.kontor.billing.invoice.control.DraftRows;
import org.kontor.billing.invoice.control.SeriesLock;
import org.kontor.billing.ledger.control.Ledger;
import org.kontor.billing.ledger.control.Months;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.invoice.InvoiceDraft;
import org.kontor.domain.order.Renewal;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Seller.DocumentKind;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.run.RunKind;

/**
 * The daily work on products with a term: renewal invoices some days before their end (S5.1), one
 * for all products of a customer that are due that day, and the end of those that were not paid.
 *
 * <p>A customer is handled with the smallest id of his due products, so that chunks and threads
 * never share one.
 */
@ApplicationScoped
public class RenewalChunk implements ChunkWork {

  @Inject private RenewalStore store;
  @Inject private RenewalInvoices invoices;
  @Inject private Buyers buyers;
  @Inject private SeriesLock seriesLock;
  @Inject private Ledger ledger;
  @Inject private Months months;
  @Inject private PolicyBook policies;
  @Inject private Ids newIds;
  @Inject private Sql sql;

  @Override
  public RunKind kind() {
    return RunKind.RENEWAL;
  }

  @Override
  public String source() {
    return "purchased_product";
  }

  @Override
  public String workList() {
    return "s.vendor_code = ? and s.state = 'ACTIVE' and exists (select 1 from"
        + " (select ?::date as day) b where s.expires_on < b.day"
        + " or (s.renewal_invoice_id is null and s.expires_on - "
        + longestLead()
        + " <= b.day))";
  }

  /** Of all vendors: the list may name too many, each is decided by its own policy. */
  private int longestLead() {
    return policies.vendors().stream()
        .flatMap(vendor -> policies.versions(vendor.code()).stream())
        .mapToInt(pack -> pack.billing().renewalLeadDays())
        .max()
        .orElse(0);
  }

  @Override
  public ChunkResult process(RunContext run, long[] ids) {
    List<DueProduct> products = store.ofCustomersOf(ids);
    List<Parked> parked = new ArrayList<>();
    List<InvoiceDraft> drafts = new ArrayList<>();
    Map<InvoiceDraft, List<DueProduct>> renewed = new java.util.IdentityHashMap<>();
    Map<Long, List<DueProduct>> due = due(run, products, store.ownedByCustomersOf(ids), ids);
    Map<Long, Buyers.Known> known =
        buyers.load(due.keySet().stream().mapToLong(Long::longValue).toArray());
    LocalDate issueDate = issueDate(run, due.isEmpty());
    due.forEach(
        (customer, group) ->
            draft(run, issueDate, known.get(customer), group, parked)
                .ifPresent(
                    draft -> {
                      drafts.add(draft);
                      renewed.put(draft, group);
                    }));
    if (run.dry()) {
      propose(run, drafts, renewed);
    } else {
      issue(drafts, renewed);
      store.expire(ids, run.date());
    }
    int lines = drafts.stream().mapToInt(draft -> draft.lines().size()).sum();
    long total = drafts.stream().mapToLong(draft -> draft.total().minor()).sum();
    return new ChunkResult(drafts.size(), lines, total, parked);
  }

  /** The plan of a dry run, each document under its first product. */
  private void propose(
      RunContext run, List<InvoiceDraft> drafts, Map<InvoiceDraft, List<DueProduct>> renewed) {
    if (drafts.isEmpty()) {
      return;
    }
    months.ensure(run.issueDate());
    DraftRows rows = new DraftRows(run.runId());
    long[] documentIds = newIds.next(drafts.size());
    for (int i = 0; i < documentIds.length; i++) {
      InvoiceDraft draft = drafts.get(i);
      rows.add(documentIds[i], renewed.get(draft).get(0).id(), draft);
    }
    sql.with(
        connection -> {
          rows.flush(connection);
          return null;
        });
  }

  /** Dates follow numbers: a run that is caught up dates its invoices like the last one issued. */
  private LocalDate issueDate(RunContext run, boolean nothingDue) {
    if (run.dry() || nothingDue) {
      return run.issueDate();
    }
    PolicyPack pack = run.pack();
    LocalDate date =
        seriesLock
            .take(pack.code(), pack.seller().seriesFor(DocumentKind.INVOICE), run.date())
            .notBefore(run.date());
    months.ensure(date);
    return date;
  }

  private void issue(List<InvoiceDraft> drafts, Map<InvoiceDraft, List<DueProduct>> renewed) {
    if (drafts.isEmpty()) {
      return;
    }
    // Several documents in one transaction: all locks first, in the order that everybody keeps;
    // the series is locked already.
    ledger.lock(drafts.stream().mapToLong(InvoiceDraft::customerId).sorted().toArray());
    drafts.forEach(draft -> invoices.issue(draft, renewed.get(draft)));
  }

  /** Due products by customer, for customers whose first due product is in this chunk. */
  private static Map<Long, List<DueProduct>> due(
      RunContext run, List<DueProduct> products, Map<Long, Set<String>> owned, long[] ids) {
    Map<Long, List<DueProduct>> due = new TreeMap<>();
    for (DueProduct product : products) {
      if (product.renewalInvoiceId() == null
          && isDue(run, product, owned.getOrDefault(product.customerId(), Set.of()))) {
        due.computeIfAbsent(product.customerId(), key -> new ArrayList<>()).add(product);
      }
    }
    due.values().removeIf(group -> Arrays.binarySearch(ids, group.get(0).id()) < 0);
    return due;
  }

  private static boolean isDue(RunContext run, DueProduct product, Set<String> owned) {
    LocalDate day = run.date();
    int lead = run.pack().billing().renewalLeadDays();
    return run.pack()
        .product(product.code())
        .filter(sold -> Renewal.isUsable(sold, owned))
        .map(sold -> Renewal.isDue(sold, product.expiresOn(), day, lead))
        .orElse(false);
  }

  private Optional<InvoiceDraft> draft(
      RunContext run,
      LocalDate issueDate,
      Buyers.Known buyer,
      List<DueProduct> group,
      List<Parked> parked) {
    DueProduct first = group.get(0);
    String currency = run.pack().seller().currency().getCurrencyCode();
    if (buyer == null || !buyer.currency().equals(currency)) {
      parked.add(
          new Parked(
              first.customerId(),
              first.id(),
              ProblemCode.WRONG_CURRENCY.name(),
              "the customer's accounts are not in " + currency));
      return Optional.empty();
    }
    try {
      return Optional.of(invoices.draft(run.pack(), buyer.buyer(), group, issueDate));
    } catch (ArithmeticException | IllegalArgumentException | IllegalStateException e) {
      parked.add(
          new Parked(
              first.customerId(),
              first.id(),
              ProblemCode.INVALID_VALUE.name(),
              String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }
}
