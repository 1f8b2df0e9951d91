package org.kontor.domain.payment;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.text.FileName;

/**
 * The bank's confirmation that a customer sends beside "I have paid": PDF, PNG or JPEG of at most
 * {@value #MOST} bytes.
 *
 * @param name harmless, with the extension of its type
 * @param content as it came, not copied: leave it alone
 */
public record PaymentProof(String name, ProofType type, byte[] content) {

  /** Bytes: 5 MiB, a page scanned in colour or a photo of a telephone. */
  public static final int MOST = 5 * 1024 * 1024;

  private static final String FIELD = "proof";
  private static final String KINDS = "Send a PDF, PNG or JPEG of at most " + MOST + " bytes.";

  /**
   * @param sentName as it came; null for none
   * @throws org.kontor.domain.problem.Refused MISSING_VALUE where nothing is in it, TOO_LARGE,
   *     UNSUPPORTED_MEDIA_TYPE where its content is no PDF, PNG or JPEG or breaks off
   */
  public static PaymentProof of(String sentName, byte[] content) {
    if (content == null || content.length == 0) {
      throw Problem.of(ProblemCode.MISSING_VALUE, FIELD, "The file is empty", KINDS).asException();
    }
    if (content.length > MOST) {
      throw new Problem(
              ProblemCode.TOO_LARGE,
              FIELD,
              "The file is larger than " + MOST + " bytes",
              "Send a smaller scan or photo, or only the page that confirms the transfer.",
              Map.of("allowed", MOST))
          .asException();
    }
    ProofType type =
        ProofType.of(content)
            .orElseThrow(
                () ->
                    Problem.of(
                            ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                            FIELD,
                            "By its content the file is no whole PDF, PNG or JPEG, whatever its"
                                + " name says",
                            KINDS)
                        .asException());
    return new PaymentProof(FileName.of(sentName, type.extension()), type, content);
  }

  /** SHA-256 of the content, 32 bytes. */
  public byte[] sha256() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
