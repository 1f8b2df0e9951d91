package org.kontor.billing.run.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.kontor.billing.run.control.RunSteps;
import org.kontor.domain.run.DueRun;
import org.kontor.domain.run.RunKind;

/** The steps of a run, each in a transaction of its own. Called by the batch jobs only. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RunWork {

  @Inject private RunSteps steps;

  /**
   * Begins the run, or takes over one whose worker is gone.
   *
   * @return a ticket without work when it is finished or waits for a person
   * @throws org.kontor.domain.problem.Refused RUN_ALREADY_OWNED when another node works on it
   */
  public RunTicket open(String vendor, RunKind kind, LocalDate date, boolean dry) {
    return steps.open(vendor, kind, date, dry);
  }

  /** Real runs that neither ended nor wait for a person, and at which nobody works any more. */
  public List<DueRun> abandoned() {
    return steps.abandoned();
  }

  /** Takes an existing run up again, after an approval or for its parked accounts. */
  public RunTicket resume(long runId) {
    return steps.resume(runId);
  }

  /** Cuts the work list, once; gives the numbers of the partitions. */
  public List<Integer> partitions(RunTicket ticket) {
    return steps.partitions(ticket);
  }

  /** Holds a run back whose next chunk would exceed a safety bound. */
  public void hold(RunTicket ticket, String reason) {
    steps.hold(ticket, reason);
  }

  /**
   * One chunk of a partition.
   *
   * @throws BoundExceeded when the chunk would book more than a safety bound allows; it is undone
   */
  public boolean chunk(RunTicket ticket, int partition, int size) {
    return steps.chunk(ticket, partition, size);
  }

  /**
   * Parks the account at which the partition stands, because its work fails whenever it is tried.
   */
  public void parkNext(RunTicket ticket, int partition, String reason) {
    steps.parkNext(ticket, partition, reason);
  }

  /** Says in the run why it does not go on; the next step that ends well takes the word back. */
  public void tell(RunTicket ticket, String reason) {
    steps.tell(ticket, reason);
  }

  /** Sums up, checks the safety bounds and says where the run goes from here. */
  public RunState check(RunTicket ticket) {
    return steps.check(ticket);
  }

  /** Plans again what is not issued yet, because the series has moved on to a later date. */
  public void planAnew(RunTicket ticket) {
    steps.planAnew(ticket);
  }

  /** Numbers and books one chunk of drafts, in order. */
  public boolean issue(RunTicket ticket) {
    return steps.issue(ticket);
  }

  /** Customers whose credit can pay what was just issued. */
  public List<Long> withCredit(RunTicket ticket) {
    return steps.withCredit(ticket);
  }

  /** Uses the credit of these customers. */
  public void applyCredit(RunTicket ticket, List<Long> customerIds) {
    steps.applyCredit(ticket, customerIds);
  }

  /** Ends the run. */
  public RunState finish(RunTicket ticket) {
    return steps.finish(ticket);
  }

  /** Says that somebody works on it. */
  public void beat(RunTicket ticket) {
    steps.beat(ticket);
  }

  /** Says that nobody works on it any more, unless somebody else took it over. */
  public void release(RunTicket ticket) {
    steps.release(ticket);
  }
}
