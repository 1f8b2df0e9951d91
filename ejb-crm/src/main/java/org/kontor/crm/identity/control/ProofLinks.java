package org.kontor.crm.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
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

  /** What a link is for; a link of one kind is nothing as another. */
  public enum Kind {
    /** Lets a known person choose a password. */
    PROOF("kontor mailed proof ", "/welcome?token="),
    /** Lets a stranger register, who has shown that the address is its own. */
    REGISTRATION("kontor registration ", "/join?token=");

    private final String purpose;
    private final String page;

    Kind(String purpose, String page) {
      this.purpose = purpose;
      this.page = page;
    }

    /** How a message's values name it. */
    public String value() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Inject private Settings settings;

  /** The address that a mail of this vendor carries. */
  public String address(Kind kind, String vendor, long proof) {
    return settings.clientArea(vendor) + kind.page + token(kind, proof);
  }

  /** What stands for the secret where a person other than the addressee reads the mail. */
  public String hidden(Kind kind, String vendor) {
    return settings.clientArea(vendor) + kind.page + "…";
  }

  public String token(Kind kind, long proof) {
    return Long.toString(proof, Character.MAX_RADIX)
        + "."
        + Base64.getUrlEncoder().withoutPadding().encodeToString(code(kind, proof));
  }

  /** The number of the proof whose token this is; empty when it was not made here for that. */
  public OptionalLong proof(Kind kind, String token) {
    int dot = token.indexOf('.');
    if (dot < 1 || dot > 13) {
      return OptionalLong.empty();
    }
    try {
      long proof = Long.parseLong(token.substring(0, dot), Character.MAX_RADIX);
      byte[] sent = token.getBytes(StandardCharsets.US_ASCII);
      byte[] made = token(kind, proof).getBytes(StandardCharsets.US_ASCII);
      return MessageDigest.isEqual(sent, made) ? OptionalLong.of(proof) : OptionalLong.empty();
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  private byte[] code(Kind kind, long proof) {
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
      return mac.doFinal((kind.purpose + proof).getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
