package org.kontor.billing.run.control;

import org.kontor.billing.run.boundary.RunTicket;

/** Another worker took the run over; this one must stop without writing. */
public class FencedOff extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public FencedOff(RunTicket ticket) {
    super("run " + ticket.runId() + " was taken over; fence " + ticket.fence() + " is old");
  }
}
