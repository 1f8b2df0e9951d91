package org.kontor.billing.run.boundary;

/** Another worker took the run over; this one must stop without writing. */
public class RunTakenOver extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RunTakenOver(RunTicket ticket) {
    super("run " + ticket.runId() + " was taken over; fence " + ticket.fence() + " is old");
  }
}
