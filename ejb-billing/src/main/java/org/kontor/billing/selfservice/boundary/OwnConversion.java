package org.kontor.billing.selfservice.boundary;

import java.time.LocalDate;

/**
 * What it means to pay for what was on trial (S1.4, S1.34).
 *
 * @param lastDay on which it can be done
 * @param on first paid day
 * @param first the invoice that is issued at once; null where none is
 * @param dueDate of it
 * @param month what a whole month costs
 * @param version of the service, that the act names again
 */
public record OwnConversion(
    LocalDate lastDay,
    LocalDate on,
    MonthView first,
    LocalDate dueDate,
    MonthView month,
    int version) {}
