package org.kontor.web.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kontor.domain.problem.Problem;

/**
 * Leaves a line in the log where somebody is told that something is not available (503): who reads
 * "try again" for ever cannot know that nobody has heard of it. One line a minute of each reason,
 * however many ask.
 */
public final class Unavailable {

  private static final System.Logger LOG = System.getLogger(Unavailable.class.getName());
  private static final int STATUS = 503;
  private static final long MINUTE_NANOS = 60_000_000_000L;
  private static final int REMEMBERED = 100;

  private static final Unavailable TOLD = new Unavailable();

  private final Map<String, Long> lines =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > REMEMBERED;
        }
      };

  Unavailable() {}

  /** Of other refusals the log says nothing. */
  public static void tell(Problem problem) {
    if (problem.code().status() != STATUS) {
      return;
    }
    String line = problem.code() + ": " + problem.detail() + ". " + problem.mend();
    if (TOLD.isDue(line, System.nanoTime())) {
      LOG.log(System.Logger.Level.WARNING, line);
    }
  }

  synchronized boolean isDue(String line, long nanos) {
    Long last = lines.get(line);
    if (last != null && nanos - last < MINUTE_NANOS) {
      return false;
    }
    lines.put(line, nanos);
    return true;
  }
}
