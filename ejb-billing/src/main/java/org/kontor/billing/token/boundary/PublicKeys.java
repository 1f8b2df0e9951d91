package org.kontor.billing.token.boundary;

import java.util.List;

/** A JSON Web Key Set (RFC 7517) of Ed25519 keys (RFC 8037); the signing one is the first. */
public record PublicKeys(List<Key> keys) {

  public PublicKeys {
    keys = List.copyOf(keys);
  }

  /**
   * @param x the public key, 32 bytes in base64url without padding
   */
  public record Key(String kty, String crv, String kid, String use, String alg, String x) {

    public static Key ed25519(String kid, String x) {
      return new Key("OKP", "Ed25519", kid, "sig", "EdDSA", x);
    }
  }
}
