package org.kontor.billing.retention.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.crm.message.boundary.Deliveries;
import org.kontor.crm.platform.boundary.Outbox;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.retention.CaseKind;
import org.kontor.domain.retention.CaseStep.Tell;
import org.kontor.domain.retention.Notice;

/**
 * Notices of cases: written once each, and asked whether the mail server took them (PEERS E8).
 * Where nothing sends mail nothing counts as delivered, and nothing is deleted.
 */
@ApplicationScoped
public class NoticeLog {

  private final Sql sql;
  private final Outbox outbox;
  private final Deliveries deliveries;

  @Inject
  public NoticeLog(Sql sql, Outbox outbox, Deliveries deliveries) {
    this.sql = sql;
    this.outbox = outbox;
    this.deliveries = deliveries;
  }

  /** For the container's proxy. */
  protected NoticeLog() {
    this(null, null, null);
  }

  /** Hands a notice to the mail, unless it was before. */
  public void tell(CaseRow row, Tell tell, LocalDate today, ZoneId zone) {
    boolean trial = row.kind() == CaseKind.TRIAL_END;
    String topic = trial ? "trial.ending" : "retention.notice";
    // By the case: what an earlier one has told, before a hold, does not count for this one
    String key = row.id() + "/" + tell.daysLeft();
    int rows =
        sql.update(
            "insert into retention_notice (case_id, days_left, topic, key, told_on, deletes_on)"
                + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
            row.id(),
            tell.daysLeft(),
            topic,
            key,
            today,
            tell.deletesOn());
    if (rows == 1) {
      outbox.add(topic, key, row.vendorCode(), row.customerId(), payload(row, tell, zone), today);
    }
  }

  private static Map<String, Object> payload(CaseRow row, Tell tell, ZoneId zone) {
    Map<String, Object> payload = new HashMap<>();
    payload.put("caseId", row.id());
    payload.put("subscriptionId", row.subscriptionId());
    payload.put("kind", row.kind());
    payload.put("daysLeft", tell.daysLeft());
    payload.put("deletedOn", tell.deletesOn());
    payload.put("deletesAt", tell.deletesOn().atStartOfDay(zone).toInstant());
    if (row.kind() == CaseKind.TRIAL_END) {
      payload.put("lastDay", row.countdown().from());
    }
    if (row.serviceEnds() != null) {
      payload.put("exportUntil", tell.deletesOn().minusDays(1));
    }
    return payload;
  }

  /** What was told of these cases, by case. */
  public Map<Long, List<Notice>> of(Collection<CaseRow> cases, ZoneId zone) {
    Map<Long, List<Notice>> told = new HashMap<>();
    long[] ids = cases.stream().mapToLong(CaseRow::id).toArray();
    sql.list(
            row ->
                Map.entry(
                    row.getLong(1),
                    new Notice(
                        row.getInt(2),
                        row.getObject(3, LocalDate.class),
                        accepted(row.getString(4), row.getString(5), zone).orElse(null))),
            "select case_id, days_left, told_on, topic, key from retention_notice"
                + " where case_id = any(?) order by case_id, days_left desc",
            (Object) ids)
        .forEach(
            entry ->
                told.merge(
                    entry.getKey(),
                    List.of(entry.getValue()),
                    (all, more) -> Stream.concat(all.stream(), more.stream()).toList()));
    return told;
  }

  private Optional<LocalDate> accepted(String topic, String key, ZoneId zone) {
    return deliveries.acceptedAt(topic, key).map(at -> at.atZone(zone).toLocalDate());
  }
}
