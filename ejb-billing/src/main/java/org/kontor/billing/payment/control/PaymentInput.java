package org.kontor.billing.payment.control;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
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

  /** SHA-256 of what makes two requests under one key the same payment; who sends it does not. */
  public byte[] hash() {
    BigDecimal amount = paid.amount();
    String content =
        String.join(
            "\n",
            Long.toString(customerId),
            String.valueOf(valueDate),
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
