package org.kontor.billing.token.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Signs what is kept for years with the keys of access decisions, and checks it. Its type is
 * another one: neither can be taken for the other.
 */
@ApplicationScoped
public class ClaimsSigner {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String ALGORITHM = "EdDSA";

  private final KeyRing keys;

  @Inject
  public ClaimsSigner(KeyRing keys) {
    this.keys = keys;
  }

  /** For the container's proxy. */
  protected ClaimsSigner() {
    this(null);
  }

  /**
   * @param kid of the key that signed
   * @param text compact JWS (RFC 7515) with EdDSA (RFC 8037)
   */
  public record Signed(String kid, String text) {}

  /**
   * What a signature proves.
   *
   * @param withdrawn its key was stolen: it proves nothing any more
   */
  public record Verified(JsonNode claims, boolean withdrawn) {}

  /**
   * Signs with the present key; the first one is made with it, in a transaction of its own where
   * there is none.
   *
   * @param type of the header, for example {@code kontor-statement+jws}
   * @return empty where keys are not set up
   */
  @Transactional
  public Optional<Signed> sign(String type, Map<String, Object> claims, Instant now) {
    if (!keys.isSetUp()) {
      return Optional.empty();
    }
    SigningKey key = keys.signing(now);
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("alg", ALGORITHM);
    header.put("typ", type);
    header.put("kid", key.kid());
    try {
      String text =
          TokenText.jws(key, JSON.writeValueAsString(header), JSON.writeValueAsString(claims));
      return Optional.of(new Signed(key.kid(), text));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of plain values can always be written", e);
    }
  }

  /**
   * @param sent as it was typed or copied: blanks and line ends in it do not count
   * @return empty when it is none of that type, or no key of this system has signed it
   */
  public Optional<Verified> verify(String type, String sent) {
    String text = sent.replaceAll("\\s", "");
    String[] part = text.split("\\.", -1);
    if (part.length != 3) {
      return Optional.empty();
    }
    try {
      JsonNode header = json(part[0]);
      if (!header.path("alg").asText().equals(ALGORITHM)
          || !header.path("typ").asText().equals(type)) {
        return Optional.empty();
      }
      String kid = header.path("kid").asText();
      if (!SigningKey.isKid(kid)) {
        return Optional.empty();
      }
      byte[] message = text.substring(0, text.lastIndexOf('.')).getBytes(StandardCharsets.UTF_8);
      byte[] signature = Base64.getUrlDecoder().decode(part[2]);
      Optional<KeyRing.Known> key = keys.known(kid);
      return key.filter(known -> SigningKey.verifies(known.publicKey(), message, signature))
          .map(known -> new Verified(json(part[1]), known.withdrawn()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static JsonNode json(String part) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON", e);
    }
  }
}
