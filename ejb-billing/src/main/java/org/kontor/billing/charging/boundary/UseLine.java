package org.kontor.billing.charging.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One thing used in the current month.
 *
 * @param charged whether it was taken from the balance already
 * @param explanation compact, of what is not charged yet; the charges carry their own
 */
public record UseLine(
    long subscriptionId,
    String item,
    String name,
    LocalDate from,
    LocalDate to,
    BigDecimal quantity,
    BigDecimal amount,
    boolean charged,
    String explanation) {}
