package org.kontor.crm.identity.control;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time passwords as authenticator apps make them: RFC 6238 with SHA-1, six digits
 * and steps of 30 seconds, which is all that every app knows.
 */
@ApplicationScoped
public class OneTimeCodes {

  private static final int SECRET_BYTES = 20;

  /** Clocks of phones differ: one step before and one after are good, too (RFC 6238, 5.2). */
  private static final int SLACK = 1;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();

  public byte[] newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return secret;
  }

  /**
   * The step whose code this is.
   *
   * @param after steps up to this one are used up
   */
  public OptionalLong step(byte[] secret, String code, Instant now, long after) {
    long seconds = codes.getTimeStep().toSeconds();
    long present = now.getEpochSecond() / seconds;
    byte[] sent = code.getBytes(StandardCharsets.UTF_8);
    OptionalLong found = OptionalLong.empty();
    for (long step = present - SLACK; step <= present + SLACK; step++) {
      byte[] made =
          code(secret, Instant.EPOCH.plus(Duration.ofSeconds(step * seconds)))
              .getBytes(StandardCharsets.UTF_8);
      if (MessageDigest.isEqual(made, sent) && step > after) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /** Six digits. */
  public String code(byte[] secret, Instant moment) {
    try {
      return codes.generateOneTimePasswordString(
          new SecretKeySpec(secret, codes.getAlgorithm()), moment);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("an HMAC takes any key", e);
    }
  }
}
