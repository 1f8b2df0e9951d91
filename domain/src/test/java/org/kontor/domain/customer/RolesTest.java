package org.kontor.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;

class RolesTest {

  private static final Map<Long, Role> PEOPLE =
      Map.of(1L, Role.MAIN_ADMINISTRATOR, 2L, Role.ADMINISTRATOR, 3L, Role.STAFF);

  @Test
  void a_new_main_administrator_makes_the_old_one_an_administrator_first() {
    assertThat(Roles.change(PEOPLE, 3, Role.MAIN_ADMINISTRATOR))
        .containsExactly(Map.entry(1L, Role.ADMINISTRATOR), Map.entry(3L, Role.MAIN_ADMINISTRATOR));
  }

  @Test
  void the_last_main_administrator_cannot_step_down_or_leave() {
    assertThatThrownBy(() -> Roles.change(PEOPLE, 1, Role.STAFF))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.problem().code()).isEqualTo(ProblemCode.WRONG_STATE));
    assertThatThrownBy(() -> Roles.leave(Role.MAIN_ADMINISTRATOR)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> Roles.join(Role.MAIN_ADMINISTRATOR)).isInstanceOf(Refused.class);
    Roles.leave(Role.ADMINISTRATOR);
    Roles.join(Role.STAFF);
  }

  @Test
  void there_is_exactly_one_main_administrator_after_any_sequence_of_changes() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    Map<Long, Role> now = new LinkedHashMap<>(PEOPLE);
    for (int i = 0; i < 2_000; i++) {
      long person = 1 + random.nextInt(3);
      Role wanted = Role.values()[random.nextInt(3)];
      try {
        now.putAll(Roles.change(now, person, wanted));
      } catch (Refused refused) {
        assertThat(now.get(person)).isEqualTo(Role.MAIN_ADMINISTRATOR);
      }
      assertThat(now.values().stream().filter(Role.MAIN_ADMINISTRATOR::equals).count())
          .as("seed %d, step %d", seed, i)
          .isOne();
    }
  }

  @Test
  void a_role_that_one_has_already_changes_nothing() {
    assertThat(Roles.change(PEOPLE, 1, Role.MAIN_ADMINISTRATOR)).isEmpty();
  }
}
