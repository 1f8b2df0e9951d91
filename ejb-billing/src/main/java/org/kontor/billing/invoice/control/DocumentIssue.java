package org.kontor.billing.invoice.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.billing.invoice.control.DocumentRows.Numbered;
import org.kontor.billing.ledger.control.Ledger;
import org.kontor.billing.ledger.control.Months;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.crm.platform.boundary.DatabaseFault;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.Outbox;
import org.kontor.domain.invoice.DocumentHash;
import org.kontor.domain.invoice.InvoiceDraft;
import org.kontor.domain.invoice.Purpose;
import org.kontor.domain.ledger.Entry;
import org.kontor.domain.ledger.Postings;
import org.kontor.domain.ledger.SellerAccounts;
import org.kontor.domain.ledger.Transfer;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Seller;
import org.kontor.domain.policy.Seller.DocumentKind;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.time.BusinessClock;

/**
 * Turns a draft into a document, in the caller's transaction: number, chain, rows, open item,
 * postings, outbox. All or nothing, so that a number is never lost and never given twice.
 *
 * <p>Order of locks: the series, the customer's accounts, his open items, the seller's accounts.
 */
@ApplicationScoped
public class DocumentIssue {

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  @Inject private SeriesLock seriesLock;
  @Inject private DocumentRows rows;
  @Inject private Documents documents;
  @Inject private OpenAmounts openAmounts;
  @Inject private Ledger ledger;
  @Inject private Settlement settlement;
  @Inject private Months months;
  @Inject private PolicyBook policies;
  @Inject private Outbox outbox;
  @Inject private Ids ids;
  @Inject private BusinessClock clock;

  /**
   * Issues a draft, once per source key: the second time the document of the first is returned.
   *
   * @throws org.kontor.domain.problem.Refused UNAVAILABLE when the series stays locked for ten
   *     seconds, WRONG_STATE when it has a later document, NUMBER_TAKEN when another series gave
   *     the number that is next
   */
  public IssuedDocument issue(InvoiceDraft draft) {
    PolicyPack pack = policies.version(draft.vendorCode(), version(draft.policy()));
    Seller.Series series = pack.seller().seriesFor(draft.kind());
    months.ensure(draft.issueDate());
    SeriesLock.Head head = lock(draft, series);
    Optional<StoredDocument> before = documents.findBySource(draft.vendorCode(), draft.sourceKey());
    if (before.isPresent()) {
      return issued(before.get(), false);
    }
    Numbered place = number(draft, series, head);
    Instant now = clock.now();
    insert(place, draft, now);
    seriesLock.moveTo(
        draft.vendorCode(), series, head, draft.issueDate(), place.counter(), place.chain());
    tell(place, draft);
    ledger.lock(draft.customerId());
    if (draft.kind() == DocumentKind.CREDIT_NOTE) {
      takeBack(place, draft, now);
    } else {
      owe(place, draft, now);
    }
    return issued(documents.find(place.id()).orElseThrow(), true);
  }

  private SeriesLock.Head lock(InvoiceDraft draft, Seller.Series series) {
    try {
      return seriesLock.lock(draft.vendorCode(), series, draft.issueDate());
    } catch (DatabaseFault e) {
      if (LOCK_NOT_AVAILABLE.equals(e.sqlState())) {
        throw Problem.of(
                ProblemCode.UNAVAILABLE,
                "",
                "series " + series.code() + " was busy numbering for ten seconds",
                "Nothing was issued and no number is lost; send the request again.")
            .asException();
      }
      throw e;
    }
  }

  private void insert(Numbered place, InvoiceDraft draft, Instant now) {
    try {
      rows.insert(place, draft, now);
    } catch (DatabaseFault e) {
      throw SeriesLock.taken(e, place.series(), place.number());
    }
  }

  private Numbered number(InvoiceDraft draft, Seller.Series series, SeriesLock.Head head) {
    DocumentHash hash = new DocumentHash();
    long counter = head.last() + 1;
    String number = series.format(head.year(), counter);
    byte[] digest = hash.digest(draft);
    byte[] chain = hash.chain(head.chain(), number, digest);
    return new Numbered(ids.next(), series, head.year(), counter, number, digest, chain);
  }

  private void owe(Numbered place, InvoiceDraft draft, Instant now) {
    openAmounts.open(place.id(), draft);
    List<Transfer> transfers =
        Postings.invoiceIssued(entry(place, draft), seller(draft), draft.net(), draft.vatTotal());
    ledger.post(draft.vendorCode(), transfers, now);
    if (draft.purpose() != Purpose.ADVANCE) {
      settlement.issued(draft, now);
    }
  }

  private void takeBack(Numbered place, InvoiceDraft draft, Instant now) {
    Money wasOpen = openAmounts.takeBack(draft, now);
    List<Transfer> transfers =
        Postings.creditNote(
            entry(place, draft), seller(draft), draft.net(), draft.vatTotal(), wasOpen);
    ledger.post(draft.vendorCode(), transfers, now);
  }

  private void tell(Numbered place, InvoiceDraft draft) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("invoiceId", place.id());
    payload.put("number", place.number());
    payload.put("kind", draft.kind().name());
    payload.put("total", draft.total().amount().toPlainString());
    payload.put("currency", draft.total().currency().getCurrencyCode());
    payload.put("dueDate", draft.dueDate());
    outbox.add(
        draft.kind() == DocumentKind.INVOICE ? "invoice.issued" : "creditnote.issued",
        Long.toString(place.id()),
        draft.vendorCode(),
        draft.customerId(),
        payload,
        draft.issueDate());
  }

  private SellerAccounts seller(InvoiceDraft draft) {
    return ledger.sellerAccounts(draft.vendorCode(), draft.total().currency());
  }

  private static Entry entry(Numbered place, InvoiceDraft draft) {
    return new Entry(draft.customerId(), draft.issueDate(), place.id());
  }

  private static IssuedDocument issued(StoredDocument document, boolean fresh) {
    return new IssuedDocument(
        document.id(),
        document.number(),
        document.customerId(),
        document.issueDate(),
        document.dueDate(),
        document.total(),
        document.open(),
        fresh);
  }

  private static int version(String policy) {
    return Integer.parseInt(policy.substring(policy.indexOf('@') + 1));
  }
}
