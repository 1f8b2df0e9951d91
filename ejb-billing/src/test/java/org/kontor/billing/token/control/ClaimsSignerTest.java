package org.kontor.billing.token.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ClaimsSignerTest {

  @Test
  void a_signature_is_good_for_its_message_and_its_key_alone() {
    SigningKey key = SigningKey.generate();
    byte[] message = {1, 2, 3};
    byte[] signature = key.sign(message);
    assertThat(SigningKey.verifies(key.publicKey(), message, signature)).isTrue();
    assertThat(SigningKey.verifies(key.publicKey(), new byte[] {1, 2}, signature)).isFalse();
    assertThat(SigningKey.verifies(SigningKey.generate().publicKey(), message, signature))
        .isFalse();
    assertThat(SigningKey.verifies(key.publicKey(), message, new byte[64])).isFalse();
    assertThat(SigningKey.verifies(key.publicKey(), message, new byte[3])).isFalse();
    byte[] high = signature.clone();
    high[63] = (byte) 0xFF;
    assertThat(SigningKey.verifies(key.publicKey(), message, high)).isFalse();
  }

  @Test
  void what_is_no_signed_text_is_none() {
    ClaimsSigner signer = new ClaimsSigner(null);
    for (String text :
        new String[] {"", "a.b", "a.b.c", "e30.e30.AA", "....", "bnVsbA.e30.AA", "\u0000.é.ы"}) {
      assertThat(signer.verify("kontor-statement+jws", text)).as(text).isEmpty();
    }
  }

  @Test
  void what_cannot_be_the_id_of_a_key_is_not_looked_for() {
    ClaimsSigner withoutKeys = new ClaimsSigner(null);
    String known = SigningKey.generate().kid();
    for (String kid :
        new String[] {"", "\\u0000", known.substring(1), known + "a", known + "\\n"}) {
      String header =
          "{\"alg\":\"EdDSA\",\"typ\":\"kontor-statement+jws\",\"kid\":\"" + kid + "\"}";
      String seal = SigningKey.base64Url(header.getBytes(StandardCharsets.UTF_8)) + ".e30.AA";
      assertThat(withoutKeys.verify("kontor-statement+jws", seal)).as(kid).isEmpty();
    }
    assertThat(SigningKey.isKid(known)).isTrue();
  }
}
