package org.kontor.crm.calendar.boundary;

/**
 * A year that a seller's country will need and that is not there, or only provisionally.
 *
 * @param kind MISSING or PROVISIONAL
 * @param detail in words
 * @param mend what to do
 */
public record CalendarAlarm(String country, int year, Kind kind, String detail, String mend) {

  /** MISSING refuses dates; PROVISIONAL may lack days that the government moves. */
  public enum Kind {
    MISSING,
    PROVISIONAL
  }
}
