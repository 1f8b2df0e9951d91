package org.kontor.billing.retention.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.billing.retention.boundary.CaseView;
import org.kontor.billing.retention.boundary.CaseView.Told;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.retention.CaseProgress;
import org.kontor.domain.retention.CaseState;
import org.kontor.domain.retention.Condition;
import org.kontor.domain.retention.Ending;
import org.kontor.domain.retention.LifeStep;
import org.kontor.domain.retention.Notice;
import org.kontor.domain.time.BusinessClock;

/** Shows cases. */
@ApplicationScoped
public class CaseViews {

  @Inject private Accounts accounts;
  @Inject private NoticeLog notices;
  @Inject private PolicyBook policies;
  @Inject private BusinessClock clock;

  /** As a list shows it. */
  public CaseView brief(CaseRow row) {
    return view(row, policies.vendor(row.vendorCode()).zone(), null, null, null);
  }

  /** With its notices, what it depends on today, and what follows. */
  public CaseView full(CaseRow row) {
    ZoneId zone = policies.vendor(row.vendorCode()).zone();
    LocalDate today = clock.today(zone);
    List<Notice> told = notices.of(List.of(row), zone).getOrDefault(row.id(), List.of());
    List<Condition> conditions = List.of();
    List<LifeStep> future = List.of();
    if (row.state().open()) {
      PolicyPack pack = policies.inForce(row.vendorCode(), today);
      Account account = accounts.load(today, row.subscriptionId()).get(row.subscriptionId());
      conditions =
          new Ending(row.kind(), pack.retention(), row.anyTime())
              .conditions(account.facts(), today);
      future = new CaseProgress(row.countdown(), told).future(today);
    } else if (row.state() == CaseState.DELETED) {
      future = List.of(new LifeStep(row.purgeOn(), LifeStep.What.PURGED, 0));
    }
    List<Told> shown =
        told.stream().map(n -> new Told(n.daysLeft(), n.toldOn(), n.acceptedOn())).toList();
    return view(row, zone, shown, conditions, future);
  }

  private static CaseView view(
      CaseRow row, ZoneId zone, List<Told> told, List<Condition> conditions, List<LifeStep> next) {
    boolean restorable = row.state() == CaseState.DELETED;
    return new CaseView(
        row.id(),
        row.customerId(),
        row.subscriptionId(),
        row.vendorCode(),
        row.kind(),
        row.state(),
        row.countdown().from(),
        row.deletesOn(),
        row.deletesOn().atStartOfDay(zone).toInstant(),
        row.deletedOn(),
        restorable ? row.purgeOn().minusDays(1) : null,
        row.purgeOn(),
        row.serviceEnds(),
        row.serviceEnds() == null ? null : row.deletesOn().minusDays(1),
        row.startedBy(),
        row.reason(),
        row.endedBy(),
        row.endedOn(),
        row.quietUntil(),
        row.approvedBy(),
        told,
        conditions,
        next,
        row.version());
  }
}
