package org.kontor.domain.message;

/** How a mail stands. */
public enum MessageState {
  /** To be sent, or to be tried again. */
  WAITING,
  /** The mail server took it. */
  SENT,
  /** The address refused it, at once or by a report that came later. */
  BOUNCED,
  /** The mail server refused it for good, or it was tried for too long. */
  FAILED,
  /** Not wanted any more when it was to be sent. */
  CANCELLED,
  /** Nobody in its audience has an address. */
  NO_ADDRESS;

  /** Whether a person may have it sent again. */
  public boolean maySendAgain() {
    return this != WAITING;
  }
}
