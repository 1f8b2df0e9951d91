package org.kontor.billing.document.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A month's papers of one customer (S2.27).
 *
 * @param way POST or EMAIL
 * @param charged in the month
 * @param sentOn null while they are to be sent
 */
public record PostedDocumentView(
    long customerId,
    String reference,
    String name,
    YearMonth month,
    String way,
    BigDecimal charged,
    String currency,
    LocalDate sentOn,
    String recordedBy) {}
