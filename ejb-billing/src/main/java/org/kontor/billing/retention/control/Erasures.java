package org.kontor.billing.retention.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kontor.billing.bulk.control.ChunkWork.Parked;
import org.kontor.billing.bulk.control.RunContext;
import org.kontor.billing.invoice.control.DocumentSeals;
import org.kontor.billing.invoice.control.DocumentSeals.Sealed;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.customer.ContactTraces;
import org.kontor.domain.customer.TenantData;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.ledger.AccountKind;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.RetentionPolicy.LegalTerm;
import org.kontor.domain.retention.Remains;
import org.kontor.domain.retention.Remains.Document;

/**
 * What names a customer who is gone: addresses of mails in the night after the purge, the buyer of
 * each document after its legal term, and the customer's own record with the last of it. Each
 * customer as a whole, in the transaction of the chunk; each act leaves a certificate.
 */
@ApplicationScoped
public class Erasures {

  private static final String DUE =
      "select e.customer_id, e.case_id, e.subscription_id,"
          + " exists (select 1 from subscription s where s.customer_id = e.customer_id"
          + " and s.state <> 'DELETED') or exists (select 1 from retention_case c"
          + " where c.customer_id = e.customer_id and c.state = 'DELETED')"
          + " or exists (select 1 from purchased_product p where p.customer_id = e.customer_id"
          + " and p.state in ('AWAITING_PAYMENT', 'ACTIVE')),"
          + " (select max(t.business_date) from ledger_transfer t"
          + " where t.customer_id = e.customer_id),"
          + " coalesce((select a.credit_minor - a.debit_minor from ledger_account a"
          + " where a.id = e.customer_id * 8 + "
          + AccountKind.WALLET.ordinal()
          + "), 0)"
          + " from customer_erasure e where e.subscription_id = any(?) and e.next_on <= ?"
          + " order by e.customer_id for update of e";

  private static final String NAMED =
      "select i.customer_id, i.id, i.issue_date from invoice i where i.customer_id = any(?)"
          + " and not exists (select 1 from document_seal p where p.customer_id = i.customer_id"
          + " and p.invoice_id = i.id) order by i.customer_id, i.id";

  @Inject private Sql sql;
  @Inject private CaseStore cases;
  @Inject private CaseEvents events;
  @Inject private Certificates certificates;
  @Inject private DocumentSeals seals;
  @Inject private ContactTraces contacts;
  @Inject private TenantData tenants;

  /** Of the customer nothing lives any more; what is left of him is looked at tomorrow. */
  void expect(CaseRow row, LocalDate today) {
    sql.update(
        "insert into customer_erasure (customer_id, subscription_id, case_id, vendor_code, next_on)"
            + " values (?, ?, ?, ?, ?) on conflict (customer_id) do update set"
            + " subscription_id = excluded.subscription_id, case_id = excluded.case_id,"
            + " next_on = excluded.next_on,"
            + " version = customer_erasure.version + 1",
        row.customerId(),
        row.subscriptionId(),
        row.id(),
        row.vendorCode(),
        today.plusDays(1));
  }

  /** Somebody who is gone pays too late: the mail that confirms it goes the same way. */
  void lookAgain(long customerId, Instant paidAt) {
    sql.update(
        "update customer_erasure e set next_on = least(e.next_on,"
            + " (?::timestamptz at time zone v.zone)::date + 1), version = e.version + 1"
            + " from vendor v where v.code = e.vendor_code and e.customer_id = ?"
            + " and e.done_on is null",
        paidAt,
        customerId);
  }

