package org.kontor.system.client.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.kontor.system.client.http.Page;

/** An authenticator app, as people have it on their phones. */
final class Authenticator {

  private static final Pattern SECRET = Pattern.compile("<code[^>]*>([A-Z2-7 ]{32,})</code>");

  private Authenticator() {}

  /** What the page shows to be typed into the app. */
  static byte[] secretOn(Page page) {
    Matcher secret = SECRET.matcher(page.text());
    assertThat(secret.find()).isTrue();
    return new Base32().decode(secret.group(1).replace(" ", ""));
  }

  /** The code of this half minute. */
  static String code(byte[] secret) {
    try {
      TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
      return codes.generateOneTimePasswordString(
          new SecretKeySpec(secret, codes.getAlgorithm()), Instant.now());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
