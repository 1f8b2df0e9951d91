package org.kontor.billing.payment.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.kontor.domain.payment.PaymentKind;

/**
 * A payment to be recorded.
 *
 * @param method one of the vendor's (S2.26, S3.1, S5.15)
 * @param externalKey bank reference or provider event; with vendor and method it names the payment
 * @param valueDate from which it counts, the vendor's today when null
 * @param invoices to pay these, in this order; null or empty: the oldest due first
 * @param actorPersonId who tops up, null when staff records it (S3.4)
 */
public record NewPayment(
    Long customerId,
    String method,
    String externalKey,
    LocalDate valueDate,
    BigDecimal amount,
    String currency,
    PaymentKind kind,
    List<Long> invoices,
    Long actorPersonId) {

  public NewPayment {
    // A null stays, to be refused with its place: without it the oldest would be paid instead.
    invoices =
        invoices == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(invoices));
  }
}
