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
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Product;
import org.kontor.domain.policy.RetentionPolicy.LegalTerm;
import org.kontor.domain.retention.Remains;
import org.kontor.domain.retention.Remains.Document;

/**
 * What names a customer who is gone: addresses of mails in the night after the purge, the buyer of
 * each document after its legal term, and the customer's own record with the last of it. Who has
 * left without a deletion keeps people, data and addresses until then, and loses them with the
 * record. Each customer as a whole, in the transaction of the chunk; each act leaves a certificate.
 */
@ApplicationScoped
public class Erasures {

  private static final String DUE =
      "select e.customer_id, e.case_id, %s,"
          + " (select max(t.business_date) from ledger_transfer t"
          + " where t.customer_id = e.customer_id),"
          + " coalesce((select a.credit_minor - a.debit_minor from ledger_account a"
          + " where a.id = e.customer_id * 8 + "
          + AccountKind.WALLET.ordinal()
          + "), 0), e.left_on"
          + " from customer_erasure e where e.customer_id = any(?) and e.next_on <= ?"
          + " order by e.customer_id for update of e";

  /** Whoever is found to be no customer any more; a deletion writes its own row. */
  private static final String LEFT =
      "insert into customer_erasure (customer_id, vendor_code, next_on, left_on)"
          + " select c.id, c.vendor_code, ?, ? from deletion_candidate d"
          + " join customer c on c.id = d.id where d.id = any(?) and d.stands = 'LEFT'"
          + " and not %s on conflict (customer_id) do nothing";

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
  @Inject private TenantRows rows;
  @Inject private TenantData tenants;

  /**
   * The condition that something of a customer goes on; the codes are the policy's, no caller's
   * words.
   */
  static String lives(String customer, PolicyPack pack) {
    return "customer_lives(" + customer + ", '{" + String.join(",", delivered(pack)) + "}')";
  }

  /** Products that go on no more once they were paid for. */
  static List<String> delivered(PolicyPack pack) {
    return pack.catalogue().products().stream()
        .filter(Product::isDelivered)
        .map(Product::code)
        .toList();
  }

  /** Of the customer nothing lives any more; what is left of him is looked at tomorrow. */
  void expect(CaseRow row, LocalDate today) {
    sql.update(
        "insert into customer_erasure (customer_id, subscription_id, case_id, vendor_code, next_on)"
            + " values (?, ?, ?, ?, ?) on conflict (customer_id) do update set"
            + " subscription_id = excluded.subscription_id, case_id = excluded.case_id,"
            + " next_on = excluded.next_on, left_on = null,"
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
   * What is due of these customers; other ids are nobody's.
   *
   * @param parked takes those whose documents are not what was issued
   * @return of how many customers something was erased
   */
  int erase(RunContext run, long[] customers, List<Parked> parked) {
    sql.list(
        row -> row.getLong(1),
        "select id from customer where id = any(?) order by id for update",
        (Object) customers);
    sql.update(
        LEFT.formatted(lives("d.customer_id", run.pack())), run.date(), run.date(), customers);
    List<Gone> due =
        sql.list(
            row ->
                new Gone(
                    row.getLong(1),
                    row.getObject(2, Long.class),
                    row.getBoolean(3),
                    row.getObject(4, LocalDate.class),
                    Money.ofMinor(row.getLong(5), run.pack().seller().currency()),
                    row.getObject(6, LocalDate.class)),
            DUE.formatted(lives("e.customer_id", run.pack())),
            customers,
            run.date());
    Map<Long, List<Document>> named = named(due);
    int done = 0;
    for (Gone gone : due) {
      if (gone.returned()) {
        sql.update("delete from customer_erasure where customer_id = ?", gone.customer());
      } else {
        done += erase(run, gone, named.getOrDefault(gone.customer(), List.of()), parked) ? 1 : 0;
      }
    }
    return done;
  }

  private boolean erase(RunContext run, Gone gone, List<Document> named, List<Parked> parked) {
    LegalTerm term = run.pack().retention().legalTerm();
    Remains remains =
        new Remains(
            contacts.posting(gone.customer()),
            named,
            gone.lastBooking(),
            gone.balance(),
            gone.leftOn());
    Map<String, Long> counts = new TreeMap<>();
    long[] papers = remains.due(term, run.date()).stream().mapToLong(Document::id).toArray();
    Sealed sealed = seals.seal(gone.customer(), papers, run.date());
    if (sealed.changed() != null) {
      parked.add(changed(gone, sealed.changed()));
      return false;
    }
    if (papers.length > 0) {
      counts.put("document", (long) sealed.documents());
      counts.put("document_file", (long) sealed.files());
    }
    boolean last = remains.recordIsDue(term, run.date());
    if (gone.leftOn() == null || last) {
      // Each time: a payment that comes too late is confirmed by one more mail
      counts.putAll(contacts.forget(gone.customer()));
    }
    if (last) {
      if (gone.leftOn() != null) {
        counts.putAll(rows.forget(gone.customer()));
      }
      tenants.pseudonymise(gone.customer(), Buyer.pseudonymOf(gone.customer()));
      counts.put("customer", 1L);
      // What he typed with "I have paid"; that he said it stays, as what it put off
      sql.update(
          "update transfer_notice t set reference = '' from subscription s"
              + " where s.id = t.subscription_id and s.customer_id = ? and t.reference <> ''",
          gone.customer());
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

  private static Parked changed(Gone gone, String number) {
    return new Parked(
        gone.customer(),
        gone.customer(),
        "DOCUMENT_CHANGED",
        "Document "
            + number
            + " has not the content of its digest: check its series"
            + " (GET /number-series) before its buyer is taken out");
  }

  private void certify(RunContext run, Gone gone, Map<String, Long> counts, Sealed sealed) {
    String documents =
        sealed.evidence().isEmpty()
            ? ""
            : Certificates.hex(Certificates.hash(String.join("\n", sealed.evidence())));
    if (gone.caseId() == null) {
      String hash =
          certificates.pseudonyms(
              gone.customer(), run.pack().code(), counts, documents, run.date(), run.recordedAt());
      events.audited(gone.customer(), "pseudonymised", Map.of("hash", hash, "counts", counts));
    } else {
      CaseRow row = cases.get(gone.caseId()).orElseThrow();
      String hash = certificates.pseudonyms(row, counts, documents, run.date(), run.recordedAt());
      events.audited(row, "pseudonymised", Map.of("hash", hash, "counts", counts));
    }
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
   * @param caseId of the last deletion; null where there was none
   * @param returned something of him lives again
   */
  private record Gone(
      long customer,
      Long caseId,
      boolean returned,
      LocalDate lastBooking,
      Money balance,
      LocalDate leftOn) {}
}
