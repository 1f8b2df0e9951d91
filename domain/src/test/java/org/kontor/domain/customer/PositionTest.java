package org.kontor.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;

class PositionTest {

  private static final Set<FineRight> MONEY = Set.of(FineRight.MONEY);

  @Test
  void who_was_given_the_money_pays_as_an_administrator_and_stays_staff() {
    Position accountant = new Position(Role.STAFF, MONEY);
    assertThat(accountant.forMoney()).isEqualTo(Role.ADMINISTRATOR);
    assertThat(accountant.role()).isEqualTo(Role.STAFF);
    for (Role role : Role.values()) {
      assertThat(Position.of(role).forMoney()).isEqualTo(role);
    }
  }

  @Test
  void who_becomes_an_administrator_has_no_rights_of_its_own_any_more() {
    Position accountant = new Position(Role.STAFF, MONEY);
    assertThat(accountant.becoming(Role.ADMINISTRATOR, null).rights()).isEmpty();
    assertThat(accountant.becoming(Role.STAFF, null)).isEqualTo(accountant);
    assertThat(accountant.becoming(Role.STAFF, Set.of())).isEqualTo(Position.of(Role.STAFF));
    assertThat(Position.of(Role.ADMINISTRATOR).becoming(Role.STAFF, MONEY)).isEqualTo(accountant);
  }

  @Test
  void an_administrator_is_given_no_right_that_the_role_has_already() {
    assertThatThrownBy(() -> Position.of(Role.STAFF).becoming(Role.ADMINISTRATOR, MONEY))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.problem().code()).isEqualTo(ProblemCode.INVALID_VALUE));
    assertThatThrownBy(() -> new Position(Role.ADMINISTRATOR, MONEY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void rights_are_read_as_they_were_written() {
    assertThat(FineRight.read(FineRight.write(MONEY))).isEqualTo(MONEY);
    assertThat(FineRight.read(FineRight.write(Set.of()))).isEmpty();
  }
}
