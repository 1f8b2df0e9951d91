package org.kontor.batch.run.control;

import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.context.JobContext;
import java.util.Properties;
import org.kontor.billing.run.boundary.RunTicket;

/** The ticket as job parameters. */
public final class Tickets {

  private static final String RUN = "run";
  private static final String FENCE = "fence";

  private Tickets() {}

  public static Properties write(RunTicket ticket) {
    Properties parameters = new Properties();
    parameters.setProperty(RUN, Long.toString(ticket.runId()));
    parameters.setProperty(FENCE, Long.toString(ticket.fence()));
    return parameters;
  }

  static RunTicket read(JobContext job) {
    Properties parameters =
        BatchRuntime.getJobOperator().getJobExecution(job.getExecutionId()).getJobParameters();
    return new RunTicket(
        Long.parseLong(parameters.getProperty(RUN)), Long.parseLong(parameters.getProperty(FENCE)));
  }
}
