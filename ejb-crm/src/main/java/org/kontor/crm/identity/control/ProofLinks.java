package org.kontor.crm.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.kontor.crm.platform.boundary.Setting;
import org.kontor.crm.platform.boundary.Settings;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/**
 * The secret of a link in a mail: the proof's number, and a code over it that only this
 * installation can make. Nothing of it is stored, so that neither the database nor a recorded mail
 * opens an account.
 */
@ApplicationScoped
public class ProofLinks {

  private static final String ALGORITHM = "HmacSHA256";
  private static final String PURPOSE = "kontor mailed proof ";
  private static final String PAGE = "/welcome?token=";

  @Inject private Settings settings;

  /** The address that a mail of this vendor carries. */
  public String address(String vendor, long proof) {
    return settings.clientArea(vendor) + PAGE + token(proof);
  }

  /** What stands for the secret where a person other than the addressee reads the mail. */
  public String hidden(String vendor) {
    return settings.clientArea(vendor) + PAGE + "…";
  }

  public String token(long proof) {
    return Long.toString(proof, Character.MAX_RADIX)
        + "."
        + Base64.getUrlEncoder().withoutPadding().encodeToString(code(proof));
  }

  /** The number of the proof whose token this is; empty when it was not made here. */
  public OptionalLong proof(String token) {
    int dot = token.indexOf('.');
    if (dot < 1 || dot > 13) {
      return OptionalLong.empty();
    }
    try {
      long proof = Long.parseLong(token.substring(0, dot), Character.MAX_RADIX);
      byte[] sent = token.getBytes(StandardCharsets.US_ASCII);
      byte[] made = token(proof).getBytes(StandardCharsets.US_ASCII);
      return MessageDigest.isEqual(sent, made) ? OptionalLong.of(proof) : OptionalLong.empty();
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  private byte[] code(long proof) {
    String secret = settings.text(Setting.KEYS_SECRET);
    if (secret.isEmpty()) {
      throw Problem.of(
              ProblemCode.UNAVAILABLE,
              "",
              "Links in mails cannot be made: kontor.keys.secret is empty",
              "Set kontor.keys.secret (KONTOR_KEYS_SECRET) to at least 32 random characters.")
          .asException();
    }
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return mac.doFinal((PURPOSE + proof).getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
