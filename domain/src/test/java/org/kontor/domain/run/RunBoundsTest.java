package org.kontor.domain.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.kontor.domain.policy.SafetyBounds;
import org.kontor.domain.run.RunBounds.Figures;

class RunBoundsTest {

  private static final SafetyBounds BOUNDS =
      new SafetyBounds(100, 15, new BigDecimal("5"), new BigDecimal("4"));

  @Test
  void a_usual_run_needs_nobody() {
    assertThat(RunBounds.exceeded(BOUNDS, new Figures(5000, 4800, 200, 100), null)).isEmpty();
  }

  @Test
  void too_many_parked_accounts_need_a_person() {
    assertThat(RunBounds.exceeded(BOUNDS, new Figures(5000, 4799, 201, 100), null)).isPresent();
  }

  @Test
  void a_handful_of_accounts_is_never_held_back() {
    assertThat(RunBounds.exceeded(BOUNDS, new Figures(3, 1, 2, 100), null)).isEmpty();
  }

  @Test
  void amounts_that_jump_need_a_person_but_a_growing_book_does_not() {
    Figures last = new Figures(100, 100, 0, 10_000);
    assertThat(RunBounds.exceeded(BOUNDS, new Figures(1000, 1000, 0, 500_000), last)).isEmpty();
    assertThat(RunBounds.exceeded(BOUNDS, new Figures(1000, 1000, 0, 500_001), last)).isPresent();
  }
}
