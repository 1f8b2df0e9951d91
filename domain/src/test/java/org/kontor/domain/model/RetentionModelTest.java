package org.kontor.domain.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kontor.domain.model.IdleModel.Step;
import org.kontor.domain.policy.RetentionPolicy.AfterStop;
import org.kontor.domain.policy.RetentionPolicy.Start;
import org.kontor.domain.policy.TrialPolicy;
import org.kontor.domain.retention.Countdown;
import org.kontor.domain.subscription.TrialTimeline;

/** When accounts end: random lives, and every day of nine years as the day from which it counts. */
class RetentionModelTest {

  private static final int HISTORIES = Integer.getInteger("kontor.model.histories", 250_000);
  private static final int FIRST = (int) LocalDate.of(2024, 1, 1).toEpochDay();
  private static final int LAST = (int) LocalDate.of(2032, 12, 31).toEpochDay();
  private static final int LONGEST = 160;

  /** One act of a life. */
  private record Act(int day, char what, long sum) {
    @Override
    public String toString() {
      return ModelDays.date(day)
          + switch (what) {
            case 'l' -> " log-in";
            case 't' -> " top-up of " + sum;
            case 'c' -> " cancelled";
            default -> " the mail takes notices again only after days: " + sum;
          };
    }
  }

  /** A made-up life. */
  private record Life(int created, long balance, long fee, List<Act> acts) {
    @Override
    public String toString() {
      StringBuilder text = new StringBuilder("created " + ModelDays.date(created));
      text.append(", balance ").append(balance).append(", fee ").append(fee);
      acts.forEach(act -> text.append("\n  ").append(act));
      return text.toString();
    }
  }

  @Test
  void R15_only_who_is_old_absent_and_without_funds_is_announced_deleted_and_purged() {
    long seed = Long.getLong("kontor.model.seed", new Random().nextLong());
    System.out.println("RetentionModelTest: -Dkontor.model.seed=" + seed);
    Random random = new Random(seed);
    int deleted = 0;
    for (int i = 0; i < HISTORIES; i++) {
      Life life = random(random);
      String differs = run(life);
      deleted += differs.equals("DELETED") ? 1 : 0;
      if (!differs.isEmpty() && !differs.equals("DELETED")) {
        Life small = shrunk(life);
        fail("life " + i + " of seed " + seed + "\n" + small + "\n" + run(small));
      }
    }
    assertTrue(deleted > HISTORIES / 10, "lives that end in a deletion: " + deleted);
  }

  private static Life random(Random random) {
    int created = FIRST + random.nextInt(LAST - FIRST - LONGEST);
    List<Act> acts = new ArrayList<>();
    int day = created;
    while (true) {
      day += 1 + random.nextInt(random.nextInt(3) == 0 ? 60 : 25);
      if (day >= created + LONGEST) {
        break;
      }
      char what = "lltcm".charAt(random.nextInt(5));
      acts.add(new Act(day, what, what == 't' ? 1 + random.nextInt(40) : random.nextInt(6)));
    }
    return new Life(created, random.nextInt(3) * 19L, 1 + random.nextInt(19), acts);
  }

  /** What differs first; DELETED when nothing does and the account ended; else empty. */
  private static String run(Life life) {
    IdleModel model = new IdleModel(life.created(), life.balance());
    IdleProduct product = new IdleProduct(life.created(), life.balance());
    int mailDelay = 0;
    int accepts = -1;
    int next = 0;
    for (int day = life.created() + 1; day < life.created() + LONGEST; day++) {
      if (ModelDays.dayOfMonth(day) == 1 && !model.deleted()) {
        model.charge(life.fee());
        product.charge(life.fee(), day);
      }
      Step expected = model.midnight(day);
      Step found = product.midnight(day);
      if (expected != found) {
        return ModelDays.date(day) + ": the rules say " + expected + ", the product " + found;
      }
      if (expected.name().startsWith("TELL")) {
        accepts = day + mailDelay;
      }
      if (accepts == day && model.announced()) {
        model.accepted(day);
        product.accepted(day);
      }
      while (next < life.acts().size() && life.acts().get(next).day() <= day) {
        Act act = life.acts().get(next++);
        if (act.what() == 'm') {
          mailDelay = (int) act.sum();
        } else {
          act(model, product, act);
        }
      }
      if (model.announced() != product.announced()) {
        return ModelDays.date(day) + ": announced by the rules: " + model.announced();
      }
      if (!model.announced()) {
        accepts = -1;
      } else if (accepts <= day && model.deletesOn() != product.deletesOn(day).toEpochDay()) {
        return ModelDays.date(day)
            + ": the rules delete on "
            + ModelDays.date(model.deletesOn())
            + ", the product on "
            + product.deletesOn(day);
      }
    }
    return model.deleted() ? "DELETED" : "";
  }

  private static void act(IdleModel model, IdleProduct product, Act act) {
    if (model.deleted()) {
      return;
    }
    switch (act.what()) {
      case 'l' -> {
        model.login(act.day());
        product.login(act.day());
      }
      case 't' -> {
        model.topUp(act.sum());
        product.topUp(act.sum(), act.day());
      }
      default -> assertEquals(model.cancel(act.day()), product.cancel(act.day()));
    }
  }

  private static Life shrunk(Life life) {
    Life small = life;
    for (boolean smaller = true; smaller; ) {
      smaller = false;
      for (int i = small.acts().size() - 1; i >= 0; i--) {
        List<Act> fewer = new ArrayList<>(small.acts());
        fewer.remove(i);
        Life candidate = new Life(small.created(), small.balance(), small.fee(), fewer);
        String differs = run(candidate);
        if (!differs.isEmpty() && !differs.equals("DELETED")) {
          small = candidate;
          smaller = true;
        }
      }
    }
    return small;
  }

  @Test
  void R8_S1_29_two_months_after_every_day_of_nine_years() {
    AfterStop policy = new AfterStop(2, Start.STOP, true, true, List.of(), 0);
    for (int day = FIRST; day <= LAST; day++) {
      LocalDate stop = ModelDays.date(day);
      int month = stop.getMonthValue() + 2;
      int year = stop.getYear() + (month > 12 ? 1 : 0);
      month = month > 12 ? month - 12 : month;
      boolean leap = year % 4 == 0;
      int length =
          new int[] {31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[month - 1];
      String expected =
          String.format("%d-%02d-%02d", year, month, Math.min(stop.getDayOfMonth(), length));
      assertEquals(
          expected,
          Countdown.afterStop(policy, stop, stop.minusDays(1), stop.minusDays(11))
              .deletesOn()
              .toString());
    }
  }

  @Test
  void R8_S1_2_a_trial_that_begins_on_every_day_of_nine_years() {
    TrialPolicy policy =
        new TrialPolicy(14, TrialPolicy.EndAction.DELETE, 0, true, List.of(7, 3, 1));
    for (int day = FIRST; day <= LAST; day++) {
      Countdown countdown = Countdown.trial(TrialTimeline.startingOn(ModelDays.date(day), policy));
      assertEquals(day + 14, countdown.deletesOn().toEpochDay(), () -> countdown.toString());
      assertEquals(List.of(7, 3, 1), countdown.noticeDays());
    }
  }
}
