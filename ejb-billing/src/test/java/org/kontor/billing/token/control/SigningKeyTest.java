package org.kontor.billing.token.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.kontor.crm.platform.boundary.Seal;

class SigningKeyTest {

  private static final byte[] RFC_8037_D =
      Base64.getUrlDecoder().decode("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A");
  private static final byte[] RFC_8037_X =
      Base64.getUrlDecoder().decode("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");

  @Test
  void the_examples_of_rfc_8037_come_out() {
    SigningKey key = SigningKey.of(RFC_8037_X, pkcs8(RFC_8037_D));
    assertEquals("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k", key.kid());
    assertEquals(
        "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc."
            + "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg",
        TokenText.jws(key, "{\"alg\":\"EdDSA\"}", "Example of Ed25519 signing"));
  }

  @Test
  void a_sealed_key_opens_only_with_its_secret_and_its_id() {
    SigningKey key = SigningKey.generate();
    Seal seal = new Seal("a secret of at least thirty-two characters", "test");
    byte[] sealed = seal.close(key.kid(), key.pkcs8());
    assertArrayEquals(key.pkcs8(), seal.open(key.kid(), sealed).orElseThrow());
    assertTrue(seal.open("other", sealed).isEmpty());
    assertTrue(
        new Seal("another secret of thirty-two characters", "test")
            .open(key.kid(), sealed)
            .isEmpty());
    sealed[20] ^= 1;
    assertTrue(seal.open(key.kid(), sealed).isEmpty());
  }

  @Test
  void generated_keys_carry_their_public_half() {
    for (int i = 0; i < 50; i++) {
      SigningKey key = SigningKey.generate();
      SigningKey again = SigningKey.of(key.publicKey(), key.pkcs8());
      assertArrayEquals(key.sign(new byte[] {1}), again.sign(new byte[] {1}));
      assertEquals(43, SigningKey.base64Url(key.publicKey()).length());
    }
  }

  @Test
  void a_token_never_outlives_its_decision() {
    Instant now = Instant.parse("2026-12-09T21:55:00.7Z");
    Instant block = Instant.parse("2026-12-09T22:00:00Z");
    assertEquals(block, TokenText.expiry(now, 15, block));
    assertEquals(Instant.parse("2026-12-09T22:10:00Z"), TokenText.expiry(now, 15, null));
  }

  private static byte[] pkcs8(byte[] d) {
    byte[] prefix = HexFormat.of().parseHex("302e020100300506032b657004220420");
    return ByteBuffer.allocate(48).put(prefix).put(d).array();
  }
}
