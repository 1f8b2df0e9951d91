package org.kontor.billing.token.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.kontor.billing.access.boundary.AccessAnswer;
import org.kontor.billing.token.boundary.AccessClaims;
import org.kontor.billing.token.boundary.SignedDecision;
import org.kontor.crm.platform.boundary.Setting;
import org.kontor.crm.platform.boundary.Settings;

/** Puts key, life time and claims together. */
@ApplicationScoped
public class TokenSigner {

  private final KeyRing keys;
  private final Settings settings;

  @Inject
  public TokenSigner(KeyRing keys, Settings settings) {
    this.keys = keys;
    this.settings = settings;
  }

  /** For the container's proxy. */
  protected TokenSigner() {
    this(null, null);
  }

  public SignedDecision sign(AccessClaims claims, AccessAnswer answer, Instant now) {
    long minutes = settings.whole(Setting.ACCESS_TOKEN_MINUTES);
    Instant expires = TokenText.expiry(now, minutes, claims.until());
    String id = UUID.randomUUID().toString();
    return new SignedDecision(
        TokenText.sign(keys.signing(now), id, claims, now, expires), expires, answer);
  }
}
