package org.kontor.billing.document.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Currency;
import org.kontor.billing.document.control.PrintedDocument.Preceding;
import org.kontor.billing.invoice.control.Documents;
import org.kontor.billing.invoice.control.FrozenJson;
import org.kontor.billing.invoice.control.StoredDocument;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.invoice.Purpose;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.AccessPolicy;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Seller.DocumentKind;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;

/** Gathers what stands on a document from what was frozen when it was issued, and nothing else. */
@ApplicationScoped
public class IssuedDocuments {

  /** What paid the document in the transaction, or by the end of the run, that issued it. */
  private static final String PAID_AT_ISSUE =
      "select r.id is not null and r.finished_at is null, coalesce((select sum(a.amount_minor)"
          + " from payment_allocation a where a.customer_id = i.customer_id and a.invoice_id = i.id"
          + " and a.kind <> 'CREDIT_NOTE' and a.business_date <= i.issue_date and a.recorded_at <="
          + " greatest(i.recorded_at, r.finished_at)), 0)::bigint"
          + " from invoice i left join billing_run r on r.id = i.run_id"
          + " where i.customer_id = ? and i.id = ?";

  private final Sql sql;
  private final Documents documents;
  private final PolicyBook policies;

  @Inject
  public IssuedDocuments(Sql sql, Documents documents, PolicyBook policies) {
    this.sql = sql;
    this.documents = documents;
    this.policies = policies;
  }

  /** For the container's proxy. */
  protected IssuedDocuments() {
    this(null, null, null);
  }

  /**
   * The content of the file.
   *
   * @throws Refused UNAVAILABLE while the run that issued it is not finished: it may still pay it
   *     from the customer's balance
   */
  public PrintedDocument printed(StoredDocument document) {
    PolicyPack pack = policies.version(document.vendorCode(), document.policyVersion());
    Currency currency = document.total().currency();
    boolean invoice = document.kind() == DocumentKind.INVOICE;
    return new PrintedDocument(
        document.kind(),
        document.number(),
        document.issueDate(),
        document.dueDate(),
        document.period(),
        pack.seller(),
        FrozenJson.buyer(document.buyerJson()),
        documents.lines(document),
        FrozenJson.vat(document.vatJson(), currency),
        document.net(),
        document.vat(),
        document.total(),
        invoice ? paid(document) : Money.zero(currency),
        document.remittance(),
        preceding(document),
        document.reason(),
        invoice && exportEndsWithStop(pack.access()),
        document.recordedAt());
  }

  private static boolean exportEndsWithStop(AccessPolicy access) {
    return access.noExportWarning() != null
        && access.noExportWarning().onInvoice()
        && !access.exportWhileSuspended();
  }

  private Money paid(StoredDocument document) {
    if (document.purpose().equals(Purpose.ADVANCE.name())) {
      // It is the tax document of money that has come
      return document.total();
    }
    Paid paid =
        sql.one(
                row -> new Paid(row.getBoolean(1), row.getLong(2)),
                PAID_AT_ISSUE,
                document.customerId(),
                document.id())
            .orElseThrow();
    if (paid.runGoesOn()) {
      throw Problem.of(
              ProblemCode.UNAVAILABLE,
              "",
              "the run that issued " + document.number() + " is not finished",
              "Ask again when it is: it may still pay the invoice from the customer's balance.")
          .asException();
    }
    return Money.ofMinor(paid.minor(), document.total().currency());
  }

  private record Paid(boolean runGoesOn, long minor) {}

  private Preceding preceding(StoredDocument document) {
    if (document.precedingId() == null) {
      return null;
    }
    StoredDocument old = documents.find(document.precedingId()).orElseThrow();
    return new Preceding(old.number(), old.issueDate());
  }
}
