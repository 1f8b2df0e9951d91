package org.kontor.billing.run.boundary;

/**
 * The right to work on a run. Whoever takes over raises the fence, and writes with an older fence
 * are refused.
 */
public record RunTicket(long runId, long fence) {

  /** A run that has no work left, or waits for a person. */
  public static RunTicket idle(long runId) {
    return new RunTicket(runId, 0);
  }

  public boolean hasWork() {
    return fence > 0;
  }
}
