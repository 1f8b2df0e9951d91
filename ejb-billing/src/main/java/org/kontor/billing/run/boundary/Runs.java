package org.kontor.billing.run.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.billing.run.control.PlannedBills;
import org.kontor.billing.run.control.RunReport;
import org.kontor.billing.run.control.RunRow;
import org.kontor.billing.run.control.RunSteps;
import org.kontor.billing.run.control.RunStore;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.run.RunKind;
import org.kontor.domain.run.RunSchedule;
import org.kontor.domain.time.BusinessClock;

/** Runs as people and programs see and steer them. */
@Stateless
public class Runs {

  @Inject private RunStore store;
  @Inject private RunSteps steps;
  @Inject private RunReport report;
  @Inject private PlannedBills planned;
  @Inject private PolicyBook policies;
  @Inject private BusinessClock clock;
  @Inject private Caller caller;
  @Inject private Sql sql;

  /** Refuses what cannot be run: kinds without a date of theirs, days that are not over. */
  public void mayStart(StartRun asked) {
    caller.mustSee(asked.vendor(), "vendor");
    PolicyPack pack = policies.inForce(asked.vendor(), asked.date());
    requirePossible(asked, pack);
    LocalDate today = clock.today(pack.zone());
    LocalDate last = asked.kind() == RunKind.DAILY ? today.minusDays(1) : today;
    if (!asked.dry() && asked.date().isAfter(last)) {
      throw Problem.of(
              ProblemCode.IN_THE_FUTURE,
              "date",
              asked.kind() + " of " + asked.date() + " is not due before its time",
              "Ask for a dry run, or wait until the day has come.")
          .asException();
    }
    boolean monthly = asked.kind() == RunKind.MONTHLY || asked.kind() == RunKind.SETTLEMENT;
    int day = asked.kind() == RunKind.MONTHLY ? pack.billing().invoiceDay() : 1;
    if (monthly && asked.date().getDayOfMonth() != day) {
      throw Problem.of(
              ProblemCode.INVALID_VALUE,
              "date",
              asked.kind() + " runs on day " + day + " of a month",
              "Send the " + day + ". of the month.")
          .asException();
    }
  }

  private void requirePossible(StartRun asked, PolicyPack pack) {
    LocalDate bookFrom = policies.vendor(asked.vendor()).bookFrom();
    if (asked.date().isBefore(bookFrom)) {
      throw Problem.of(
              ProblemCode.BEFORE_BOOK,
              "date",
              "the book of " + asked.vendor() + " begins on " + bookFrom,
              "Send a date from then on.")
          .asException();
    }
    if (!RunSchedule.uses(pack, asked.kind())) {
      throw Problem.of(
              ProblemCode.INVALID_VALUE,
              "kind",
              asked.vendor() + " has no use for " + asked.kind() + " on " + asked.date(),
              "Nothing in its policy pack of that day falls under this kind of run.")
          .asException();
    }
  }

  public RunView get(long id) {
    return report.view(visible(id));
  }

  /** Newest first. */
  public Page<RunView> list(String vendor, RunKind kind, String after, Integer limit) {
    int size = Page.limit(limit);
    long before = after == null ? Long.MAX_VALUE : Page.afterId(after);
    List<RunView> views = report.list(caller.vendorFilter(vendor), kind, before, size + 1);
    return Page.of(views, size, view -> Long.toString(view.id()));
  }

  /** Runs that wait for approval, oldest date first. */
  public List<HeldRun> held() {
    String vendor = caller.vendorFilter(null);
    return store.held().stream()
        .filter(run -> vendor == null || run.vendorCode().equals(vendor))
        .map(run -> new HeldRun(run.id(), run.vendorCode(), run.kind(), run.date(), run.reason()))
        .toList();
  }

  /** The plan, line by line: drafts of documents until they are issued, or charges of a dry run. */
  public Page<PlannedBill> drafts(long id, String after, Integer limit) {
    int size = Page.limit(limit);
    return Page.of(
        planned.page(visible(id), Page.afterId(after), size + 1),
        size,
        bill -> Long.toString(bill.subscriptionId()));
  }

  public Page<ParkedAccount> parked(long id, String after, Integer limit) {
    int size = Page.limit(limit);
    return Page.of(
        report.parked(visible(id), Page.afterId(after), size + 1),
        size,
        account -> Long.toString(account.subscriptionId()));
  }

  /** Lets a run go on that a safety bound held back. */
  public void approve(long id) {
    RunRow run = locked(id);
    mustBe(run, run.state() == RunState.NEEDS_APPROVAL, "waits for no approval");
    store.approved(id, caller.identity().name());
    store.beat(id);
  }

  /** Does the parked accounts once more, after their repair. */
  public void again(long id) {
    RunRow run = locked(id);
    mustBe(run, run.state() == RunState.COMPLETED_WITH_PARKED, "has no parked accounts");
    // A later one that is being planned, or waits for its release, may bear what is parked here
    boolean borne = run.kind() == RunKind.MONTHLY && store.laterUnfinished(run);
    mustBe(run, !borne, "a later run of its kind is not finished yet");
    steps.again(run);
  }

  /** Throws a dry run's plan, or a held-back run, away. */
  public void discard(long id) {
    RunRow run = locked(id);
    boolean may = run.dry() || run.state() == RunState.NEEDS_APPROVAL;
    mustBe(run, may && !run.state().finished(), "is booked, or thrown away already");
    sql.one(row -> 0, "select discard_drafts(?)", id);
    sql.update("delete from run_charge where run_id = ?", id);
    if (run.dry()) {
      store.discarded(id);
    } else {
      sql.update("delete from billing_run where id = ?", id);
    }
  }

  /** Two people who decide at the same time decide one after the other. */
  private RunRow locked(long id) {
    visible(id);
    return store.lock(id);
  }

  private RunRow visible(long id) {
    RunRow run = store.get(id);
    caller.mustSee(run.vendorCode(), "run");
    return run;
  }

  private static void mustBe(RunRow run, boolean fine, String otherwise) {
    if (!fine) {
      throw Problem.of(
              ProblemCode.WRONG_STATE,
              "",
              "the run is " + run.state() + " and " + otherwise,
              "Look at GET /runs/" + run.id() + ".")
          .asException();
    }
  }

  /**
   * @param date business date: the day charged for; the 1st that is settled or invoiced
   * @param dry plan only; null: false
   */
  public record StartRun(String vendor, RunKind kind, LocalDate date, Boolean dry) {
    public StartRun {
      dry = Boolean.TRUE.equals(dry);
    }
  }

  /**
   * A run that waits for approval.
   *
   * @param reason the bound that held it
   */
  public record HeldRun(long id, String vendor, RunKind kind, LocalDate date, String reason) {}

  /** Why an account was left out. */
  public record ParkedAccount(
      long customerId, long subscriptionId, String code, String detail, Instant resolvedAt) {}
}
