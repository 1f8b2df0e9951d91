package org.kontor.batch.run.control;

import jakarta.batch.api.Batchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.kontor.billing.run.boundary.RunTicket;
import org.kontor.billing.run.boundary.RunWork;

/**
 * Uses credit that customers have for what was issued, a few of them at a time, and ends the run.
 */
@Named
@Dependent
public class FinishRun implements Batchlet {

  private static final int FEW = 200;

  @Inject private JobContext job;
  @Inject private RunWork work;

  @Override
  public String process() {
    RunTicket ticket = Tickets.read(job);
    List<Long> customers = work.withCredit(ticket);
    for (int from = 0; from < customers.size(); from += FEW) {
      List<Long> few = customers.subList(from, Math.min(customers.size(), from + FEW));
      Persistence.retrying(
          () -> {
            work.applyCredit(ticket, few);
            return true;
          });
      work.beat(ticket);
    }
    return work.finish(ticket).name();
  }

  @Override
  public void stop() {
    // Short transactions: it ends by itself
  }
}
