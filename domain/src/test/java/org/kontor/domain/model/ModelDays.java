package org.kontor.domain.model;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/** Local days of a zone as plain numbers: days since 1970, and the seconds at which they begin. */
final class ModelDays {

  static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("Europe/Bucharest"),
          ZoneId.of("Europe/Chisinau"),
          ZoneId.of("Europe/Kyiv"),
          ZoneId.of("Europe/Moscow"),
          ZoneId.of("Europe/Madrid"),
          ZoneId.of("Atlantic/Canary"),
          ZoneId.of("UTC"),
          ZoneId.of("Pacific/Apia"));

  static final int FIRST = (int) LocalDate.of(2023, 11, 1).toEpochDay();
  static final int LAST = (int) LocalDate.of(2034, 12, 31).toEpochDay();
  private static final int[] DAY_OF_MONTH = new int[LAST - FIRST + 1];

  static {
    for (int day = FIRST; day <= LAST; day++) {
      DAY_OF_MONTH[day - FIRST] = LocalDate.ofEpochDay(day).getDayOfMonth();
    }
  }

  private final ZoneId zone;
  private final long[] begins = new long[LAST - FIRST + 1];

  ModelDays(ZoneId zone) {
    this.zone = zone;
    for (int day = FIRST; day <= LAST; day++) {
      begins[day - FIRST] = LocalDate.ofEpochDay(day).atStartOfDay(zone).toEpochSecond();
    }
  }

  ZoneId zone() {
    return zone;
  }

  /** The second at which a day begins. */
  long begin(int day) {
    return begins[day - FIRST];
  }

  /** The day to which a second belongs. */
  int dayOf(long second) {
    int found = Arrays.binarySearch(begins, second);
    return FIRST + (found >= 0 ? found : -found - 2);
  }

  static int dayOfMonth(int day) {
    return DAY_OF_MONTH[day - FIRST];
  }

  static LocalDate date(int day) {
    return LocalDate.ofEpochDay(day);
  }
}
