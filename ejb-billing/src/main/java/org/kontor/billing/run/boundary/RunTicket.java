package org.kontor.billing.run.boundary;

/**
 * The right to work on a run. Whoever takes over raises the fence, and writes with an older fence are
 * refused.
 */
public record RunTicket(long runId, long fence) {}
