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
import org.kontor.billing.run.boundary.DueRuns;
import org.kontor.crm.platform.boundary.BookClock;
import org.kontor.crm.platform.boundary.SimulatedTime;
import org.kontor.domain.run.AfterWork;
import org.kontor.domain.run.DueRun;
import org.kontor.domain.run.DueWork;
import org.kontor.domain.run.RunKind;

/**
 * Runs what is due, one after the other in the order of its moments. In simulation the clock is
 * moved from moment to moment, so that everything sees the time at which it would have happened.
 */
@ApplicationScoped
public class WorkInOrder implements DueWork {

  private final ReentrantLock oneAtATime = new ReentrantLock();

  @Inject private DueRuns dueRuns;
  @Inject private RunJobs jobs;
  @Inject private SimulatedTime time;
  @Inject private BookClock clock;
  @Inject @Any private Instance<AfterWork> afterWork;

  @Override
  public void runAllDue(Instant upTo) {
    oneAtATime.lock();
    try {
      work(upTo);
    } finally {
      oneAtATime.unlock();
    }
  }

  /** The same, unless it is going on already. */
  void runAllDueUnlessBusy(Instant upTo) {
    if (oneAtATime.tryLock()) {
      try {
        work(upTo);
      } finally {
        oneAtATime.unlock();
      }
    }
  }

  private void work(Instant upTo) {
    Map<String, Set<RunKind>> held = new HashMap<>();
    Optional<DueRun> next = dueRuns.next(upTo, held);
    while (next.isPresent()) {
      DueRun due = next.get();
      if (due.dueAt().isAfter(clock.now())) {
        time.moveTo(due.dueAt());
      }
      jobs.complete(due.vendorCode(), due.kind(), due.date());
      afterwards();
      next = dueRuns.next(upTo, held);
      if (next.filter(due::equals).isPresent()) {
        // It waits for a person: it must not be asked for for ever
        held.computeIfAbsent(due.vendorCode(), vendor -> EnumSet.noneOf(RunKind.class))
            .add(due.kind());
        next = dueRuns.next(upTo, held);
      }
    }
    if (clock.isSimulated() && upTo.isAfter(clock.now())) {
      time.moveTo(upTo);
    }
    afterwards();
  }

  /** What belongs to a simulated day is done on that day. */
  private void afterwards() {
    if (clock.isSimulated()) {
      afterWork.forEach(work -> work.after(clock.now()));
    }
  }
}
