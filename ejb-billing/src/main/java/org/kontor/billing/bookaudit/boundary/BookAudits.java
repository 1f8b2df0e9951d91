package org.kontor.billing.bookaudit.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kontor.billing.bookaudit.control.BookAuditStore;
import org.kontor.billing.bookaudit.control.BookCheck;
import org.kontor.billing.ledger.control.LedgerAudit.Findings;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/**
 * Audits whole books, by itself once a night and for whoever asks. Without a transaction: a large
 * book is read for minutes, and each statement sees the book whole.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BookAudits {

  private static final Logger LOG = Logger.getLogger(BookAudits.class.getName());

  @Inject private BookAuditStore store;
  @Inject private BookCheck check;
  @Inject private Caller caller;

  /**
   * One audit that is due, at most one a night for each vendor on whichever node.
   *
   * @return whether there was one
   */
  public boolean auditOneDue() {
    Optional<String> due = store.claim();
    due.ifPresent(this::audit);
    return due.isPresent();
  }

  /**
   * Audits now and keeps the result, so that an alarm ends when its cause is mended.
   *
   * @throws org.kontor.domain.problem.Refused MISSING_VALUE, NOT_FOUND
   */
  public BookAuditView now(String vendor) {
    if (vendor == null || vendor.isBlank()) {
      throw Problem.of(
              ProblemCode.MISSING_VALUE, "vendor", "vendor is missing", "Send a vendor's code.")
          .asException();
    }
    caller.mustSee(vendor, "vendor");
    if (store.last(vendor).isEmpty()) {
      throw NotFound.of("vendor");
    }
    audit(vendor);
    return store.last(vendor).get(0);
  }

  /** The last audit of each vendor that the caller sees. */
  public List<BookAuditView> last() {
    return store.last(caller.vendorFilter(null));
  }

  private void audit(String vendor) {
    Findings findings = check.of(vendor);
    store.keep(vendor, findings);
    if (findings.count() > 0) {
      LOG.log(
          Level.SEVERE,
          "the book of {0} is not sound, {1} findings: {2}",
          new Object[] {vendor, findings.count(), findings.shown()});
    }
  }
}
