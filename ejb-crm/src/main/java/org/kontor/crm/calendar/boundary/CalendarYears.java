package org.kontor.crm.calendar.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.crm.calendar.control.Alarms;
import org.kontor.crm.calendar.control.CalendarShelf;
import org.kontor.crm.calendar.control.CalendarText;
import org.kontor.crm.calendar.control.StoredCalendar;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.crm.platform.boundary.NaturalLocks;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.crm.platform.boundary.Setting;
import org.kontor.crm.platform.boundary.Settings;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.time.BusinessClock;
import org.kontor.domain.time.CalendarUse;
import org.kontor.domain.time.CalendarYear;
import org.kontor.domain.time.WorkingDay;

/** Shows and imports calendars of legal working days, and says which will be missed. */
@Stateless
public class CalendarYears {

  /** Farther than any term of a policy reaches. */
  private static final int MOST_DAYS = 366;

  @Inject private CalendarShelf shelf;
  @Inject private CalendarUse use;
  @Inject private NaturalLocks locks;
  @Inject private Audit audit;
  @Inject private BusinessClock clock;
  @Inject private Settings settings;

  /** Every version without its days, by country, year and version. */
  public Page<CalendarView> list(String country, String after, Integer limit) {
    int size = Page.limit(limit);
    List<CalendarView> rows =
        shelf.all().stream()
            .filter(c -> country == null || c.year().country().equals(country))
            .filter(c -> after == null || cursor(c.year()).compareTo(after) > 0)
            .limit(size + 1L)
            .map(c -> view(c, false))
            .toList();
    return Page.of(rows, size, row -> cursor(row.country(), row.year(), row.version()));
  }

  /**
   * @param version null for the newest
   */
  public CalendarView get(String country, int year, Integer version) {
    return versions(country, year).stream()
        .filter(c -> version == null || c.year().version() == version)
        .reduce((older, newer) -> newer)
        .map(c -> view(c, true))
        .orElseThrow(() -> NotFound.of("calendar"));
  }

  /**
   * Adds a version. The same text sent again is found again.
   *
   * @throws org.kontor.domain.problem.Refused CALENDAR_INVALID, or CALENDAR_VERSION_EXISTS when it
   *     is not the next version
   */
  public CalendarView importYear(String text) {
    CalendarYear year = CalendarText.require(text);
    locks.hold("calendar", year.country(), Integer.toString(year.year()));
    Optional<StoredCalendar> last =
        versions(year.country(), year.year()).stream()
            .max(Comparator.comparingInt(c -> c.year().version()));
    if (last.isPresent() && last.get().year().equals(year)) {
      return view(last.get(), true);
    }
    int next = last.map(c -> c.year().version() + 1).orElse(1);
    if (year.version() != next) {
      throw new Problem(
              ProblemCode.CALENDAR_VERSION_EXISTS,
              "version",
              "The next version of " + year.country() + " " + year.year() + " is " + next,
              "Write version: " + next + "; versions that exist are never changed.",
              Map.of("next", next))
          .asException();
    }
    requireCountry(year);
    shelf.add(year, text, clock.now());
    audit.record(
        "calendar.imported",
        "calendar/" + year.country() + "/" + year.year() + "/" + year.version(),
        Map.of("days", year.days().size(), "provisional", year.provisional()));
    return view(new StoredCalendar(year, text, clock.now()), true);
  }

  /** What will be missed, by country and year; empty when all is well. */
  public List<CalendarAlarm> alarms() {
    LocalDate today = clock.today(ZoneOffset.UTC);
    return Alarms.of(
        use.countries(today),
        today,
        Math.toIntExact(settings.whole(Setting.CALENDAR_ALARM_DAYS)),
        shelf.all().stream().map(StoredCalendar::year).toList());
  }

  /**
   * The first working day on or after a day, or the n-th after it, with the days it skipped.
   *
   * @param plus null or 0 to 366 working days
   */
  public WorkingDayView workingDay(String country, LocalDate from, Integer plus) {
    int days = plus == null ? 0 : plus;
    if (from == null) {
      throw Problem.of(
              ProblemCode.MISSING_VALUE, "from", "The day is missing", "Send ?from=2026-12-31.")
          .asException();
    }
    if (days < 0 || days > MOST_DAYS) {
      throw Problem.of(
              ProblemCode.INVALID_VALUE,
              "plus",
              "plus must be 0 to " + MOST_DAYS,
              "Send how many working days after from are meant.")
          .asException();
    }
    WorkingDay found = shelf.calendar(country).plusWorkingDays(from, days);
    return new WorkingDayView(country, from, days, found.day(), found.skipped());
  }

  private void requireCountry(CalendarYear year) {
    if (year.isRegion() && versions(year.country().substring(0, 2), year.year()).isEmpty()) {
      throw Problem.of(
              ProblemCode.CALENDAR_MISSING,
              "country",
              "A region adds to its country, and " + year.year() + " of the country is missing",
              "Import the country's calendar of that year first.")
          .asException();
    }
  }

  private List<StoredCalendar> versions(String country, int year) {
    return shelf.all().stream()
        .filter(c -> c.year().country().equals(country) && c.year().year() == year)
        .toList();
  }

  private static String cursor(CalendarYear year) {
    return cursor(year.country(), year.year(), year.version());
  }

  private static String cursor(String country, int year, int version) {
    return country + "/" + year + "/" + String.format("%04d", version);
  }

  private static CalendarView view(StoredCalendar stored, boolean whole) {
    CalendarYear year = stored.year();
    return new CalendarView(
        year.country(),
        year.year(),
        year.version(),
        year.source(),
        year.provisional(),
        year.isRegion() ? null : year.countWorkingDays(),
        stored.importedAt() == null,
        stored.importedAt(),
        whole
            ? year.days().stream()
                .map(d -> new CalendarView.Day(d.date(), d.kind(), d.name()))
                .toList()
            : null,
        whole
            ? year.suspended().stream()
                .map(p -> new CalendarView.Suspended(p.from(), p.to(), p.source()))
                .toList()
            : null);
  }
}
