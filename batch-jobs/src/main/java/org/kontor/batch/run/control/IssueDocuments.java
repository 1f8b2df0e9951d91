package org.kontor.batch.run.control;

import jakarta.batch.api.Batchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.kontor.billing.run.boundary.RunTicket;
import org.kontor.billing.run.boundary.RunWork;
import org.kontor.billing.run.boundary.SeriesMovedOn;

/** Numbers and books the drafts, one chunk after the other. */
@Named
@Dependent
public class IssueDocuments implements Batchlet {

  /** Exit status of a job after which the run is to be started again at once. */
  public static final String PLANNED_ANEW = "PLANNED_ANEW";

  @Inject private JobContext job;
  @Inject private RunWork work;

  private volatile boolean stopped;

  @Override
  public String process() {
    RunTicket ticket = Tickets.read(job);
    try {
      boolean more = true;
      while (more && !stopped) {
        more = Persistence.retrying(() -> work.issue(ticket));
        work.beat(ticket);
      }
      return more ? "STOPPED" : "DONE";
    } catch (RuntimeException failure) {
      if (!Persistence.isCausedBy(failure, SeriesMovedOn.class)) {
        throw Stopped.told(work, ticket, failure);
      }
      // Its documents need a later date; a job goes through its steps once, so another one goes on
      work.planAnew(ticket);
      return PLANNED_ANEW;
    }
  }

  @Override
  public void stop() {
    stopped = true;
  }
}
