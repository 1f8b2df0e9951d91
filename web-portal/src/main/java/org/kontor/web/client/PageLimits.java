package org.kontor.web.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.kontor.crm.identity.boundary.Tries;

/**
 * How often somebody who is signed in may ask (QUALITY S16): no person clicks that fast, and a
 * program has the API. Each person has its own measure, each network address a larger one.
 */
@ApplicationScoped
public class PageLimits {

  /** Pages of all kinds, searching among them, in a minute. */
  static final int PAGES = 600;

  /** Files that are written anew for each who asks, in ten minutes. */
  static final int EXPORTS = 30;

  /** Archived files, in ten minutes. */
  static final int DOCUMENTS = 120;

  /** People behind one network address. */
  private static final int TOGETHER = 20;

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration FILES = Duration.ofMinutes(10);

  @Inject private Tries tries;

  /** Refuses with TOO_MANY_REQUESTS when it was too often. */
  void count(Visit visit, ClientPage page) {
    switch (page) {
      case EXPORT, EVERYTHING, DOCUMENTS, STATEMENT, MY_DATA ->
          count("export", visit, EXPORTS, FILES);
      case DOCUMENT -> count("document", visit, DOCUMENTS, FILES);
      // Apart from documents: whoever has saved many of them can still pay
      case TRANSFER -> count("transfer", visit, DOCUMENTS, FILES);
      default -> count("page", visit, PAGES, MINUTE);
    }
  }

  private void count(String what, Visit visit, int allowed, Duration window) {
    tries.count(what + " " + visit.getVisitor().personId(), allowed, window);
    tries.count(what + " at " + visit.origin().address(), TOGETHER * allowed, window);
  }
}
