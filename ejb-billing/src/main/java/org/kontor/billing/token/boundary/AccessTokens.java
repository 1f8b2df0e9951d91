package org.kontor.billing.token.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import org.kontor.billing.token.control.KeyRing;
import org.kontor.billing.token.control.TokenSigner;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.domain.time.BusinessClock;

/** Signs access decisions, publishes the keys, and changes them. */
@Stateless
public class AccessTokens {

  @Inject private KeyRing keys;
  @Inject private TokenSigner signer;
  @Inject private Audit audit;
  @Inject private BusinessClock clock;

  /**
   * A decision as a token. It ends when the decision does, at the latest after {@code
   * kontor.access.token-minutes}.
   *
   * @throws org.kontor.domain.problem.Refused UNAVAILABLE without a secret for the keys
   */
  public SignedDecision sign(AccessClaims claims) {
    return signer.sign(claims, clock.now());
  }

  /** What verifies tokens that may be about now. */
  public PublicKeys published() {
    return keys.published(clock.now());
  }

  /**
   * Signs with a new key from now on.
   *
   * @param withdraw the key before was stolen: tokens of it are refused as soon as the key set is
   *     fetched again
   */
  public RotatedKey rotate(boolean withdraw) {
    RotatedKey rotated = keys.rotate(clock.now(), withdraw);
    audit.record(
        "signing-key.rotated", "signing-key/" + rotated.kid(), Map.of("withdrawn", withdraw));
    return rotated;
  }
}
