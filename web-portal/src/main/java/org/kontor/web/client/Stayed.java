package org.kontor.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.kontor.crm.identity.boundary.Sessions;

/** How long the page may say that its reader is signed in, in seconds from now. */
@RequestScoped
@Named
public class Stayed {

  /** What was done last is known to the minute: the page goes first. */
  private static final int UNKNOWN = 60;

  private static final int WARNING = 120;

  @Inject private Visit visit;

  /** Without a request. */
  public long getIdleSeconds() {
    return Sessions.IDLE_MINUTES * 60L - UNKNOWN;
  }

  /** Whatever is done. */
  public long getLeftSeconds() {
    return Math.max(0, visit.getVisitor().left().toSeconds());
  }

  /** So long before it is said. */
  public int getWarningSeconds() {
    return WARNING;
  }
}
