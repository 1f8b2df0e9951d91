package org.kontor.crm.identity.boundary;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/**
 * How often something may be tried, per address and per address and account together: who guesses
 * is slowed down, and nobody can lock out a stranger, because an account alone has no limit that
 * others could use up. Counted on each node by itself; forgotten when it stops.
 */
@ApplicationScoped
public class Tries {

  private static final int REMEMBERED = 50_000;

  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > REMEMBERED;
        }
      };

  /**
   * Counts one try.
   *
   * @param key who tries what
   * @param allowed so many at once, and so many more in each {@code window}
   * @throws org.kontor.domain.problem.Refused TOO_MANY_REQUESTS with {@code retryAfterSeconds}
   */
  public void count(String key, int allowed, Duration window) {
    ConsumptionProbe probe = bucket(key, allowed, window).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      long seconds = 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
      throw new Problem(
              ProblemCode.TOO_MANY_REQUESTS,
              "",
              "Too many tries",
              "Wait " + seconds + " seconds, then try again.",
              Map.of("retryAfterSeconds", seconds))
          .asException();
    }
  }

  /** Forgets the tries of a key: the last one was good. */
  public synchronized void forget(String key) {
    buckets.remove(key);
  }

  private synchronized Bucket bucket(String key, int allowed, Duration window) {
    return buckets.computeIfAbsent(
        key,
        k ->
            Bucket.builder()
                .addLimit(limit -> limit.capacity(allowed).refillGreedy(allowed, window))
                .build());
  }
}
