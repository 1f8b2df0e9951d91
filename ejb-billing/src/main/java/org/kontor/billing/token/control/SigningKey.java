package org.kontor.billing.token.control;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** One Ed25519 key pair. Its id is the thumbprint of the public half (RFC 7638). */
final class SigningKey {

  private static final String ALGORITHM = "Ed25519";
  private static final int SIGNATURE = 64;

  /** What stands before a bare key in X.509 (RFC 8410). */
  private static final byte[] FRAME = HexFormat.of().parseHex("302a300506032b6570032100");

  /** 32 bytes in Base64 without filling. */
  private static final Pattern KID = Pattern.compile("[A-Za-z0-9_-]{43}");

  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  private final String kid;
  private final byte[] publicKey;
  private final PrivateKey privateKey;

  private SigningKey(byte[] publicKey, PrivateKey privateKey) {
    this.publicKey = publicKey.clone();
    this.privateKey = privateKey;
    this.kid = thumbprint(publicKey);
  }

  static SigningKey generate() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      return new SigningKey(raw((EdECPublicKey) pair.getPublic()), pair.getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform from 15 on has Ed25519", e);
    }
  }

  /**
   * @param publicKey 32 bytes (RFC 8032)
   * @param pkcs8 the private half
   */
  static SigningKey of(byte[] publicKey, byte[] pkcs8) {
    try {
      PrivateKey opened =
          KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      return new SigningKey(publicKey, opened);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the stored key is no Ed25519 key", e);
    }
  }

  /** Whether a text has the form of an id of a key; whatever else strangers send is none. */
  static boolean isKid(String text) {
    return KID.matcher(text).matches();
  }

  String kid() {
    return kid;
  }

  byte[] publicKey() {
    return publicKey.clone();
  }

  byte[] pkcs8() {
    return privateKey.getEncoded();
  }

  /** 64 bytes. */
  byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(privateKey);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key in memory can always sign", e);
    }
  }

  /**
   * @param publicKey 32 bytes
   * @param signature 64 bytes; of any others the answer is no
   */
  static boolean verifies(byte[] publicKey, byte[] message, byte[] signature) {
    if (signature.length != SIGNATURE) {
      return false;
    }
    byte[] framed = Arrays.copyOf(FRAME, FRAME.length + publicKey.length);
    System.arraycopy(publicKey, 0, framed, FRAME.length, publicKey.length);
    try {
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(
          KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(framed)));
      check.update(message);
      return check.verify(signature);
    } catch (SignatureException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the stored key is no Ed25519 key", e);
    }
  }

  static String base64Url(byte[] bytes) {
    return URL.encodeToString(bytes);
  }

  /** The point's y, little-endian, with the lowest bit of x on top (RFC 8032, 5.1.2). */
  private static byte[] raw(EdECPublicKey key) {
    EdECPoint point = key.getPoint();
    byte[] big = point.getY().toByteArray();
    byte[] little = new byte[32];
    for (int i = 0; i < Math.min(32, big.length); i++) {
      little[i] = big[big.length - 1 - i];
    }
    if (point.isXOdd()) {
      little[31] |= (byte) 0x80;
    }
    return little;
  }

  private static String thumbprint(byte[] publicKey) {
    String members = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + base64Url(publicKey) + "\"}";
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.US_ASCII));
      return base64Url(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
