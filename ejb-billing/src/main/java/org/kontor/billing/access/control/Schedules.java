package org.kontor.billing.access.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.crm.calendar.boundary.Calendars;
import org.kontor.crm.platform.boundary.BookClock;
import org.kontor.domain.access.AccessSchedule;
import org.kontor.domain.customer.Role;
import org.kontor.domain.policy.PolicyPack;

/**
 * The future of a subscription's access by all versions of its vendor's policy that are known, as
 * they stood at most a second ago.
 */
@ApplicationScoped
public class Schedules {

  @Inject private PolicyBook policies;
  @Inject private Calendars calendars;
  @Inject private BookClock clock;

  /**
   * For one person's role, from now on.
   *
   * @param moment of the question
   * @throws org.kontor.domain.problem.Refused CALENDAR_MISSING
   */
  public AccessSchedule of(AccessRow row, Role role, Instant moment) {
    LocalDate today = day(clock.now(), row);
    AccessSchedule schedule = null;
    for (PolicyPack pack : policies.recentlyFrom(row.vendor(), today)) {
      AccessSchedule version =
          AccessSchedule.of(
              pack.access(),
              row.facts(pack, moment, today),
              calendars.of(pack.seller().address().country()),
              role);
      schedule =
          schedule == null
              ? version
              : schedule.then(pack.effectiveFrom().atStartOfDay(pack.zone()).toInstant(), version);
    }
    return schedule;
  }

  /** The policy in force at a moment. */
  public PolicyPack policy(AccessRow row, Instant moment) {
    return policies.recently(row.vendor(), day(moment, row));
  }

  private LocalDate day(Instant moment, AccessRow row) {
    LocalDate utc = LocalDate.ofInstant(moment, ZoneOffset.UTC);
    return LocalDate.ofInstant(moment, policies.recently(row.vendor(), utc).zone());
  }
}
