package org.kontor.domain.time;

/**
 * A mistake in a calendar.
 *
 * @param path place in its text, for example {@code days[3].date}
 * @param reason what is wrong
 * @param mend what to do about it
 */
public record CalendarFault(String path, String reason, String mend) {}
