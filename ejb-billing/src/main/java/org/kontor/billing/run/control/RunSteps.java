package org.kontor.billing.run.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kontor.billing.bulk.control.ChunkWork.ChunkResult;
import org.kontor.billing.bulk.control.ChunkWork.Parked;
import org.kontor.billing.bulk.control.CreditUse;
import org.kontor.billing.bulk.control.OrderedIssue;
import org.kontor.billing.bulk.control.RunContext;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.billing.run.boundary.BoundExceeded;
import org.kontor.billing.run.boundary.RunState;
import org.kontor.billing.run.boundary.RunTakenOver;
import org.kontor.billing.run.boundary.RunTicket;
import org.kontor.billing.run.boundary.RunView;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.run.DueRun;
import org.kontor.domain.run.RunBounds;
import org.kontor.domain.run.RunKind;
import org.kontor.domain.time.BusinessClock;

/** How a run goes from one state to the next; each method within its caller's transaction. */
@ApplicationScoped
public class RunSteps {

  /** A worker that is silent for longer is taken for dead. */
  private static final int SILENCE_SECONDS = 30;

  private static final int PARTITION_ACCOUNTS = 5_000;

  @Inject private RunStore store;
  @Inject private ChunkWorks works;
  @Inject private PolicyBook policies;
  @Inject private OrderedIssue orderedIssue;
  @Inject private CreditUse credit;
  @Inject private Node node;
  @Inject private BusinessClock clock;
  @Inject private Ids ids;
  @Inject private Sql sql;

  public RunTicket open(String vendor, RunKind kind, LocalDate date, boolean dry) {
    PolicyPack pack = policies.inForce(vendor, date);
    long id = ids.next();
    if (store.insert(id, vendor, kind, date, dry, node.id(), pack.id())) {
      return new RunTicket(id, 1);
    }
    RunRow run = store.real(vendor, kind, date).orElseThrow();
    if (run.state().finished() || run.state() == RunState.NEEDS_APPROVAL) {
      return RunTicket.idle(run.id());
    }
    if (isWorkedOn(run)) {
      throw Problem.of(
              ProblemCode.RUN_ALREADY_OWNED,
              "",
              "already running on " + run.owner() + " since " + run.startedAt(),
              "Follow it at GET /runs/" + run.id() + ".")
          .asException();
    }
    return takeOver(run);
  }

  private boolean isWorkedOn(RunRow run) {
    return store.beatWithin(run.id(), SILENCE_SECONDS) && !node.wasFormerly(run.owner());
  }

  /** Real runs that neither ended nor wait for a person, and at which nobody works any more. */
  public List<DueRun> abandoned() {
    return store.unfinished().stream()
        .filter(run -> !isWorkedOn(run))
        .map(run -> new DueRun(run.vendorCode(), run.kind(), run.date(), run.startedAt()))
        .toList();
  }

  public RunTicket resume(long runId) {
    return takeOver(store.lock(runId));
  }

  private RunTicket takeOver(RunRow run) {
    store.takeOver(run.id(), node.id());
    return new RunTicket(run.id(), run.fence() + 1);
  }

  public List<Integer> partitions(RunTicket ticket) {
    RunRow run = mine(ticket);
    if (store.partitions(run.id()).isEmpty()) {
      cut(run);
      dateDocuments(run);
    } else if (store.draftsAreLost(run.id())) {
      planAnew(ticket);
    }
    return store.partitions(run.id()).stream()
        .map(RunView.Partition::no)
        .filter(no -> no != RunStore.ISSUE)
        .toList();
  }

  /** Plans again what is not issued yet, and dates it anew. */
  public void planAnew(RunTicket ticket) {
    RunRow run = mine(ticket);
    store.planAnew(run);
    dateDocuments(run);
  }

  private void dateDocuments(RunRow run) {
    // Renewals are dated when they are booked, chunk by chunk; their plan as they would be now
    if (run.kind() == RunKind.MONTHLY || run.kind() == RunKind.RENEWAL && run.dry()) {
      store.issueOn(run.id(), orderedIssue.earliestDate(context(run)));
    }
  }

  private void cut(RunRow run) {
    long from = 0;
    int no = 0;
    for (long cut : works.cuts(run, PARTITION_ACCOUNTS)) {
      store.partition(run.id(), no++, from, cut);
      from = cut;
    }
    store.partition(run.id(), RunStore.ISSUE, 0, Long.MAX_VALUE);
    sql.update("update billing_run set planned = ? where id = ?", works.count(run), run.id());
  }

  /** Whether more is left of the partition. */
  public boolean chunk(RunTicket ticket, int no, int size) {
    RunStore.Cursor cursor = store.lockPartition(ticket, no);
    RunRow run = store.get(ticket.runId());
    if (run.state() == RunState.NEEDS_APPROVAL) {
      return false;
    }
    int most = Math.min(size, works.of(run.kind()).mostAtOnce(pack(run)));
    long[] next = works.next(run, cursor.done(), cursor.end(), most);
    if (next.length == 0) {
      return false;
    }
    if (run.attempt() > 1) {
      works.resolve(run, next);
    }
    ChunkResult result = works.of(run.kind()).process(context(run), next);
    store.advance(ticket, no, next[next.length - 1], next.length, result);
    requireWithinBounds(run);
    return next.length == most;
  }

  /**
   * Kinds that book within their chunks cannot be checked when all is planned: the chunk with which
   * the run's sum so far exceeds what the whole run may come to is rolled back.
   */
  private void requireWithinBounds(RunRow run) {
    if (run.kind().booksAtOnce() && isToBeChecked(run) && run.approvedBy() == null) {
      exceeded(run, store.soFar(run)).ifPresent(BoundExceeded::say);
    }
  }

