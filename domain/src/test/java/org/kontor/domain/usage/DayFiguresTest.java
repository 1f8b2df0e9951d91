package org.kontor.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.kontor.domain.rules.Proves;

class DayFiguresTest {

  private final long seed = Long.getLong("seed", new Random().nextLong());
  private final Random random = new Random(seed);

  @RepeatedTest(50)
  @Proves({"S2.7", "S2.11"})
  void S2_11_the_order_in_which_facts_arrive_does_not_matter() {
    List<DayFigures> facts = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      // Few moments and quantities, so that some coincide
      Instant at = Instant.parse("2026-06-02T00:00:00Z").plusSeconds(random.nextInt(12) * 3600L);
      facts.add(DayFigures.of(random.nextInt(6), at));
    }
    DayFigures expected = fold(facts);
    for (int i = 0; i < 10; i++) {
      Collections.shuffle(facts, random);
      assertThat(fold(facts)).as("seed %s", seed).isEqualTo(expected);
      int cut = 1 + random.nextInt(facts.size() - 1);
      DayFigures apart = fold(facts.subList(cut, facts.size())).with(fold(facts.subList(0, cut)));
      assertThat(apart).as("seed %s", seed).isEqualTo(expected);
    }
  }

  private static DayFigures fold(List<DayFigures> facts) {
    return facts.stream().reduce(DayFigures::with).orElseThrow();
  }
}
