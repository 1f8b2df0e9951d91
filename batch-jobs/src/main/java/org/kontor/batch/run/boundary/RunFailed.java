package org.kontor.batch.run.boundary;

/** A job did not come to its end. What was done stays; the run goes on where it ended. */
public class RunFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RunFailed(long runId, String how) {
    super("run " + runId + " did not end: " + how);
  }
}
