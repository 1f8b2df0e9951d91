package org.kontor.billing.document.boundary;

/** Whether a month's papers were sent. */
public enum PaperState {
  WAITING,
  SENT
}
