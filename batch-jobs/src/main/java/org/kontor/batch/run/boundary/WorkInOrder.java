package org.kontor.batch.run.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kontor.billing.run.boundary.DueRuns;
import org.kontor.billing.run.boundary.RunWork;
import org.kontor.crm.platform.boundary.BookClock;
import org.kontor.crm.platform.boundary.SimulatedTime;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.run.AfterWork;
import org.kontor.domain.run.DueMoments;
import org.kontor.domain.run.DueRun;
import org.kontor.domain.run.DueWork;
import org.kontor.domain.run.RunKind;

/**
 * Runs what is due, one after the other in the order of its moments. In simulation the clock is
 * moved from moment to moment, so that everything sees the time at which it would have happened.
 */
@ApplicationScoped
public class WorkInOrder implements DueWork {

  private static final Logger LOG = Logger.getLogger(WorkInOrder.class.getName());

  private final ReentrantLock oneAtATime = new ReentrantLock();

  @Inject private DueRuns dueRuns;
  @Inject private DueMoments moments;
  @Inject private RunWork runs;
  @Inject private RunJobs jobs;
  @Inject private SimulatedTime time;
  @Inject private BookClock clock;
  @Inject @Any private Instance<AfterWork> afterWork;

  /**
   * {@inheritDoc}
   *
   * @throws org.kontor.domain.problem.Refused RUN_ALREADY_OWNED or RUN_FAILED when everything else
   *     is done and the clock has moved, CONCURRENT_CHANGE when the book was emptied meanwhile
   */
  @Override
  public void runAllDue(Instant upTo) {
    oneAtATime.lock();
    try {
      Held held = work(upTo);
      if (held.first != null) {
        throw held.first;
      }
    } finally {
      oneAtATime.unlock();
    }
  }

  /** The same, unless it is going on already; what failed is in the log and tried again. */
  void runAllDueUnlessBusy(Instant upTo) {
    if (oneAtATime.tryLock()) {
      try {
        work(upTo);
      } finally {
        oneAtATime.unlock();
      }
    }
  }

  private Held work(Instant upTo) {
    long epoch = clock.epoch();
    Held held = new Held();
    beforehand(upTo);
    // A retry or an approved run is in no watermark: whoever worked at it may be gone
    runs.abandoned().forEach(run -> complete(run, held));
    Optional<DueRun> next = dueRuns.next(upTo, held.kinds);
    while (next.isPresent() || moment(upTo, held).isPresent()) {
      Instant moment = moment(upTo, held).orElse(Instant.MAX);
      if (next.isEmpty() || moment.isBefore(next.get().dueAt())) {
        pass(moment, held);
        requireSameBook(epoch);
        afterwards();
        continue;
      }
      DueRun due = next.get();
      if (due.dueAt().isAfter(clock.now())) {
        time.moveTo(due.dueAt());
      }
      complete(due, held);
      requireSameBook(epoch);
      afterwards();
      next = dueRuns.next(upTo, held.kinds);
      if (next.filter(due::equals).isPresent()) {
        // It waits for a person: it must not be asked for for ever
        held.add(due);
        next = dueRuns.next(upTo, held.kinds);
      }
    }
    requireSameBook(epoch);
    if (clock.isSimulated() && upTo.isAfter(clock.now())) {
      time.moveTo(upTo);
    }
    afterwards();
    return held;
  }

  private Optional<Instant> moment(Instant upTo, Held held) {
    return held.moments ? Optional.empty() : moments.next(upTo);
  }

  /** What ends between the runs; if that fails, the runs go on and the next tick tries again. */
  private void pass(Instant moment, Held held) {
    if (moment.isAfter(clock.now())) {
      time.moveTo(moment);
    }
    try {
      moments.end(moment);
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, failure, () -> "what ends at " + moment + " waits for the next tick");
      held.moments = true;
    }
  }

  /** A run that fails holds back its own later dates, and nobody else's. */
  private void complete(DueRun run, Held held) {
    try {
      jobs.complete(run.vendorCode(), run.kind(), run.date());
    } catch (Refused refused) {
      LOG.log(Level.INFO, "{0} waits: {1}", new Object[] {run, refused.getMessage()});
      held.add(run, refused);
    } catch (RuntimeException failure) {
      if (Thread.currentThread().isInterrupted()) {
        throw failure;
      }
      LOG.log(Level.WARNING, failure, () -> run + " failed; the next tick goes on with it");
      held.add(run, failed(run));
    }
  }

  private static Refused failed(DueRun run) {
    return Problem.of(
            ProblemCode.RUN_FAILED,
            "",
            run.kind() + " of " + run.vendorCode() + " for " + run.date() + " did not end",
            "What was done stays, and it is tried again every minute; the server's log says why.")
        .asException();
  }

  private void requireSameBook(long epoch) {
    if (clock.epoch() != epoch) {
      throw Problem.of(
              ProblemCode.CONCURRENT_CHANGE,
              "",
              "The book was emptied while its work was done",
              "Nothing of it is left; look at GET /clock before going on.")
          .asException();
    }
  }

  /** What waits is done before the clock leaves its moment. */
  private void beforehand(Instant upTo) {
    if (clock.isSimulated()) {
      afterWork.forEach(AfterWork::begin);
      if (upTo.isAfter(clock.now())) {
        afterwards();
      }
    }
  }

  /** What belongs to a simulated day is done on that day. */
  private void afterwards() {
    if (clock.isSimulated()) {
      afterWork.forEach(work -> work.after(clock.now()));
    }
  }

  /** What is left aside until the next time. */
  private static final class Held {
    private final Map<String, Set<RunKind>> kinds = new HashMap<>();
    private Refused first;
    private boolean moments;

    void add(DueRun run) {
      kinds
          .computeIfAbsent(run.vendorCode(), vendor -> EnumSet.noneOf(RunKind.class))
          .add(run.kind());
    }

    void add(DueRun run, Refused reason) {
      add(run);
      first = first == null ? reason : first;
    }
  }
}
