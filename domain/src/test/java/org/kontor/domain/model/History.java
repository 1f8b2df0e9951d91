package org.kontor.domain.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.kontor.domain.model.Happening.Kind;
import org.kontor.domain.model.LadderModel.Ladder;

/**
 * A made-up account's life.
 *
 * @param reading of the rules that stands for it
 * @param zone place in {@link ModelDays#ZONES}
 * @param calendar number of a made-up calendar
 * @param happenings ascending by second
 */
record History(
    Ladder ladder,
    Reading reading,
    int zone,
    int calendar,
    int firstDay,
    int lastDay,
    long balance,
    List<Happening> happenings) {

  /** Payments that depend on what is owed then. */
  static final long ALL_THAT_IS_OWED = -1;

  static final long ONE_LESS = -2;
  static final long ONE_MORE = -3;

  private static final int FIRST = (int) LocalDate.of(2024, 1, 1).toEpochDay();
  private static final int LAST = (int) LocalDate.of(2032, 10, 1).toEpochDay();

  static History random(Ladder ladder, Random random, ModelDays[] zones, int calendars) {
    int zone = random.nextInt(zones.length);
    ModelDays days = zones[zone];
    int first = FIRST + random.nextInt(LAST - FIRST);
    int last = first + 15 + random.nextInt(ladder == Ladder.RU ? 25 : 50);
    List<Happening> all = new ArrayList<>();
    switch (ladder) {
      case RU -> daily(random, days, first, last, all);
      case UA -> monthly(random, days, first, last, all);
      default -> invoices(random, days, first, last, all);
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      all.add(new Happening(moment(random, days, first, last), Kind.PAYMENT, sum(random), 0));
    }
    if (ladder == Ladder.RU) {
      for (int i = random.nextInt(3); i > 0; i--) {
        int wanted = random.nextInt(10) == 0 ? random.nextInt(6) - 1 : 1 + random.nextInt(3);
        all.add(new Happening(moment(random, days, first, last), Kind.PROMISE, wanted, 0));
      }
    }
    if (random.nextInt(4) == 0) {
      long from = moment(random, days, first, last);
      long until = from + 1 + random.nextInt(12 * 86_400);
      all.add(new Happening(from, Kind.HOLD, until, 0));
    }
    all.sort(Comparator.comparingLong(Happening::at));
    long balance = random.nextInt(5) * 100L + (random.nextBoolean() ? 0 : random.nextInt(700));
    return new History(
        ladder,
        Reading.random(ladder, random),
        zone,
        random.nextInt(calendars),
        first,
        last,
        balance,
        List.copyOf(all));
  }

  /** S2.5: by the results of each day, weekends included; now and then the run is late. */
  private static void daily(
      Random random, ModelDays days, int first, int last, List<Happening> all) {
    long fee = 50 + random.nextInt(150);
    long notBefore = 0;
    for (int day = first; day < last; day++) {
      long late = random.nextInt(12) == 0 ? random.nextInt(3 * 86_400) : 0;
      long at = Math.max(notBefore, days.begin(day + 1) + late);
      notBefore = at;
      all.add(new Happening(at, Kind.CHARGE, fee, day));
    }
    if (random.nextInt(5) == 0) {
      chargeBack(random, days, first, last, all);
    }
  }

  /** S3.22: on the 1st; S3.19: and now and then a charge-back in the middle of a month. */
  private static void monthly(
      Random random, ModelDays days, int first, int last, List<Happening> all) {
    for (int day = first; day <= last; day++) {
      if (ModelDays.dayOfMonth(day) == 1) {
        long late = random.nextInt(8) == 0 ? random.nextInt(3 * 86_400) : 0;
        all.add(new Happening(days.begin(day) + late, Kind.CHARGE, 300 + random.nextInt(900), day));
      }
    }
    if (random.nextInt(2) == 0) {
      chargeBack(random, days, first, last, all);
    }
  }

  private static void chargeBack(
      Random random, ModelDays days, int first, int last, List<Happening> all) {
    long at = moment(random, days, first, last);
    all.add(new Happening(at, Kind.CHARGE, 1 + random.nextInt(900), days.dayOf(at)));
  }

  private static void invoices(
      Random random, ModelDays days, int first, int last, List<Happening> all) {
    int day = first + random.nextInt(6);
    int due = day + random.nextInt(12);
    for (int i = 1 + random.nextInt(3); i > 0 && day < last; i--) {
      all.add(new Happening(days.begin(day), Kind.INVOICE, 1 + random.nextInt(500), due));
      day += 1 + random.nextInt(30);
      due = Math.max(due, day + random.nextInt(12));
    }
  }

  private static long sum(Random random) {
    return switch (random.nextInt(6)) {
      case 0, 1 -> ALL_THAT_IS_OWED;
      case 2 -> ONE_LESS;
      case 3 -> ONE_MORE;
      default -> 1 + random.nextInt(900);
    };
  }

  private static long moment(Random random, ModelDays days, int first, int last) {
    long begin = days.begin(first);
    long at = begin + (long) (random.nextDouble() * (days.begin(last) - begin - 1));
    if (random.nextInt(6) == 0) {
      long near = days.begin(days.dayOf(at)) - 1 + random.nextInt(3);
      return Math.max(near, begin);
    }
    return at;
  }

  History without(int happening) {
    List<Happening> fewer = new ArrayList<>(happenings);
    fewer.remove(happening);
    return new History(ladder, reading, zone, calendar, firstDay, lastDay, balance, fewer);
  }

  History endingOn(int day) {
    return new History(ladder, reading, zone, calendar, firstDay, day, balance, happenings);
  }

  @Override
  public String toString() {
    return "ladder "
        + ladder
        + ", "
        + reading
        + ", "
        + ModelDays.ZONES.get(zone)
        + ", calendar "
        + calendar
        + ", "
        + ModelDays.date(firstDay)
        + " to "
        + ModelDays.date(lastDay)
        + ", balance "
        + balance
        + happenings.stream().map(h -> "\n  " + h).collect(Collectors.joining());
  }
}
