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

  @Inject private JobContext job;
  @Inject private RunWork work;

  private volatile boolean stopped;

  @Override
  public String process() {
    RunTicket ticket = Tickets.read(job);
    boolean more = true;
    while (more && !stopped) {
      more = issue(ticket);
      work.beat(ticket);
    }
    return "DONE";
  }

  /** A series that moved on needs a plan with another date; the next start of the run makes it. */
  private boolean issue(RunTicket ticket) {
    try {
      return Persistence.retrying(() -> work.issue(ticket));
    } catch (RuntimeException failure) {
      if (Persistence.isCausedBy(failure, SeriesMovedOn.class)) {
        work.planAnew(ticket);
      }
      throw failure;
    }
  }

  @Override
  public void stop() {
    stopped = true;
  }
}
