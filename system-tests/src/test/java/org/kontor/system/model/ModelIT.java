package org.kontor.system.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kontor.domain.rules.Proves;
import org.kontor.system.base.SystemTest;
import org.kontor.system.rig.Database;
import org.kontor.system.rig.Invariants;
import org.kontor.system.story.Story;

/**
 * A random book over a random year, day by day, with the invariants after every day. Replay a seed
 * by {@code -Dkontor.seed=…}; {@code -Dkontor.model.minutes=…} gives it more time.
 */
@SystemTest(takesLong = true)
class ModelIT extends Story {

  private final long seed = Long.getLong("kontor.seed", System.nanoTime() & 0xffffff);
  private final Duration budget = Duration.ofMinutes(Long.getLong("kontor.model.minutes", 3));
  private final int days = Integer.getInteger("kontor.model.days", 366);

  @Test
  @Proves({"S1.25", "S1.26", "S2.5", "S2.6", "S2.12", "S3.22", "S3.24"})
  void the_invariants_hold_after_every_day_of_a_random_year() {
    Random random = new Random(seed);
    LocalDate from = LocalDate.of(2024 + random.nextInt(8), 1 + random.nextInt(12), 1);
    System.out.printf("Model test: seed %d, from %s (-Dkontor.seed=%d)%n", seed, from, seed);
    RandomBook book = new RandomBook(rest(), random, from, 15);
    long end = System.nanoTime() + budget.toNanos();
    LocalDate day = from;
    try (Database database = database()) {
      Invariants invariants = new Invariants(database);
      while (day.isBefore(from.plusDays(days)) && System.nanoTime() < end) {
        LocalTime moment = LocalTime.of(8 + random.nextInt(8), random.nextInt(60));
        book.book().until(day.atTime(moment).toInstant(ZoneOffset.UTC));
        book.day(day, 6);
        book.book().until(day.plusDays(1).atTime(0, 30).toInstant(ZoneOffset.UTC));
        check(invariants, day);
        day = day.plusDays(1);
      }
    }
    assertThat(rest().get("ledger/audit?vendor=prim").ok().path("sound").asBoolean()).isTrue();
    System.out.printf(
        "Model test: %d days to %s, %s%n", ChronoUnit.DAYS.between(from, day), day, book.figures());
    assertThat(day).as("days done in the time given").isAfter(from.plusDays(30));
  }

  private void check(Invariants invariants, LocalDate day) {
    assertThat(invariants.broken()).as("seed %d, after %s", seed, day).isEmpty();
    assertThat(invariants.unexplained(day.toString())).as("seed %d, %s", seed, day).isEmpty();
    LocalDate tomorrow = day.plusDays(1);
    if (tomorrow.getDayOfMonth() == 1) {
      List<List<String>> missing = invariants.notInvoicedOnce("prim", tomorrow.toString());
      assertThat(missing).as("seed %d, invoices of %s", seed, tomorrow).isEmpty();
    }
  }
}
