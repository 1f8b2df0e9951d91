package org.kontor.billing.invoice.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * All that is open of a customer's invoices, however many there are.
 *
 * @param count of invoices of which something is open
 * @param sum of what is open, in the customer's currency
 * @param firstDue the earliest due date among them; null where nothing is open
 * @param overdue whether that day is over
 */
public record OpenTotal(long count, BigDecimal sum, LocalDate firstDue, boolean overdue) {}
