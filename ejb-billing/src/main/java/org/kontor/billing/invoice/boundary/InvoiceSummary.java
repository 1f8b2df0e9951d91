package org.kontor.billing.invoice.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A document in a list. Amounts are in {@code currency}.
 *
 * @param amountDue what is open of it
 * @param state as in {@link InvoiceView}
 */
public record InvoiceSummary(
    long id,
    String number,
    String kind,
    String typeCode,
    String purpose,
    String vendor,
    long customerId,
    Long subscriptionId,
    LocalDate issueDate,
    LocalDate dueDate,
    String currency,
    BigDecimal net,
    BigDecimal vat,
    BigDecimal total,
    BigDecimal amountDue,
    String state) {}
