package org.kontor.crm.calendar.boundary;

import java.time.LocalDate;
import java.util.List;

/**
 * A working day that was computed.
 *
 * @param day the working day
 * @param skipped days off that were passed over on the way to it
 */
public record WorkingDayView(
    String country, LocalDate from, int plus, LocalDate day, List<LocalDate> skipped) {}
