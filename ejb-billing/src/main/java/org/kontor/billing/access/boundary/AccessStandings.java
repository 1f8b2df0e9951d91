package org.kontor.billing.access.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kontor.billing.access.control.AccessRow;
import org.kontor.billing.access.control.AccessRows;
import org.kontor.billing.access.control.Schedules;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.platform.boundary.BookClock;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.access.AccessDecision;
import org.kontor.domain.access.AccessNotice;
import org.kontor.domain.access.AccessSchedule;
import org.kontor.domain.customer.Position;
import org.kontor.domain.customer.Role;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.retention.CaseKind;

/**
 * What every page of the client area asks: the same decisions that the vendor's application gets,
 * in words. Two statements by keys; a third one where nothing is to be told, or the sum of what is
 * overdue.
 */
@ApplicationScoped
public class AccessStandings {

  @Inject private AccessRows rows;
  @Inject private Schedules schedules;
  @Inject private PolicyBook policies;
  @Inject private BookClock clock;
  @Inject private Caller caller;
  @Inject private Sql sql;

  /**
   * How it stands now.
   *
   * @param position of the person with this customer
   * @throws org.kontor.domain.problem.Refused NOT_FOUND, CALENDAR_MISSING
   */
  public AccessStanding of(String vendor, long customerId, long personId, Position position) {
    caller.mustSee(vendor, "customer");
    Instant now = clock.now();
    PolicyPack pack = policies.recently(vendor, clock.today(policies.vendor(vendor).zone()));
    LocalDate today = LocalDate.ofInstant(now, pack.zone());
    List<AccessAnswer> answers = new ArrayList<>();
    List<AccessNotice> notices = new ArrayList<>();
    for (AccessRow row : rows.living(customerId, personId)) {
      if (row.position() == null || !row.vendor().equals(vendor)) {
        throw NotFound.of("customer");
      }
      AccessSchedule schedule = schedules.of(row, row.position().role(), now);
      AccessDecision decision = schedule.decide(row.position(), now);
      answers.add(AccessAnswer.of(row.subscriptionId(), customerId, vendor, row.plan(), decision));
      AccessNotice.of(schedule, decision, pack.access(), pack.zone(), pack.portal().announcedDays())
          .ifPresent(notices::add);
    }
    AccessNotice notice =
        notices.stream()
            .max(Comparator.comparing(AccessNotice::kind))
            .map(told -> told.ofWholeDebt(pack.access(), () -> overdue(customerId, pack, today)))
            .or(() -> invoice(customerId, position.forMoney(), pack, today))
            .orElse(null);
    return new AccessStanding(
        answers,
        notice,
        deletion(customerId, position.role(), pack, today),
        pack.access().payers());
  }

  /** What is open of all invoices whose last day in time has passed (S1.27). */
  private Money overdue(long customerId, PolicyPack pack, LocalDate today) {
    long minor =
        sql.one(
                row -> row.getLong(1),
                "select coalesce(sum(open_minor), 0) from open_item"
                    + " where customer_id = ? and due_date < ?",
                customerId,
                today)
            .orElse(0L);
    return Money.ofMinor(minor, pack.seller().currency());
  }

  /** The oldest open invoice of whoever may pay it. */
  private Optional<AccessNotice> invoice(
      long customerId, Role role, PolicyPack pack, LocalDate today) {
    if (!pack.access().payers().contains(role)) {
      return Optional.empty();
    }
    return sql.one(
            row ->
                AccessNotice.ofInvoice(
                    row.getString(1),
                    row.getObject(2, LocalDate.class),
                    Money.ofMinor(row.getLong(3), pack.seller().currency()),
                    today,
                    pack.portal().announcedDays()),
            "select i.number, q.due_date, q.open_minor from open_item q join invoice i"
                + " on i.customer_id = q.customer_id and i.id = q.invoice_id"
                + " where q.customer_id = ? order by q.due_date, q.invoice_id limit 1",
            customerId)
        .flatMap(found -> found);
  }

  /**
   * The first one; what has no day of grace any more is gone, and there is nothing to tell of it.
   */
  private AccessStanding.Deletion deletion(
      long customerId, Role role, PolicyPack pack, LocalDate today) {
    return sql.one(
            row -> {
              boolean done = row.getString(3).equals("DELETED");
              LocalDate purge = row.getObject(5, LocalDate.class);
              LocalDate day =
                  done && purge != null ? purge.minusDays(1) : row.getObject(4, LocalDate.class);
              return new AccessStanding.Deletion(
                  row.getLong(1),
                  row.getString(2),
                  done,
                  day,
                  ChronoUnit.DAYS.between(today, day),
                  !done && CaseKind.valueOf(row.getString(2)).isStoppedBy(role, pack.retention()));
            },
            "select id, kind, state, deletes_on, purge_on from retention_case"
                + " where customer_id = ? and (state in ('ANNOUNCED', 'DUE')"
                + " or state = 'DELETED' and coalesce(purge_on, deletes_on + 1) > ?"
                + " or state = 'ELIGIBLE' and kind <> 'INACTIVITY')"
                + " order by deletes_on, id limit 1",
            customerId,
            today)
        .orElse(null);
  }
}
