package org.kontor.billing.policy.control;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;

/**
 * A vendor whose books are kept here.
 *
 * @param zone of its business dates, as when its first pack was imported
 * @param bookFrom first business date that can be booked
 */
public record VendorRow(String code, ZoneId zone, Currency currency, LocalDate bookFrom) {}
