package org.kontor.crm.identity.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/**
 * Password hashes by Jakarta Security, at the parameters of OWASP ASVS 5.0 appendix B: PBKDF2 with
 * HMAC-SHA-512 and 210,000 rounds. A hash takes a core for about a tenth of a second, so that at
 * most half of the cores hash at a time: a storm of log-ins waits, and the other pages do not.
 */
@ApplicationScoped
public class Hashing {

  static final int ROUNDS = 210_000;
  private static final int PATIENCE_SECONDS = 10;
  private static final String ALGORITHM = "PBKDF2WithHmacSHA512";

  private final Semaphore places =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

  @Inject private Pbkdf2PasswordHash hash;
  private String nobody;

  @PostConstruct
  void prepare() {
    hash.initialize(
        Map.of(
            "Pbkdf2PasswordHash.Algorithm",
            ALGORITHM,
            "Pbkdf2PasswordHash.Iterations",
            Integer.toString(ROUNDS),
            "Pbkdf2PasswordHash.SaltSizeBytes",
            "32",
            "Pbkdf2PasswordHash.KeySizeBytes",
            "32"));
    nobody = hash.generate("nobody".toCharArray());
  }

  /** What to store of a password. */
  public String of(String password) {
    return behindBulkhead(() -> hash.generate(password.toCharArray()));
  }

  /**
   * Whether this is the password.
   *
   * @param stored null for nobody: then the answer is no, after the same work
   */
  public boolean matches(String password, String stored) {
    boolean same =
        behindBulkhead(() -> hash.verify(password.toCharArray(), stored == null ? nobody : stored));
    return same && stored != null;
  }

  /** Whether a stored hash was made with today's parameters. */
  public boolean isCurrent(String stored) {
    return stored.startsWith(ALGORITHM + ":" + ROUNDS + ":");
  }

  private <T> T behindBulkhead(java.util.function.Supplier<T> work) {
    boolean entered;
    try {
      entered = places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      entered = false;
    }
    if (!entered) {
      throw Problem.of(
              ProblemCode.TOO_MANY_REQUESTS,
              "",
              "Too many people are signing in at this moment",
              "Try again in half a minute.")
          .asException();
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
