package org.kontor.billing.access.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kontor.billing.access.control.Evaluation.Change;
import org.kontor.billing.bulk.control.RunContext;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.crm.calendar.boundary.Calendars;
import org.kontor.crm.platform.boundary.Outbox;
import org.kontor.crm.platform.boundary.Outbox.Message;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.time.WorkCalendar;

/**
 * What a subscription meets when something ends that spared it: the stage that stands then begins,
 * is told and stops what it stops, at that moment and not with the night's run.
 */
@ApplicationScoped
public class AfterGrace {

  private static final Logger LOG = Logger.getLogger(AfterGrace.class.getName());

  private final AccessRows rows;
  private final AccessChanges changes;
  private final Graces graces;
  private final SubscriptionLocks locks;
  private final PolicyBook policies;
  private final Calendars calendars;
  private final Outbox outbox;

  @Inject
  public AfterGrace(
      AccessRows rows,
      AccessChanges changes,
      Graces graces,
      SubscriptionLocks locks,
      PolicyBook policies,
      Calendars calendars,
      Outbox outbox) {
    this.rows = rows;
    this.changes = changes;
    this.graces = graces;
    this.locks = locks;
    this.policies = policies;
    this.calendars = calendars;
    this.outbox = outbox;
  }

  /** For the container's proxy. */
  protected AfterGrace() {
    this(null, null, null, null, null, null, null);
  }

  /**
   * Looks at subscriptions as they stand at a moment. Locked as a payment locks them: one that is
   * being booked is waited for, and counts.
   *
   * @param subscriptions ascending
   */
  public void look(long[] subscriptions, Instant moment) {
    locks.evaluated(subscriptions);
    Map<String, List<AccessRow>> byVendor = new LinkedHashMap<>();
    for (AccessRow row : rows.chunk(subscriptions)) {
      byVendor.computeIfAbsent(row.vendor(), vendor -> new ArrayList<>()).add(row);
    }
    byVendor.forEach((vendor, of) -> look(vendor, of, moment));
  }

  private void look(String vendor, List<AccessRow> of, Instant moment) {
    LocalDate today = LocalDate.ofInstant(moment, policies.vendor(vendor).zone());
    PolicyPack pack = policies.inForce(vendor, today);
    WorkCalendar calendar = calendars.of(pack.seller().address().country());
    LocalDate newer = policies.nextVersion(vendor, today).orElse(null);
    Evaluation evaluation = new Evaluation(pack, calendar, moment, newer);
    List<Change> found = new ArrayList<>();
    for (AccessRow row : of) {
      try {
        Change change = evaluation.of(row);
        if (change != null) {
          found.add(change);
        }
      } catch (Refused refused) {
        // The night's run parks it, with the reason, where a clerk sees it
        LOG.log(
            Level.INFO,
            "subscription {0} waits for the night: {1}",
            new Object[] {row.subscriptionId(), refused.getMessage()});
      }
    }
    long[] customers = of.stream().mapToLong(AccessRow::customerId).distinct().toArray();
    List<Message> news = new ArrayList<>();
    graces.over(pack, customers, moment, today, news);
    outbox.addAll(news);
    changes.write(new RunContext(0, today, pack, moment, false), moment, found);
  }
}
