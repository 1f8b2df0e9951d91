package org.kontor.billing.access.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.payment.PaymentProof;

/** Keeps the proof of an announced transfer: one for each notice, a later one in its place. */
@ApplicationScoped
public class ProofStore {

  private final Sql sql;
  private final Audit audit;

  @Inject
  public ProofStore(Sql sql, Audit audit) {
    this.sql = sql;
    this.audit = audit;
  }

  /** For the container's proxy. */
  protected ProofStore() {
    this(null, null);
  }

  /**
   * Keeps it, unless it is kept already. Call it last in a boundary, as {@link Audit#record}.
   *
   * @param personId who sent it; null when staff did
   */
  public void keep(
      long caseId, long subscriptionId, PaymentProof proof, Instant now, Long personId) {
    byte[] sha256 = proof.sha256();
    int kept =
        sql.update(
            "insert into transfer_proof as p (case_id, subscription_id, name, media_type, sha256,"
                + " content, sent_at, sent_by) values (?, ?, ?, ?, ?, ?, ?, ?)"
                + " on conflict (case_id) do update set name = excluded.name,"
                + " media_type = excluded.media_type, sha256 = excluded.sha256,"
                + " content = excluded.content, sent_at = excluded.sent_at,"
                + " sent_by = excluded.sent_by"
                + " where (p.sha256, p.name) <> (excluded.sha256, excluded.name)",
            caseId,
            subscriptionId,
            proof.name(),
            proof.type().mediaType(),
            sha256,
            proof.content(),
            now,
            personId);
    if (kept == 1) {
      audit.record(
          "access.transfer-proof",
          "subscription/" + subscriptionId,
          Map.of(
              "case",
              caseId,
              "mediaType",
              proof.type().mediaType(),
              "bytes",
              proof.content().length,
              "sha256",
              HexFormat.of().formatHex(sha256)));
    }
  }
}