  /**
   * What is due of the customers of these subscriptions.
   *
   * @param parked takes those whose documents are not what was issued
   * @return of how many customers something was erased
   */
  int erase(RunContext run, long[] subscriptions, List<Parked> parked) {
    List<Gone> due =
        sql.list(
            row ->
                new Gone(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getBoolean(4),
                    row.getObject(5, LocalDate.class),
                    Money.ofMinor(row.getLong(6), run.pack().seller().currency())),
            DUE,
            subscriptions,
            run.date());
    Map<Long, List<Document>> named = named(due);
    int done = 0;
    for (Gone gone : due) {
      if (gone.returned()) {
        next(gone, Optional.empty());
      } else {
        done += erase(run, gone, named.getOrDefault(gone.customer(), List.of()), parked) ? 1 : 0;
      }
    }
    return done;
  }

  private boolean erase(RunContext run, Gone gone, List<Document> named, List<Parked> parked) {
    LegalTerm term = run.pack().retention().legalTerm();
    Remains remains =
        new Remains(contacts.posting(gone.customer()), named, gone.lastBooking(), gone.balance());
    Map<String, Long> counts = new TreeMap<>();
    long[] papers = remains.due(term, run.date()).stream().mapToLong(Document::id).toArray();
    Sealed sealed = seals.seal(gone.customer(), papers, run.date());
    if (sealed.changed() != null) {
      parked.add(
          new Parked(
              gone.customer(),
              gone.subscription(),
              "DOCUMENT_CHANGED",
              "Document "
                  + sealed.changed()
                  + " has not the content of its digest: check its series"
                  + " (GET /number-series) before its buyer is taken out"));
      return false;
    }
    if (papers.length > 0) {
      counts.put("document", (long) sealed.documents());
      counts.put("document_file", (long) sealed.files());
    }
    // Each time: a payment that comes too late is confirmed by one more mail
    counts.putAll(contacts.forget(gone.customer()));
    boolean last = remains.recordIsDue(term, run.date());
    if (last) {
      tenants.pseudonymise(gone.customer(), Buyer.pseudonymOf(gone.customer()));
      counts.put("customer", 1L);
    }
    if (last) {
      sql.update(
          "update customer_erasure set done_on = ? where customer_id = ?",
          run.date(),
          gone.customer());
    }
    next(gone, remains.next(term, run.date()));
    boolean any = counts.values().stream().anyMatch(count -> count > 0);
    if (any) {
      certify(run, gone, counts, sealed);
    }
    return any;
  }

  private void certify(RunContext run, Gone gone, Map<String, Long> counts, Sealed sealed) {
    CaseRow row = cases.get(gone.caseId()).orElseThrow();
    Map<String, Object> also = new LinkedHashMap<>();
    if (!sealed.evidence().isEmpty()) {
      String evidence = String.join("\n", sealed.evidence());
      also.put("documents", Certificates.hex(Certificates.hash(evidence)));
    }
    String hash =
        certificates.write(
            row, "PSEUDONYMS", counts, List.of(), also, run.date(), run.recordedAt());
    events.audited(row, "pseudonymised", Map.of("hash", hash, "counts", counts));
  }

  private Map<Long, List<Document>> named(List<Gone> due) {
    Map<Long, List<Document>> named = new LinkedHashMap<>();
    long[] customers = due.stream().filter(g -> !g.returned()).mapToLong(Gone::customer).toArray();
    sql.list(
            row ->
                Map.entry(
                    row.getLong(1),
                    new Document(row.getLong(2), row.getObject(3, LocalDate.class))),
            NAMED,
            (Object) customers)
        .forEach(
            entry ->
                named
                    .computeIfAbsent(entry.getKey(), id -> new ArrayList<>())
                    .add(entry.getValue()));
    return named;
  }

  private void next(Gone gone, Optional<LocalDate> on) {
    sql.update(
        "update customer_erasure set next_on = ?::date, version = version + 1"
            + " where customer_id = ?",
        on.map(LocalDate::toString).orElse(null),
        gone.customer());
  }

  /**
   * A customer of whom something is due.
   *
   * @param returned something of him lives again
   */
  private record Gone(
      long customer,
      long caseId,
      long subscription,
      boolean returned,
      LocalDate lastBooking,
      Money balance) {}
}
