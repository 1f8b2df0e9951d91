package org.kontor.billing.token.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kontor.billing.token.boundary.AccessClaims;

/** Writes a decision as compact JWS: header, claims and signature, each in base64url. */
public final class TokenText {

  /** No token of another kind, of this or another system, can be taken for one of these. */
  public static final String TYPE = "kontor-access+jwt";

  public static final String ISSUER = "kontor";
  private static final JsonMapper JSON = new JsonMapper();

  private TokenText() {}

  /**
   * @param id unique, so that a log can name it
   * @param expires whole second, exclusive
   */
  static String sign(
      SigningKey key, String id, AccessClaims claims, Instant issued, Instant expires) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("alg", "EdDSA");
    header.put("typ", TYPE);
    header.put("kid", key.kid());
    return jws(key, json(header), json(claims(id, claims, issued, expires)));
  }

  static String jws(SigningKey key, String header, String payload) {
    String signed = part(header) + "." + part(payload);
    byte[] signature = key.sign(signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "." + SigningKey.base64Url(signature);
  }

  private static Map<String, Object> claims(
      String id, AccessClaims from, Instant issued, Instant expires) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", ISSUER);
    claims.put("aud", from.vendor());
    claims.put("jti", id);
    claims.put("iat", issued.getEpochSecond());
    claims.put("nbf", issued.getEpochSecond());
    claims.put("exp", expires.getEpochSecond());
    put(claims, "sub", from.person() == null ? null : Long.toString(from.person()));
    claims.put("role", from.role());
    claims.put("customer", from.customer());
    claims.put("subscription", from.subscription());
    claims.put("product", from.product());
    claims.put("stage", from.stage());
    claims.put("effect", from.effect());
    claims.put("paymentPage", from.paymentPage());
    claims.put("export", from.export());
    claims.put("support", from.support());
    put(claims, "until", from.until() == null ? null : from.until().toString());
    put(claims, "next", from.nextEffect());
    claims.put("cause", from.cause());
    claims.put("rules", from.rules());
    put(claims, "document", from.document());
    claims.put("policy", from.policy());
    return claims;
  }

  /** The earlier of the life time's end and the decision's, in whole seconds. */
  static Instant expiry(Instant issued, long minutes, Instant until) {
    Instant end = issued.plus(minutes, ChronoUnit.MINUTES);
    return (until != null && until.isBefore(end) ? until : end).truncatedTo(ChronoUnit.SECONDS);
  }

  private static void put(Map<String, Object> claims, String name, Object value) {
    if (value != null) {
      claims.put(name, value);
    }
  }

  private static String part(String json) {
    return SigningKey.base64Url(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String json(Map<String, Object> value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of plain values can always be written", e);
    }
  }
}
