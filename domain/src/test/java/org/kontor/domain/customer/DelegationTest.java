package org.kontor.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.kontor.domain.customer.Role.ADMINISTRATOR;
import static org.kontor.domain.customer.Role.MAIN_ADMINISTRATOR;
import static org.kontor.domain.customer.Role.STAFF;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;

class DelegationTest {

  @Test
  void staff_and_strangers_change_nobody() {
    for (Role actor : new Role[] {STAFF, null}) {
      assertThat(code(() -> Delegation.mayAdd(actor, STAFF)))
          .isEqualTo(ProblemCode.NOT_ALLOWED_FOR_ROLE);
      assertThat(code(() -> Delegation.mayChange(actor, false, STAFF, STAFF)))
          .isEqualTo(ProblemCode.NOT_ALLOWED_FOR_ROLE);
      assertThat(code(() -> Delegation.mayWithdraw(actor, STAFF)))
          .isEqualTo(ProblemCode.NOT_ALLOWED_FOR_ROLE);
    }
  }

  @Test
  void administrators_change_everybody_but_the_main_one_and_themselves() {
    for (Role actor : new Role[] {ADMINISTRATOR, MAIN_ADMINISTRATOR}) {
      Delegation.mayAdd(actor, ADMINISTRATOR);
      Delegation.mayChange(actor, false, STAFF, ADMINISTRATOR);
      Delegation.mayChange(actor, false, ADMINISTRATOR, STAFF);
      Delegation.mayWithdraw(actor, ADMINISTRATOR);
      assertThat(code(() -> Delegation.mayChange(actor, false, MAIN_ADMINISTRATOR, STAFF)))
          .isEqualTo(ProblemCode.NOT_ALLOWED_FOR_ROLE);
      assertThat(code(() -> Delegation.mayChange(actor, true, ADMINISTRATOR, STAFF)))
          .isEqualTo(ProblemCode.WRONG_STATE);
      assertThat(code(() -> Delegation.mayWithdraw(actor, MAIN_ADMINISTRATOR)))
          .isEqualTo(ProblemCode.WRONG_STATE);
    }
  }

  @Test
  void nobody_makes_a_main_administrator_by_naming_one() {
    assertThat(code(() -> Delegation.mayAdd(MAIN_ADMINISTRATOR, MAIN_ADMINISTRATOR)))
        .isEqualTo(ProblemCode.WRONG_STATE);
    assertThat(
            code(
                () ->
                    Delegation.mayChange(
                        MAIN_ADMINISTRATOR, false, ADMINISTRATOR, MAIN_ADMINISTRATOR)))
        .isEqualTo(ProblemCode.WRONG_STATE);
  }

  @Test
  void who_is_no_administrator_reads_its_own_mails_only() {
    assertThat(Delegation.readsAllMails(MAIN_ADMINISTRATOR)).isTrue();
    assertThat(Delegation.readsAllMails(ADMINISTRATOR)).isTrue();
    assertThat(Delegation.readsAllMails(STAFF)).isFalse();
    assertThat(Delegation.readsAllMails(null)).isFalse();
  }

  static ProblemCode code(ThrowingCallable asked) {
    return catchThrowableOfType(asked, Refused.class).problem().code();
  }
}
