package org.kontor.crm.access.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Makes keys of 256 random bits and their digests. A plain SHA-256 suffices for what cannot be
 * guessed; the prefix lets secret scanners find a key that leaked.
 */
public final class KeyMaterial {

  public static final String PREFIX = "kontor_";
  public static final int LONGEST = 200;
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private KeyMaterial() {}

  public static String newKey() {
    byte[] secret = new byte[BYTES];
    RANDOM.nextBytes(secret);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  public static byte[] digest(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
