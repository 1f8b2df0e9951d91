package org.kontor.billing.access.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kontor.billing.access.control.Evaluation.Change;
import org.kontor.billing.bulk.control.ChunkWork;
import org.kontor.billing.bulk.control.RunContext;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.crm.calendar.boundary.Calendars;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.run.RunKind;
import org.kontor.domain.time.WorkCalendar;

/**
 * The nightly evaluation. It looks only at subscriptions of which something may change, and writes
 * only what does: the decision itself needs no run. Who is looked at is locked as a payment locks
 * him, so that none is stopped whose payment is being booked.
 */
@ApplicationScoped
public class AccessWork implements ChunkWork {

  @Inject private AccessRows rows;
  @Inject private AccessChanges changes;
  @Inject private SubscriptionLocks locks;
  @Inject private PolicyBook policies;
  @Inject private Calendars calendars;

  @Override
  public RunKind kind() {
    return RunKind.ACCESS;
  }

  @Override
  public String source() {
    return "access_candidate";
  }

  @Override
  public String workList() {
    return "s.vendor_code = ? and s.quiet_through < ?";
  }

  @Override
  public ChunkResult process(RunContext run, long[] ids) {
    if (!run.dry()) {
      locks.evaluated(ids);
    }
    PolicyPack pack = run.pack();
    Instant moment = run.date().atStartOfDay(pack.zone()).toInstant();
    LocalDate newer = policies.nextVersion(pack.code(), run.date()).orElse(null);
    Evaluation evaluation = new Evaluation(pack, calendar(pack), moment, newer);
    List<Parked> parked = new ArrayList<>(0);
    List<Change> found = new ArrayList<>(ids.length);
    for (AccessRow row : rows.chunk(ids)) {
      try {
        Change change = evaluation.of(row);
        if (change != null) {
          found.add(change);
        }
      } catch (Refused refused) {
        parked.add(
            new Parked(
                row.customerId(),
                row.subscriptionId(),
                refused.problem().code().name(),
                refused.problem().detail()));
      }
    }
    if (!run.dry()) {
      changes.write(run, moment, found);
    }
    return new ChunkResult(found.size(), 0, 0, parked);
  }

  private WorkCalendar calendar(PolicyPack pack) {
    return calendars.of(pack.seller().address().country());
  }
}
