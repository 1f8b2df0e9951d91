package org.kontor.billing.token.boundary;

import java.time.Instant;
import java.util.Map;

/**
 * What a signed access decision says. Names of the token's claims are those of {@link
 * org.kontor.billing.token.control.TokenText}.
 *
 * @param vendor the audience: whose application may use it
 * @param person id of the person who wants in; null for a role without a person
 * @param role of {@link org.kontor.domain.customer.Role}
 * @param subscription the product of the customer that is asked for
 * @param stage code of the stage, for example {@code BLOCKED}
 * @param effects what is allowed, by capability: {@code access}, {@code paymentPage}, {@code
 *     export}, {@code support}
 * @param at the moment that was decided for
 * @param until when the next stage begins; null when nothing changes by itself
 * @param next code of that stage; null with {@code until}
 * @param rule that decided, for example {@code S3.15}; null when nothing is restricted
 * @param document that it is about, for example an invoice number; null for none
 * @param policy {@code code@version}
 */
public record AccessClaims(
    String vendor,
    Long person,
    String role,
    long customer,
    long subscription,
    String stage,
    Map<String, Object> effects,
    Instant at,
    Instant until,
    String next,
    String rule,
    String document,
    String policy) {

  public AccessClaims {
    effects = Map.copyOf(effects);
  }
}
