package org.kontor.billing.token.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import org.kontor.billing.access.boundary.AccessAnswer;
import org.kontor.billing.access.boundary.AccessDecisions;
import org.kontor.billing.access.boundary.AccessQuestion;
import org.kontor.billing.token.control.KeyRing;
import org.kontor.billing.token.control.TokenSigner;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.time.BusinessClock;

/** Signs access decisions, publishes the keys, and changes them. */
@Stateless
public class AccessTokens {

  @Inject private AccessDecisions decisions;
  @Inject private KeyRing keys;
  @Inject private TokenSigner signer;
  @Inject private Audit audit;
  @Inject private BusinessClock clock;

  /**
   * The present decision as a token. It ends when the decision does, at the latest after {@code
   * kontor.access.token-minutes}.
   *
   * @throws org.kontor.domain.problem.Refused as {@link AccessDecisions#decide}; INVALID_VALUE for
   *     another moment; UNAVAILABLE without a secret for the keys
   */
  public SignedDecision decide(AccessQuestion question) {
    return signed(question, decisions.decide(now(question)));
  }

  /** The same at a log-in, which is written down as a fact. */
  public SignedDecision atLogin(AccessQuestion question) {
    return signed(question, decisions.atLogin(now(question)));
  }

  private SignedDecision signed(AccessQuestion question, AccessAnswer answer) {
    return signer.sign(AccessClaims.of(answer, question.personId()), answer, clock.now());
  }

  private static AccessQuestion now(AccessQuestion question) {
    if (question.at() != null) {
      throw Problem.of(
              ProblemCode.INVALID_VALUE,
              "at",
              "A token is of the present only",
              "Leave at out, or ask GET /access-decisions for a moment to come.")
          .asException();
    }
    return question;
  }

  /** What verifies tokens that may be about now. */
  public PublicKeys published() {
    return keys.published(clock.now());
  }

  /**
   * Signs with a new key from now on.
   *
   * @param withdraw a key was stolen: tokens of all keys so far are refused as soon as the key set
   *     is fetched again, and their seals of statements at once
   */
  public RotatedKey rotate(boolean withdraw) {
    RotatedKey rotated = keys.rotate(clock.now(), withdraw);
    audit.record(
        "signing-key.rotated", "signing-key/" + rotated.kid(), Map.of("withdrawn", withdraw));
    return rotated;
  }
}
