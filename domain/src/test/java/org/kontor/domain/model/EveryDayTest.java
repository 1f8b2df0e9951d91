package org.kontor.domain.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.domain.model.Happening.Kind;
import org.kontor.domain.model.LadderModel.Ladder;

/**
 * Each day from 2024 to 2032 in eight zones, with its 23 and 25 hours, as the due day of an
 * invoice, the day of a negative balance, of a charge-back, and of promises of one to three days.
 */
class EveryDayTest {

  private static final int FIRST = (int) LocalDate.of(2024, 1, 1).toEpochDay();
  private static final int LAST = (int) LocalDate.of(2032, 12, 31).toEpochDay();
  private static final ModelDays[] ZONES =
      ModelDays.ZONES.stream().map(ModelDays::new).toArray(ModelDays[]::new);
  private static final ModelCalendar[] CALENDAR = {new ModelCalendar(new Random(1))};

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void R8_every_day_of_nine_years_lands_on_the_right_date(int zone) {
    ModelDays days = ZONES[zone];
    for (int day = FIRST; day <= LAST; day++) {
      due(zone, day);
      negative(zone, days, day);
      settled(zone, days, day);
    }
  }

  /** S1.27, S1.28: paid on the due day until its last second is in time. */
  private static void due(int zone, int day) {
    ModelDays days = ZONES[zone];
    Happening invoice = new Happening(days.begin(day - 2), Kind.INVOICE, 100, day);
    long close = days.begin(day + 1);
    check(Ladder.RO, zone, day - 2, day + 2, List.of(invoice));
    check(
        Ladder.RO,
        zone,
        day - 2,
        day + 2,
        List.of(invoice, new Happening(close - 1, Kind.PAYMENT, 100, 0)));
    check(Ladder.GENERIC, zone, day - 2, day + 17, List.of(invoice));
  }

  /** S2.20, S2.24, S2.34. */
  private static void negative(int zone, ModelDays days, int day) {
    Happening charge = new Happening(days.begin(day + 1), Kind.CHARGE, 100, day);
    check(Ladder.RU, zone, day, day + 14, List.of(charge));
    for (int wanted = 1; wanted <= 3; wanted++) {
      long at = days.begin(day + 1) + 2 * 3600 + 1800 + wanted;
      check(
          Ladder.RU,
          zone,
          day,
          day + 16,
          List.of(charge, new Happening(at, Kind.PROMISE, wanted, 0)));
    }
  }

  /** S3.11 to S3.19. */
  private static void settled(int zone, ModelDays days, int day) {
    long at = days.begin(day) + (ModelDays.dayOfMonth(day) == 1 ? 0 : 43_200);
    check(Ladder.UA, zone, day, day + 45, List.of(new Happening(at, Kind.CHARGE, 100, day)));
  }

  private static void check(
      Ladder ladder, int zone, int first, int last, List<Happening> happenings) {
    List<Happening> ordered = new ArrayList<>(happenings);
    ordered.sort(Comparator.comparingLong(Happening::at));
    History history = new History(ladder, Reading.SETTLED, zone, 0, first, last, 0, ordered);
    assertEquals(
        "", Trial.run(history, ZONES, CALENDAR).differs().orElse(""), () -> history.toString());
  }
}
