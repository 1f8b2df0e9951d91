package org.kontor.batch.run.control;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.Batchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.kontor.billing.run.boundary.BoundExceeded;
import org.kontor.billing.run.boundary.RunTicket;
import org.kontor.billing.run.boundary.RunWork;

/**
 * Goes through one partition chunk by chunk. A chunk that fails is gone through account by account,
 * so that only the account that makes it fail is left out.
 */
@Named
@Dependent
public class PlanPartition implements Batchlet {

  private static final int CHUNK = 1_000;

  @Inject private JobContext job;
  @Inject private RunWork work;

  @Inject
  @BatchProperty(name = "partition")
  private String partition;

  private volatile boolean stopped;

  @Override
  public String process() {
    RunTicket ticket = Tickets.read(job);
    int no = Integer.parseInt(partition);
    boolean more = true;
    while (more && !stopped) {
      try {
        more = chunk(ticket, no);
      } catch (RuntimeException failure) {
        if (!Persistence.isCausedBy(failure, BoundExceeded.class)) {
          throw Stopped.told(work, ticket, failure);
        }
        // Partitions on other cores see it before their next chunk
        work.hold(ticket, Persistence.message(failure));
        more = false;
      }
      work.beat(ticket);
    }
    return stopped ? "STOPPED" : "DONE";
  }

  private boolean chunk(RunTicket ticket, int no) {
    try {
      return Persistence.retrying(() -> work.chunk(ticket, no, CHUNK));
    } catch (RuntimeException failure) {
      if (Persistence.isEverybodys(failure)) {
        throw failure;
      }
      return oneByOne(ticket, no);
    }
  }

  private boolean oneByOne(RunTicket ticket, int no) {
    boolean more = true;
    for (int i = 0; i < CHUNK && more && !stopped; i++) {
      try {
        more = Persistence.retrying(() -> work.chunk(ticket, no, 1));
      } catch (RuntimeException failure) {
        if (Persistence.isEverybodys(failure)) {
          throw failure;
        }
        work.parkNext(ticket, no, Persistence.reason(failure));
      }
    }
    return more;
  }

  @Override
  public void stop() {
    stopped = true;
  }
}
