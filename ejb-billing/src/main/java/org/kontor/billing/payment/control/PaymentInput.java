package org.kontor.billing.payment.control;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.kontor.domain.money.Money;
import org.kontor.domain.payment.PaymentKind;

/**
 * A payment as asked for, with what can be checked without a store already checked.
 *
 * @param valueDate as sent, null for today
 * @param invoices without repetition
 */
public record PaymentInput(
    long customerId,
    String method,
    String externalKey,
    LocalDate valueDate,
    Money paid,
    PaymentKind kind,
    List<Long> invoices,
    Long actorPersonId) {

  /**
   * Whether a payment under the same key is this one. Who leaves the value date out means the day
   * that was taken then: a repetition without it, or with exactly that day, is no other payment.
   *
   * @param recordedHash of the request that was recorded
   * @param recordedOn the value date that was recorded
   */
  public boolean isSameAs(byte[] recordedHash, LocalDate recordedOn) {
    return (valueDate == null || valueDate.equals(recordedOn))
        && (Arrays.equals(recordedHash, hash(null))
            || Arrays.equals(recordedHash, hash(recordedOn)));
  }

  /** SHA-256 of what makes two requests under one key the same payment; who sends it does not. */
  public byte[] hash() {
    return hash(valueDate);
  }

  private byte[] hash(LocalDate on) {
    BigDecimal amount = paid.amount();
    String content =
        String.join(
            "\n",
            Long.toString(customerId),
            String.valueOf(on),
            amount.toPlainString(),
            paid.currency().getCurrencyCode(),
            kind.name(),
            invoices.toString());
    try {
      return MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
