package org.kontor.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.domain.customer.DelegationTest.code;
import static org.kontor.domain.customer.Role.ADMINISTRATOR;
import static org.kontor.domain.customer.Role.MAIN_ADMINISTRATOR;
import static org.kontor.domain.customer.Role.STAFF;

import org.junit.jupiter.api.Test;
import org.kontor.domain.problem.ProblemCode;

class HandoverTest {

  private static final Handover FROM_ANA_TO_ION = new Handover(1, 2);

  @Test
  void only_the_main_administrator_who_has_just_proven_who_it_is_proposes() {
    Handover.mayPropose(MAIN_ADMINISTRATOR, STAFF, true);
    assertThat(code(() -> Handover.mayPropose(ADMINISTRATOR, STAFF, true)))
        .isEqualTo(ProblemCode.NOT_ALLOWED_FOR_ROLE);
    assertThat(code(() -> Handover.mayPropose(MAIN_ADMINISTRATOR, STAFF, false)))
        .isEqualTo(ProblemCode.FORBIDDEN);
    assertThat(code(() -> Handover.mayPropose(MAIN_ADMINISTRATOR, null, true)))
        .isEqualTo(ProblemCode.NOT_FOUND);
    assertThat(code(() -> Handover.mayPropose(MAIN_ADMINISTRATOR, MAIN_ADMINISTRATOR, true)))
        .isEqualTo(ProblemCode.WRONG_STATE);
  }

  @Test
  void only_who_was_proposed_confirms_and_only_while_both_are_what_they_were() {
    FROM_ANA_TO_ION.mayConfirm(2, MAIN_ADMINISTRATOR, STAFF);
    assertThat(code(() -> FROM_ANA_TO_ION.mayConfirm(1, MAIN_ADMINISTRATOR, STAFF)))
        .isEqualTo(ProblemCode.NOT_ALLOWED_FOR_ROLE);
    assertThat(code(() -> FROM_ANA_TO_ION.mayConfirm(2, ADMINISTRATOR, STAFF)))
        .isEqualTo(ProblemCode.WRONG_STATE);
    assertThat(code(() -> FROM_ANA_TO_ION.mayConfirm(2, null, MAIN_ADMINISTRATOR)))
        .isEqualTo(ProblemCode.WRONG_STATE);
  }

  @Test
  void both_may_end_it_and_nobody_else() {
    FROM_ANA_TO_ION.mayEnd(1);
    FROM_ANA_TO_ION.mayEnd(2);
    assertThat(code(() -> FROM_ANA_TO_ION.mayEnd(3))).isEqualTo(ProblemCode.NOT_ALLOWED_FOR_ROLE);
  }
}
