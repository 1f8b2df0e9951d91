package org.kontor.crm.calendar.boundary;

/**
 * One mistake in a calendar's text.
 *
 * @param line counted from 1
 * @param column counted from 1
 * @param path of the value, as {@code days[3].date}; empty for the whole
 * @param reason what is wrong
 * @param mend what to write instead
 */
public record CalendarError(int line, int column, String path, String reason, String mend) {}
