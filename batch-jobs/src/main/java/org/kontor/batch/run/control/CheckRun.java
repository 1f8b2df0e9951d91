package org.kontor.batch.run.control;

import jakarta.batch.api.Batchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.kontor.billing.run.boundary.RunTicket;
import org.kontor.billing.run.boundary.RunWork;

/** The safety bounds decide how the run goes on. */
@Named
@Dependent
public class CheckRun implements Batchlet {

  @Inject private JobContext job;
  @Inject private RunWork work;

  @Override
  public String process() {
    RunTicket ticket = Tickets.read(job);
    return work.check(ticket).name();
  }

  @Override
  public void stop() {
    // One short transaction: it ends by itself
  }
}
