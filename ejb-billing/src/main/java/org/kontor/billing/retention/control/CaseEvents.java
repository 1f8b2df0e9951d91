package org.kontor.billing.retention.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.crm.platform.boundary.Outbox;
import org.kontor.domain.retention.CaseKind;
import org.kontor.domain.retention.CaseState;
import org.kontor.domain.retention.EndedBy;

/** Tells and records what became of a case. */
@ApplicationScoped
public class CaseEvents {

  private final Outbox outbox;
  private final Audit audit;

  @Inject
  public CaseEvents(Outbox outbox, Audit audit) {
    this.outbox = outbox;
    this.audit = audit;
  }

  /** For the container's proxy. */
  protected CaseEvents() {
    this(null, null);
  }

  /**
   * @param what the end of the topic: {@code deleted}, {@code purged}, {@code restored}, {@code
   *     cancelled}
   */
  public void happened(CaseRow row, String what, Map<String, ?> detail, LocalDate today) {
    Map<String, Object> payload = new HashMap<>(detail);
    payload.put("caseId", row.id());
    payload.put("subscriptionId", row.subscriptionId());
    payload.put("kind", row.kind());
    boolean trial = row.kind() == CaseKind.TRIAL_END && what.equals("deleted");
    outbox.add(
        trial ? "trial.deleted" : "retention." + what,
        Long.toString(trial ? row.subscriptionId() : row.id()),
        row.vendorCode(),
        row.customerId(),
        payload,
        today);
    audited(row, what, detail);
  }

  /** A case that ended before its deletion; nobody is told of what nobody was told about. */
  public void toldUnlessSilent(CaseRow row, EndedBy by, LocalDate today) {
    if (row.state() == CaseState.ELIGIBLE || row.kind() == CaseKind.TRIAL_END) {
      audited(row, "cancelled", Map.of("by", by));
    } else {
      happened(row, "cancelled", Map.of("by", by), today);
    }
  }

  /** Written down, but nobody is told. */
  public void audited(CaseRow row, String what, Map<String, ?> detail) {
    Map<String, Object> recorded = new HashMap<>(detail);
    recorded.put("kind", row.kind());
    recorded.put("subscription", row.subscriptionId());
    audit.record("retention." + what, "retention-case/" + row.id(), recorded);
  }

  /** The same of a customer of whom nothing was deleted. */
  public void audited(long customerId, String what, Map<String, ?> detail) {
    audit.record("retention." + what, "customer/" + customerId, detail);
  }
}
