package org.kontor.billing.access.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.kontor.billing.access.boundary.TransferStanding.State;
import org.kontor.billing.access.control.AccessRow;
import org.kontor.billing.access.control.AccessRows;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.crm.calendar.boundary.Calendars;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.time.BusinessClock;

/** Whether a customer can say that a transfer is under way, and what that would put off. */
@ApplicationScoped
public class TransferChoices {

  @Inject private CustomerAccess access;
  @Inject private AccessRows rows;
  @Inject private PolicyBook policies;
  @Inject private Calendars calendars;
  @Inject private BusinessClock clock;

  /**
   * @throws org.kontor.domain.problem.Refused NOT_FOUND, CALENDAR_MISSING
   */
  public TransferStanding of(long customerId, long personId) {
    TransferStanding standing = TransferStanding.without(State.NONE);
    for (long subscription : access.living(customerId)) {
      TransferStanding found = of(rows.find(subscription, personId).orElseThrow());
      if (found.state() == State.OFFERED) {
        return found;
      }
      standing = standing.state() == State.NONE || found.subscriptionId() != 0 ? found : standing;
    }
    return standing;
  }

  private TransferStanding of(AccessRow row) {
    LocalDate today = clock.today(policies.vendor(row.vendor()).zone());
    PolicyPack pack = policies.inForce(row.vendor(), today);
    if (pack.access().transferNotice() == null) {
      return TransferStanding.without(State.NONE);
    }
    if (row.open() == null) {
      return TransferStanding.without(State.NOTHING_TO_DEFER);
    }
    if (row.transfer() != null) {
      return new TransferStanding(State.GIVEN, row.subscriptionId(), row.transfer().until());
    }
    if (!TransferNotices.mayGive(pack, row.payer())) {
      return TransferStanding.without(State.NOT_THIS_ROLE);
    }
    return new TransferStanding(
        State.OFFERED,
        row.subscriptionId(),
        TransferNotices.end(
            TransferNotices.lastDay(pack, calendars.of(pack.seller().address().country()), today),
            pack));
  }
}
