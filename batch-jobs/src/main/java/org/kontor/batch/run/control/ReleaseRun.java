package org.kontor.batch.run.control;

import jakarta.batch.api.listener.JobListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.kontor.billing.run.boundary.RunWork;

/** When the job ends, however it ends, nobody works on its run any more. */
@Named
@Dependent
public class ReleaseRun implements JobListener {

  @Inject private JobContext job;
  @Inject private RunWork work;

  @Override
  public void beforeJob() {
    // The ticket was given out with a first heartbeat
  }

  @Override
  public void afterJob() {
    work.release(Tickets.read(job));
  }
}
