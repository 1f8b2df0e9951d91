package org.kontor.batch.run.control;

import jakarta.batch.api.Batchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.kontor.billing.run.boundary.RunTicket;
import org.kontor.billing.run.boundary.RunWork;

/** Ends the run. */
@Named
@Dependent
public class FinishRun implements Batchlet {

  @Inject private JobContext job;
  @Inject private RunWork work;

  @Override
  public String process() {
    RunTicket ticket = Tickets.read(job);
    return work.finish(ticket).name();
  }

  @Override
  public void stop() {
    // One short transaction: it ends by itself
  }
}
