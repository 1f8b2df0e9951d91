package org.kontor.crm.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;

/** QUALITY S14, S16: who tries too often waits, is told how long, and locks nobody else out. */
class TriesTest {

  private static final Duration WINDOW = Duration.ofMinutes(15);

  private final Tries tries = new Tries();

  private void useUp() {
    for (int i = 0; i < 5; i++) {
      assertThatCode(() -> tries.count("guesser", 5, WINDOW)).doesNotThrowAnyException();
    }
  }

  @Test
  void the_sixth_try_of_five_waits_no_longer_than_one_comes_back() {
    useUp();
    Refused refused = catchThrowableOfType(Refused.class, () -> tries.count("guesser", 5, WINDOW));
    assertThat(refused.problem().code()).isEqualTo(ProblemCode.TOO_MANY_REQUESTS);
    assertThat((long) refused.problem().data().get("retryAfterSeconds")).isBetween(170L, 181L);
    assertThatCode(() -> tries.count("victim", 5, WINDOW)).doesNotThrowAnyException();
  }

  @Test
  void who_was_right_has_all_tries_anew() {
    useUp();
    tries.forget("guesser");
    useUp();
  }
}
