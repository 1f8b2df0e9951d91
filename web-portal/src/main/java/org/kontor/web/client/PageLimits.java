package org.kontor.web.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
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

  /** What a reader may take for long. */
  private static final Set<ClientPage> FILE =
      EnumSet.of(
          ClientPage.EXPORT,
          ClientPage.EVERYTHING,
          ClientPage.DOCUMENTS,
          ClientPage.DOCUMENT,
          ClientPage.STATEMENT,
          ClientPage.TRANSFER,
          ClientPage.TRANSFER_PROOF,
          ClientPage.MY_DATA);

  /** People behind one network address. */
  private static final int TOGETHER = 20;

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration FILES = Duration.ofMinutes(10);

  @Inject private Tries tries;
  @Inject private FilesAtOnce files;

  /**
   * Lets somebody who is signed in ask for a page.
   *
   * @return to be closed when it is answered
   * @throws org.kontor.domain.problem.Refused TOO_MANY_REQUESTS when it was too often,
   *     FILES_AT_ONCE when too many files are still on their way
   */
  Admission admit(Visit visit, ClientPage page) {
    count(visit, page);
    if (!FILE.contains(page)) {
      return () -> {};
    }
    long person = visit.getVisitor().personId();
    files.begin(person);
    return () -> files.end(person);
  }

  /** Lasts as long as the answer. */
  interface Admission extends AutoCloseable {
    @Override
    void close();
  }

  private void count(Visit visit, ClientPage page) {
    switch (page) {
      case EXPORT, EVERYTHING, DOCUMENTS, STATEMENT, MY_DATA ->
          count("export", visit, EXPORTS, FILES);
      case DOCUMENT -> count("document", visit, DOCUMENTS, FILES);
      // Apart from documents: whoever has saved many of them can still pay
      case TRANSFER, TRANSFER_PROOF -> count("transfer", visit, DOCUMENTS, FILES);
      default -> count("page", visit, PAGES, MINUTE);
    }
  }

  private void count(String what, Visit visit, int allowed, Duration window) {
    tries.count(what + " " + visit.getVisitor().personId(), allowed, window);
    tries.count(what + " at " + visit.origin().address(), TOGETHER * allowed, window);
  }
}
