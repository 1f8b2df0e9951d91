package org.kontor.batch.run.boundary;

import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.kontor.batch.run.control.IssueDocuments;
import org.kontor.batch.run.control.Tickets;
import org.kontor.billing.run.boundary.RunTicket;
import org.kontor.billing.run.boundary.RunWork;
import org.kontor.domain.run.RunKind;
import org.kontor.domain.run.RunLauncher;

/** The one place that talks to the job operator, always outside a transaction. */
@Stateless
@LocalBean
@Local(RunLauncher.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RunJobs implements RunLauncher {

  private static final String JOB = "billing-run";

  @Inject private RunWork work;

  @Override
  public long start(String vendor, RunKind kind, LocalDate date, boolean dry) {
    RunTicket ticket = work.open(vendor, kind, date, dry);
    if (ticket.hasWork()) {
      start(ticket);
    }
    return ticket.runId();
  }

  @Override
  public void resume(long runId) {
    start(work.resume(runId));
  }

  /**
   * Does the run and returns when it ended; nothing when it is done or waits for a person.
   *
   * @throws RunFailed when the job did not come to its end; the run can be taken up again
   */
  public void complete(String vendor, RunKind kind, LocalDate date) {
    String exit;
    do {
      RunTicket ticket = work.open(vendor, kind, date, false);
      exit = ticket.hasWork() ? await(start(ticket), ticket) : "";
    } while (exit.equals(IssueDocuments.PLANNED_ANEW));
  }

  private static long start(RunTicket ticket) {
    return BatchRuntime.getJobOperator().start(JOB, Tickets.write(ticket));
  }

  private static String await(long execution, RunTicket ticket) {
    JobOperator operator = BatchRuntime.getJobOperator();
    long pause = 1;
    JobExecution job = operator.getJobExecution(execution);
    while (!ended(job)) {
      try {
        TimeUnit.MILLISECONDS.sleep(pause);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new RunFailed(ticket.runId(), "waiting for it was interrupted");
      }
      pause = Math.min(100, pause * 2);
      job = operator.getJobExecution(execution);
    }
    if (job.getBatchStatus() != BatchStatus.COMPLETED) {
      throw new RunFailed(ticket.runId(), job.getBatchStatus() + " " + job.getExitStatus());
    }
    return job.getExitStatus();
  }

  private static boolean ended(JobExecution job) {
    BatchStatus status = job.getBatchStatus();
    return status == BatchStatus.COMPLETED
        || status == BatchStatus.FAILED
        || status == BatchStatus.STOPPED
        || status == BatchStatus.ABANDONED;
  }
}
