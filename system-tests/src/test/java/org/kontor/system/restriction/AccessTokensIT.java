package org.kontor.system.restriction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.Api;
import org.kontor.system.base.SystemTest;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Story;
import org.kontor.system.story.Subscription;
import org.kontor.system.story.Vendor;

/** Signed access decisions and their keys, through the running server. */
@SystemTest
class AccessTokensIT extends Story {

  private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  @Test
  void a_token_says_what_the_decision_says_and_ends_with_it() throws Exception {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim");
    Customer late = prim.customer("Late");
    Subscription subscription = late.subscribes("start", Map.of());
    prim.untilTime("2026-03-11T23:50");
    JsonNode before = token(subscription, "STAFF");
    JsonNode claims = verified(before.path("token").asText());
    assertThat(claims.path("aud").asText()).isEqualTo("prim");
    assertThat(claims.path("effect").asText()).isEqualTo("FULL");
    assertThat(claims.path("next").asText()).isEqualTo("BLOCKED");
    assertThat(before.path("expiresAt").asText()).isEqualTo("2026-03-11T22:00:00Z");

    prim.untilTime("2026-03-12T00:10");
    JsonNode blocked = verified(token(subscription, "STAFF").path("token").asText());
    assertThat(blocked.path("effect").asText()).isEqualTo("BLOCKED");
    assertThat(blocked.path("export").asBoolean()).isFalse();
    assertThat(blocked.path("cause").asText()).isEqualTo("OVERDUE_INVOICE");
    assertThat(blocked.path("document").asText())
        .isEqualTo(late.invoiceOf("2026-03-01").path("number").asText());
    assertThat(blocked.path("exp").asLong() - blocked.path("iat").asLong()).isBetween(899L, 900L);
  }

  @Test
  void a_login_is_written_down_and_a_moment_to_come_is_not_signed(Api api) throws Exception {
    Vendor kabinet = Book.begin(rest(), "2026-01-01").vendor("kabinet");
    Customer olena = kabinet.customer("Olena");
    Subscription crm = olena.subscribes("base", Map.of());
    JsonNode answer =
        rest()
            .post(
                "access-tokens",
                Map.of("subscriptionId", crm.id(), "personId", olena.mainAdministrator()))
            .ok();
    JsonNode claims = verified(answer.path("token").asText());
    assertThat(claims.path("sub").asText()).isEqualTo(Long.toString(olena.mainAdministrator()));
    assertThat(claims.path("role").asText()).isEqualTo("MAIN_ADMINISTRATOR");
    assertThat(database().number("select count(*) from subscription_login")).isEqualTo(1);
    rest()
        .post(
            "access-tokens",
            Map.of("subscriptionId", crm.id(), "role", "STAFF", "at", "2026-02-10T00:00:00Z"))
        .refused("INVALID_VALUE");
    rest().get("access-tokens?subscription=1&role=STAFF").refused("NOT_FOUND");
    assertThat(api.as(null).get("access-tokens?subscription=1&role=STAFF").status()).isEqualTo(401);
  }

  @Test
  void keys_rotate_the_one_before_stays_published_and_a_stolen_one_does_not() throws Exception {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim");
    Subscription subscription = prim.customer("Rotates").subscribes("start", Map.of());
    String first = token(subscription, "STAFF").path("token").asText();
    String firstKid = header(first).path("kid").asText();

    JsonNode rotated = rest().post("access-keys/rotations", Map.of("withdraw", false)).ok();
    assertThat(rotated.path("previous").asText()).isEqualTo(firstKid);
    String second = token(subscription, "STAFF").path("token").asText();
    assertThat(header(second).path("kid").asText()).isEqualTo(rotated.path("kid").asText());
    assertThat(verified(first).path("aud").asText()).isEqualTo("prim");
    assertThat(kids()).startsWith(rotated.path("kid").asText()).contains(firstKid);

    JsonNode stolen = rest().post("access-keys/rotations", Map.of("withdraw", true)).ok();
    assertThat(kids()).containsExactly(stolen.path("kid").asText());
    assertThat(
            database()
                .number("select count(*) from audit_entry where action = ?", "signing-key.rotated"))
        .isEqualTo(2);
    assertThat(
            database()
                .number(
                    "select count(*) from signing_key where position(public_key in sealed) > 0"))
        .isZero();
  }

  private JsonNode token(Subscription subscription, String role) {
    return rest().get("access-tokens?subscription=" + subscription.id() + "&role=" + role).ok();
  }

  private List<String> kids() {
    return StreamSupport.stream(keySet().path("keys").spliterator(), false)
        .map(key -> key.path("kid").asText())
        .toList();
  }

  /** As a stranger sees it. */
  private JsonNode keySet() {
    return new Api(kontor().base(), null).get("access-keys").expect(200).json();
  }

  private static JsonNode header(String token) throws Exception {
    return Api.JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[0]));
  }

  private JsonNode verified(String token) throws Exception {
    String[] part = token.split("\\.");
    String kid = header(token).path("kid").asText();
    assertThat(kids()).contains(kid);
    for (JsonNode key : keySet().path("keys")) {
      if (key.path("kid").asText().equals(kid)) {
        byte[] encoded = new byte[44];
        System.arraycopy(PREFIX, 0, encoded, 0, 12);
        byte[] x = Base64.getUrlDecoder().decode(key.path("x").asText());
        System.arraycopy(x, 0, encoded, 12, 32);
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(
            KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        signature.update((part[0] + "." + part[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(part[2]))).isTrue();
      }
    }
    return Api.JSON.readTree(Base64.getUrlDecoder().decode(part[1]));
  }
}