  private static boolean isToBeChecked(RunRow run) {
    return !run.dry() && run.attempt() == 1;
  }

  /** Holds a run back in the middle of its chunks; what they booked stays. */
  public void hold(RunTicket ticket, String reason) {
    mine(ticket);
    store.lock(ticket.runId());
    store.sum(ticket.runId());
    store.state(ticket.runId(), RunState.NEEDS_APPROVAL, reason);
  }

  public void parkNext(RunTicket ticket, int no, String reason) {
    RunStore.Cursor cursor = store.lockPartition(ticket, no);
    RunRow run = store.get(ticket.runId());
    long[] next = works.next(run, cursor.done(), cursor.end(), 1);
    if (next.length == 1) {
      Parked parked = new Parked(works.customerOf(run, next[0]), next[0], "INTERNAL", reason);
      store.advance(ticket, no, next[0], 1, new ChunkResult(0, 0, 0, List.of(parked)));
    }
  }

  public void tell(RunTicket ticket, String reason) {
    RunRow run = mine(ticket);
    // What a person is to decide about is not written over by what failed on another core
    if (!run.state().finished() && run.state() != RunState.NEEDS_APPROVAL) {
      store.state(run.id(), run.state(), reason);
    }
  }

  public RunState check(RunTicket ticket) {
    RunRow before = mine(ticket);
    store.sum(ticket.runId());
    RunRow run = store.get(ticket.runId());
    if (run.state() != RunState.PLANNING) {
      return run.state();
    }
    RunState state = next(run);
    String reason = "";
    // A plan that was made anew needs no second approval, unless it comes to more
    boolean approved = run.approvedBy() != null && run.totalMinor() <= before.totalMinor();
    if (state == RunState.ISSUING && isToBeChecked(run) && !approved) {
      Optional<String> exceeded = exceeded(run, run.figures());
      if (exceeded.isPresent()) {
        state = RunState.NEEDS_APPROVAL;
        reason = exceeded.get();
      }
    }
    store.state(run.id(), state, reason);
    return state;
  }

  private RunState next(RunRow run) {
    if (run.dry()) {
      return RunState.PLANNED;
    }
    return run.kind() == RunKind.MONTHLY ? RunState.ISSUING : RunState.POSTING;
  }

  private Optional<String> exceeded(RunRow run, RunBounds.Figures figures) {
    RunRow last = store.lastFinished(run.vendorCode(), run.kind(), run.date()).orElse(null);
    return RunBounds.exceeded(pack(run).bounds(), figures, last == null ? null : last.figures());
  }

  /** The version with which the run began, whatever was imported since. */
  private PolicyPack pack(RunRow run) {
    return policies.version(run.vendorCode(), run.policyVersion());
  }

  public boolean issue(RunTicket ticket) {
    RunStore.Cursor cursor = store.lockPartition(ticket, RunStore.ISSUE);
    RunRow run = store.get(ticket.runId());
    OrderedIssue.Issued issued = orderedIssue.chunk(context(run), cursor.done());
    if (issued.drafts() == 0) {
      return false;
    }
    store.advance(
        ticket,
        RunStore.ISSUE,
        issued.last(),
        issued.drafts(),
        new ChunkResult(0, 0, 0, List.of()));
    sql.update(
        "update billing_run set issued = issued + ? where id = ?", issued.documents(), run.id());
    return true;
  }

  public List<Long> withCredit(RunTicket ticket) {
    RunRow run = mine(ticket);
    return run.kind() == RunKind.MONTHLY
        ? credit.candidates(run.vendorCode(), run.date())
        : List.of();
  }

  public void applyCredit(RunTicket ticket, List<Long> customerIds) {
    RunRow run = mine(ticket);
    for (long customerId : customerIds) {
      credit.apply(run.vendorCode(), customerId, run.date(), clock.now());
    }
  }

  public RunState finish(RunTicket ticket) {
    mine(ticket);
    RunRow run = store.get(ticket.runId());
    if (run.dry() || run.state() == RunState.NEEDS_APPROVAL || run.state().finished()) {
      return run.state();
    }
    if (store.hasDraftsToIssue(run.id())) {
      throw new IllegalStateException("run " + run.id() + " has drafts without numbers");
    }
    sql.update("delete from run_draft where run_id = ?", run.id());
    store.sum(run.id());
    boolean parked = store.get(run.id()).parked() > 0;
    RunState state = parked ? RunState.COMPLETED_WITH_PARKED : RunState.COMPLETED;
    store.state(run.id(), state, "");
    store.doneThrough(run.vendorCode(), run.kind(), run.date());
    return state;
  }

  public void beat(RunTicket ticket) {
    mine(ticket);
    store.beat(ticket.runId());
  }

  public void release(RunTicket ticket) {
    if (store.get(ticket.runId()).fence() == ticket.fence()) {
      store.silence(ticket.runId());
    }
  }

  /**
   * The parked accounts once more; what was billed stays. Until they are taken up, the heartbeat
   * says that somebody is about to; later documents than the first attempt's date the rest anew.
   */
  public void again(RunRow run) {
    sql.update(
        "update billing_run set state = 'PLANNING', finished_at = null, attempt = attempt + 1 where"
            + " id = ?",
        run.id());
    sql.update("update run_partition set cursor_id = from_id where run_id = ?", run.id());
    dateDocuments(run);
    store.beat(run.id());
  }

  private RunRow mine(RunTicket ticket) {
    RunRow run = store.get(ticket.runId());
    if (run.fence() != ticket.fence()) {
      throw new RunTakenOver(ticket);
    }
    return run;
  }

  private RunContext context(RunRow run) {
    return new RunContext(run.id(), run.date(), run.issueDate(), pack(run), clock.now(), run.dry());
  }
}
