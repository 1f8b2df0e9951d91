package org.kontor.crm.calendar.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.kontor.crm.calendar.boundary.CalendarAlarm;
import org.kontor.crm.calendar.boundary.CalendarAlarm.Kind;
import org.kontor.domain.time.CalendarYear;

/** Which calendars will be missed. */
public final class Alarms {

  private Alarms() {}

  /**
   * @param countries of all sellers
   * @param daysBefore so many days before the year's end the next year is asked for
   * @param known all versions
   */
  public static List<CalendarAlarm> of(
      Collection<String> countries,
      LocalDate today,
      int daysBefore,
      Collection<CalendarYear> known) {
    List<CalendarAlarm> alarms = new ArrayList<>();
    LocalDate newYear = LocalDate.of(today.getYear() + 1, 1, 1);
    boolean late = !today.isBefore(newYear.minusDays(daysBefore));
    for (String country : new TreeSet<>(countries)) {
      check(country, today.getYear(), known).ifPresent(alarms::add);
      if (late) {
        check(country, today.getYear() + 1, known).ifPresent(alarms::add);
      }
    }
    return List.copyOf(alarms);
  }

  private static Optional<CalendarAlarm> check(
      String country, int year, Collection<CalendarYear> known) {
    Optional<CalendarYear> found =
        known.stream()
            .filter(c -> c.country().equals(country) && c.year() == year)
            .max(Comparator.comparingInt(CalendarYear::version));
    if (found.isEmpty()) {
      return Optional.of(
          new CalendarAlarm(
              country,
              year,
              Kind.MISSING,
              "There is no calendar of legal working days for " + country + " in " + year + ".",
              "Import it (POST /calendars): dates of that year are refused without it."));
    }
    if (found.get().provisional()) {
      return Optional.of(
          new CalendarAlarm(
              country,
              year,
              Kind.PROVISIONAL,
              "The calendar of " + country + " for " + year + " is provisional.",
              "Import version "
                  + (found.get().version() + 1)
                  + " (POST /calendars) when the government has published the year's list."));
    }
    return Optional.empty();
  }
}
