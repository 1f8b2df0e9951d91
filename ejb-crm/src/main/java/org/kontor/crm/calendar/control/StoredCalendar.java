package org.kontor.crm.calendar.control;

import java.time.Instant;
import org.kontor.domain.time.CalendarYear;

/**
 * One version of a year with the text that it was read from.
 *
 * @param importedAt null for what comes with the product
 */
public record StoredCalendar(CalendarYear year, String text, Instant importedAt) {}
