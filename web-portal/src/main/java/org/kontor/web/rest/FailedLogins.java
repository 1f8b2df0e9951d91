package org.kontor.web.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/**
 * Slows down whoever tries keys: after {@value #ALLOWED} failures from one address within a minute
 * each further failure is answered 429. Valid keys from the same address are never held up, so that
 * nobody can lock out a neighbour. Time is the machine's own: this is traffic, not business.
 */
@ApplicationScoped
public class FailedLogins {

  static final int ALLOWED = 30;
  static final int WINDOW_SECONDS = 60;
  private static final int REMEMBERED = 10_000;

  private final Map<String, long[]> byAddress =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, long[]> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Refuses with TOO_MANY_REQUESTS when there were too many. */
  public void count(String address) {
    count(address, System.nanoTime());
  }

  synchronized void count(String address, long nanos) {
    long[] window = byAddress.computeIfAbsent(address, a -> new long[] {nanos, 0});
    if (nanos - window[0] > WINDOW_SECONDS * 1_000_000_000L) {
      window[0] = nanos;
      window[1] = 0;
    }
    window[1]++;
    if (window[1] > ALLOWED) {
      throw new Problem(
              ProblemCode.TOO_MANY_REQUESTS,
              "Authorization",
              "Too many unknown API keys from this address",
              "Wait a minute, then send a valid key.",
              Map.of("retryAfterSeconds", WINDOW_SECONDS))
          .asException();
    }
  }
}
