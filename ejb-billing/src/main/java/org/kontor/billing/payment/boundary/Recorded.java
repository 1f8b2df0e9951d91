package org.kontor.billing.payment.boundary;

/**
 * @param first false when the payment had been recorded before; it is not booked again
 */
public record Recorded(PaymentView payment, boolean first) {}
