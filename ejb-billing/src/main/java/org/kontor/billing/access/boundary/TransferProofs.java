package org.kontor.billing.access.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import org.kontor.billing.access.control.AccessRow;
import org.kontor.billing.access.control.AccessRows;
import org.kontor.billing.access.control.ProofStore;
import org.kontor.billing.access.control.SubscriptionLocks;
import org.kontor.billing.ledger.control.AccountHolders;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.payment.PaymentProof;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.time.BusinessClock;

/**
 * The bank's confirmation of a transfer that was announced, for bookkeepers who look for the money:
 * one for each notice, replaced while its case is open.
 */
@Stateless
public class TransferProofs {

  private static final String NOTICE = "transfer-notice";
  private static final String PROOF = "transfer-proof";

  private static final String KNOWN =
      "select p.case_id, p.name, p.media_type, length(p.content), p.sent_at from transfer_proof p ";

  @Inject private AccessRows rows;
  @Inject private AccountHolders holders;
  @Inject private ProofStore store;
  @Inject private SubscriptionLocks locks;
  @Inject private PolicyBook policies;
  @Inject private BusinessClock clock;
  @Inject private Caller caller;
  @Inject private Sql sql;

  /**
   * Adds it to a notice, in place of one that was sent before. The same once more changes nothing.
   *
   * @param personId who sends it; null when staff do
   * @throws org.kontor.domain.problem.Refused NOT_FOUND where there is no such notice, or not for
   *     this person; WRONG_STATE where its case is closed
   */
  public TransferProofView put(long caseId, Long personId, PaymentProof proof) {
    Notice seen = notice(caseId, personId);
    locks.hold(seen.customerId());
    Notice notice = notice(caseId, personId);
    if (!notice.open()) {
      throw Problem.of(
              ProblemCode.WRONG_STATE,
              "",
              "The case of this notice is closed: nothing waits for its transfer any more",
              "Record the payment when it arrives.")
          .asException();
    }
    store.keep(caseId, notice.subscriptionId(), proof, clock.now(), personId);
    return sql.one(TransferProofs::view, KNOWN + "where p.case_id = ?", caseId).orElseThrow();
  }

  /**
   * For whoever may read the book.
   *
   * @throws org.kontor.domain.problem.Refused NOT_FOUND
   */
  public TransferProofFile get(long caseId) {
    return file(caseId, null);
  }

  /**
   * For a person who may pay for the customer.
   *
   * @throws org.kontor.domain.problem.Refused NOT_FOUND, also for everybody else
   */
  public TransferProofFile get(long caseId, long personId) {
    return file(caseId, personId);
  }

  /**
   * All of a customer, the latest notice first; as many as there were cases.
   *
   * @throws org.kontor.domain.problem.Refused NOT_FOUND
   */
  public List<TransferProofView> of(long customerId) {
    holders.asked(customerId);
    return sql.list(
        TransferProofs::view,
        KNOWN
            + "join subscription s on s.id = p.subscription_id where s.customer_id = ?"
            + " order by p.case_id desc",
        customerId);
  }

  /** Whether a person may add and read the proofs of a subscription: who may give the notice. */
  public boolean isFor(long subscriptionId, long personId) {
    return rows.find(subscriptionId, personId).filter(this::pays).isPresent();
  }

  private boolean pays(AccessRow row) {
    PolicyPack pack =
        policies.inForce(row.vendor(), clock.today(policies.vendor(row.vendor()).zone()));
    return TransferNotices.mayGive(pack, row.payer());
  }

  private TransferProofFile file(long caseId, Long personId) {
    Notice notice = notice(caseId, personId);
    return sql.one(
            row ->
                new TransferProofFile(
                    notice.customerId(),
                    row.getString(1),
                    row.getString(2),
                    HexFormat.of().formatHex(row.getBytes(3)),
                    row.getBytes(4)),
            "select name, media_type, sha256, content from transfer_proof where case_id = ?",
            caseId)
        .orElseThrow(() -> NotFound.of(PROOF));
  }

  private Notice notice(long caseId, Long personId) {
    Notice notice =
        sql.one(
                row ->
                    new Notice(row.getLong(1), row.getLong(2), row.getString(3), row.getBoolean(4)),
                "select s.id, s.customer_id, s.vendor_code,"
                    + " c.closed_at is null and s.state <> 'DELETED'"
                    + " from transfer_notice t join access_case c on c.id = t.case_id"
                    + " join subscription s on s.id = t.subscription_id where t.case_id = ?",
                caseId)
            .orElseThrow(() -> NotFound.of(NOTICE));
    caller.mustSee(notice.vendor(), NOTICE);
    if (personId != null && !isFor(notice.subscriptionId(), personId)) {
      throw NotFound.of(NOTICE);
    }
    return notice;
  }

  private static TransferProofView view(ResultSet row) throws SQLException {
    Instant sentAt = row.getObject(5, OffsetDateTime.class).toInstant();
    return new TransferProofView(
        row.getLong(1), row.getString(2), row.getString(3), row.getLong(4), sentAt);
  }

  private record Notice(long subscriptionId, long customerId, String vendor, boolean open) {}
}
