package org.kontor.domain.model;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.domain.model.LadderModel.Ladder;

/**
 * A million random histories: payments, charges that are on time and late, charge-backs, promises,
 * days off, holds. At every midnight, before and at everything that happens, the product treats all
 * audiences as the rules say, and knows when that changes next.
 */
class AccessModelTest {

  private static final int HISTORIES = Integer.getInteger("kontor.model.histories", 250_000);
  private static final int CALENDARS = 50;

  @ParameterizedTest
  @EnumSource(Ladder.class)
  void R15_the_product_restricts_whom_the_rules_restrict_and_when(Ladder ladder) {
    long seed = Long.getLong("kontor.model.seed", new Random().nextLong());
    System.out.println("AccessModelTest " + ladder + ": -Dkontor.model.seed=" + seed);
    Random random = new Random(seed);
    ModelCalendar[] calendars = new ModelCalendar[CALENDARS];
    for (int i = 0; i < CALENDARS; i++) {
      calendars[i] = new ModelCalendar(random);
    }
    ModelDays[] zones = ModelDays.ZONES.stream().map(ModelDays::new).toArray(ModelDays[]::new);
    int restricted = 0;
    for (int i = 0; i < HISTORIES; i++) {
      History history = History.random(ladder, random, zones, CALENDARS);
      Trial.Outcome outcome = Trial.run(history, zones, calendars);
      restricted += outcome.restricted() ? 1 : 0;
      if (outcome.differs().isPresent()) {
        History small = shrunk(history, zones, calendars);
        fail(
            "history "
                + i
                + " of seed "
                + seed
                + "\n"
                + small
                + "\n"
                + Trial.run(small, zones, calendars).differs().orElseThrow());
      }
    }
    assertTrue(restricted > HISTORIES / 4, "histories that restrict somebody: " + restricted);
  }

  /** The same disagreement with as little around it as possible. */
  private static History shrunk(History history, ModelDays[] zones, ModelCalendar[] calendars) {
    History small = history;
    boolean smaller = true;
    while (smaller) {
      smaller = false;
      for (int i = small.happenings().size() - 1; i >= 0; i--) {
        History candidate = small.without(i);
        if (Trial.run(candidate, zones, calendars).differs().isPresent()) {
          small = candidate;
          smaller = true;
        }
      }
    }
    return small;
  }
}
