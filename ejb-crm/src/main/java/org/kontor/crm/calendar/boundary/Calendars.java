package org.kontor.crm.calendar.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.kontor.crm.calendar.control.CalendarShelf;
import org.kontor.domain.time.WorkCalendar;

/** Calendars to compute with. Asking costs no query: they are kept in memory for a second. */
@ApplicationScoped
public class Calendars {

  private final CalendarShelf shelf;

  @Inject
  public Calendars(CalendarShelf shelf) {
    this.shelf = shelf;
  }

  /** For the container's proxy. */
  protected Calendars() {
    this(null);
  }

  /**
   * The newest version of each year. It refuses with CALENDAR_MISSING when it is asked for a day of
   * a year that it does not have, so that an unknown country fails where it matters.
   *
   * @param country ISO 3166-1 alpha-2, or a region like {@code ES-MD}
   */
  public WorkCalendar of(String country) {
    return shelf.calendar(country);
  }
}
