package org.kontor.crm.calendar.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The calendars that come with the product; they are there whatever the database holds. */
public final class BundledCalendars {

  private static final List<String> COUNTRIES = List.of("ES", "RO", "RU", "UA");
  private static final int FIRST = 2024;
  private static final int LAST = 2027;

  private BundledCalendars() {}

  /** All of them, by country and year. */
  public static List<StoredCalendar> all() {
    List<StoredCalendar> found = new ArrayList<>();
    for (String country : COUNTRIES) {
      for (int year = FIRST; year <= LAST; year++) {
        String text = text("/calendars/" + country + "-" + year + ".yaml");
        found.add(new StoredCalendar(CalendarText.require(text), text, null));
      }
    }
    return found;
  }

  private static String text(String name) {
    try (InputStream in = BundledCalendars.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the build left out " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
