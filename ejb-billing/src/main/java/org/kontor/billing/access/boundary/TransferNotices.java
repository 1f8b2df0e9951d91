package org.kontor.billing.access.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.kontor.billing.access.control.AccessChanges;
import org.kontor.billing.access.control.AccessRow;
import org.kontor.billing.access.control.AccessRows;
import org.kontor.billing.access.control.Graces;
import org.kontor.billing.access.control.ProofStore;
import org.kontor.billing.access.control.SubscriptionLocks;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.calendar.boundary.Calendars;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.access.AccessSchedule;
import org.kontor.domain.access.Step;
import org.kontor.domain.customer.Check;
import org.kontor.domain.customer.Role;
import org.kontor.domain.payment.PaymentProof;
import org.kontor.domain.policy.AccessPolicy.TransferNotice;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.time.BusinessClock;
import org.kontor.domain.time.WorkCalendar;
import org.kontor.domain.time.WorkingDay;

/**
 * A customer says that a transfer is under way; once in a case that defers what was coming, also
 * shortly before the case begins.
 */
@Stateless
public class TransferNotices {

  private static final int LONGEST_REFERENCE = 200;
  private static final String NOTHING = "Nothing of this subscription is restricted or about to be";

  @Inject private AccessRows rows;
  @Inject private Graces graces;
  @Inject private AccessChanges cases;
  @Inject private ProofStore proofs;
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
    return give(asked, null);
  }

  /**
   * The same with the bank's confirmation: both are kept, or neither.
   *
   * @param proof null for none
   */
  public TransferNoticeView give(NewTransferNotice asked, PaymentProof proof) {
    String reference = Check.optional("reference", asked.reference(), LONGEST_REFERENCE);
    AccessRow seen = row(asked);
    locks.hold(seen.customerId());
    Instant now = clock.now();
    LocalDate today = LocalDate.ofInstant(now, policies.vendor(seen.vendor()).zone());
    PolicyPack pack = policies.inForce(seen.vendor(), today);
    mayGive(seen, asked, pack);
    WorkingDay last = lastDay(pack, calendars.of(pack.seller().address().country()), today);
    Instant until = end(last, pack);
    if (row(asked).open() == null) {
      ahead(row(asked), pack, now, until);
    }
    AccessRow row = row(asked);
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
    graces.begunOfSubscription(row.subscriptionId(), today);
    audit.record(
        "access.transfer-notice",
        "subscription/" + row.subscriptionId(),
        Map.of("case", row.open().id(), "until", until));
    if (proof != null) {
      proofs.keep(row.open().id(), row.subscriptionId(), proof, now, asked.personId());
    }
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
   * @param role as which the person pays; null of somebody who does not belong to the customer
   */
  static boolean mayGive(PolicyPack pack, Role role) {
    return role != null && pack.access().payers().contains(role);
  }

  /**
   * Nothing is overdue yet. Whoever has paid shortly before is not stopped for the days that a bank
   * takes: the case begins with his word. It defers once, so it is not taken where it would defer
   * nothing.
   */
  private void ahead(AccessRow row, PolicyPack pack, Instant now, Instant until) {
    if (row.debt(pack) == null) {
      throw none(NOTHING);
    }
    AccessSchedule schedule =
        AccessSchedule.of(
            pack.access(),
            row.facts(pack, now).ofDebtsOnly(),
            calendars.of(pack.seller().address().country()));
    Instant restricted =
        schedule.steps().stream()
            .filter(step -> step.from().isAfter(now) && step.stage().restricts())
            .map(Step::from)
            .findFirst()
            .orElseThrow(() -> none(NOTHING));
    if (!until.isAfter(restricted)) {
      throw Problem.of(
              ProblemCode.WRONG_STATE,
              "",
              "Nothing is restricted before "
                  + LocalDateTime.ofInstant(restricted, pack.zone())
                  + ", and a notice of today defers until "
                  + LocalDateTime.ofInstant(until, pack.zone()),
              "Send it again shortly before that day if the payment has not arrived.")
          .asException();
    }
    cases.openAhead(pack, row, now);
  }

  private static Refused none(String what) {
    return Problem.of(ProblemCode.WRONG_STATE, "", what, "Record the payment when it arrives.")
        .asException();
  }

  private static void mayGive(AccessRow row, NewTransferNotice asked, PolicyPack pack) {
    if (pack.access().transferNotice() == null) {
      throw none("This vendor defers nothing for a transfer that is under way");
    }
    if (asked.personId() != null && !mayGive(pack, row.payer())) {
      throw Problem.of(
              ProblemCode.NOT_ALLOWED_FOR_ROLE,
              "personId",
              "Only a person of the customer who may pay can announce a transfer",
              "Let a person with one of the roles "
                  + new TreeSet<>(pack.access().payers())
                  + " do it, or leave personId out when staff were told.")
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
