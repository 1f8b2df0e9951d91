package org.kontor.domain.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The Message-ID (RFC 5322) of a mail: the same for the same document and recipient, so that a mail
 * that a crash made us repeat is recognised as the same one.
 */
public final class MessageId {

  private static final int BYTES = 20;

  private MessageId() {}

  /**
   * @param template of several texts about one thing, which
   * @param recipient address in lower case
   * @param copy 0 for the first, counting what a person asked to be sent again
   * @param domain right of the @, a domain name
   * @return with its angle brackets
   */
  public static String of(
      String vendor,
      String topic,
      String key,
      String template,
      String recipient,
      int copy,
      String domain) {
    String name =
        String.join("\n", vendor, topic, key, template, recipient, Integer.toString(copy));
    return "<" + HexFormat.of().formatHex(digest(name), 0, BYTES) + "@" + domain + ">";
  }

  private static byte[] digest(String name) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
