package org.kontor.billing.access.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.kontor.billing.access.control.AccessRow;
import org.kontor.billing.access.control.AccessRows;
import org.kontor.billing.access.control.PromiseStore;
import org.kontor.billing.access.control.SubscriptionLocks;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.calendar.boundary.Calendars;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.customer.Check;
import org.kontor.domain.customer.Role;
import org.kontor.domain.policy.AccessPolicy.TransferNotice;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.time.BusinessClock;
import org.kontor.domain.time.WorkCalendar;
import org.kontor.domain.time.WorkingDay;

/** A customer says that a transfer is under way; once in a case that defers what was coming. */
@Stateless
public class TransferNotices {

  private static final int LONGEST_REFERENCE = 200;

  @Inject private AccessRows rows;
  @Inject private PromiseStore cases;
  @Inject private SubscriptionLocks locks;
  @Inject private PolicyBook policies;
  @Inject private Calendars calendars;
  @Inject private BusinessClock clock;
  @Inject private Caller caller;
  @Inject private Audit audit;
  @Inject private Sql sql;

  /**
   * @throws org.kontor.domain.problem.Refused NOT_FOUND, MISSING_VALUE, WRONG_STATE where none is
   *     offered or nothing is owed, NOT_ALLOWED_FOR_ROLE, ALREADY_EXISTS, CALENDAR_MISSING
   */
  public TransferNoticeView give(NewTransferNotice asked) {
    String reference = Check.optional("reference", asked.reference(), LONGEST_REFERENCE);
    AccessRow row = row(asked);
    locks.hold(row.customerId());
    Instant now = clock.now();
    LocalDate today = LocalDate.ofInstant(now, policies.vendor(row.vendor()).zone());
    PolicyPack pack = policies.inForce(row.vendor(), today);
    TransferNotice terms = pack.access().transferNotice();
    mayGive(row, asked, terms);
    WorkingDay last = lastDay(pack, calendars.of(pack.seller().address().country()), today);
    Instant until = end(last, pack);
    int given =
        sql.update(
            "insert into transfer_notice (case_id, subscription_id, given_at, until_at, reference,"
                + " given_by) values (?, ?, ?, ?, ?, ?) on conflict (case_id) do nothing",
            row.open().id(),
            row.subscriptionId(),
            now,
            until,
            reference,
            asked.personId());
    if (given == 0) {
      throw Problem.of(
              ProblemCode.ALREADY_EXISTS,
              "",
              "A transfer was announced in this case already",
              "It defers once; record the payment when it arrives.")
          .asException();
    }
    cases.review(row.customerId(), today);
    audit.record(
        "access.transfer-notice",
        "subscription/" + row.subscriptionId(),
        Map.of("case", row.open().id(), "until", until));
    return new TransferNoticeView(
        row.open().id(), row.subscriptionId(), now, until, reference, last.skipped());
  }

  /** The last day of the deferral that begins today. */
  static WorkingDay lastDay(PolicyPack pack, WorkCalendar calendar, LocalDate today) {
    TransferNotice terms = pack.access().transferNotice();
    return terms.workingDays()
        ? calendar.plusWorkingDays(today, terms.days())
        : new WorkingDay(today.plusDays(terms.days()), List.of());
  }

  static Instant end(WorkingDay last, PolicyPack pack) {
    return last.day().plusDays(1).atStartOfDay(pack.zone()).toInstant();
  }

  /**
   * @param role null of somebody who does not belong to the customer
   */
  static boolean mayGive(Role role) {
    return role != null && role != Role.STAFF;
  }

  private static void mayGive(AccessRow row, NewTransferNotice asked, TransferNotice terms) {
    if (terms == null || row.open() == null) {
      throw Problem.of(
              ProblemCode.WRONG_STATE,
              "",
              terms == null
                  ? "This vendor defers nothing for a transfer that is under way"
                  : "Nothing of this subscription is restricted or about to be",
              "Record the payment when it arrives.")
          .asException();
    }
    if (asked.personId() != null && !mayGive(row.role())) {
      throw Problem.of(
              ProblemCode.NOT_ALLOWED_FOR_ROLE,
              "personId",
              "Only an administrator of the customer can announce a transfer",
              "Let an administrator do it, or leave personId out when staff were told.")
          .asException();
    }
  }

  private AccessRow row(NewTransferNotice asked) {
    if (asked.subscriptionId() == null) {
      throw Check.missing("subscriptionId");
    }
    AccessRow row =
        rows.find(asked.subscriptionId(), asked.personId() == null ? 0 : asked.personId())
            .orElseThrow(() -> NotFound.of("subscription"));
    caller.mustSee(row.vendor(), "subscription");
    return row;
  }
}
