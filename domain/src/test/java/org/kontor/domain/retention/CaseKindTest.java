package org.kontor.domain.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kontor.domain.customer.Role;
import org.kontor.domain.policy.RetentionPolicy;
import org.kontor.domain.policy.RetentionPolicy.CancelledBy;
import org.kontor.domain.policy.RetentionPolicy.Inactivity;

class CaseKindTest {

  @Test
  void a_deletion_for_inactivity_is_stopped_by_the_roles_that_the_policy_names() {
    RetentionPolicy policy =
        idle(Set.of(CancelledBy.BUTTON), "MAIN_ADMINISTRATOR", "ADMINISTRATOR");
    assertThat(CaseKind.INACTIVITY.isStoppedBy(Role.MAIN_ADMINISTRATOR, policy)).isTrue();
    assertThat(CaseKind.INACTIVITY.isStoppedBy(Role.ADMINISTRATOR, policy)).isTrue();
    assertThat(CaseKind.INACTIVITY.isStoppedBy(Role.STAFF, policy)).isFalse();
    assertThat(CaseKind.INACTIVITY.isStoppedBy(null, policy)).isFalse();
  }

  @Test
  void nobody_stops_it_by_a_word_where_the_policy_has_no_button_or_no_such_deletion() {
    RetentionPolicy topUpOnly = idle(Set.of(CancelledBy.TOP_UP), "MAIN_ADMINISTRATOR");
    for (RetentionPolicy policy : List.of(topUpOnly, RetentionPolicy.NONE)) {
      assertThat(CaseKind.INACTIVITY.isStoppedBy(Role.MAIN_ADMINISTRATOR, policy)).isFalse();
    }
  }

  @Test
  void a_move_to_another_provider_is_the_main_administrators_and_the_rest_ends_by_paying() {
    for (CaseKind kind : CaseKind.values()) {
      boolean moves = kind == CaseKind.TERMINATION;
      assertThat(kind.isStoppedBy(Role.MAIN_ADMINISTRATOR, RetentionPolicy.NONE)).isEqualTo(moves);
      assertThat(kind.isStoppedBy(Role.ADMINISTRATOR, RetentionPolicy.NONE)).isFalse();
    }
  }

  @Test
  void a_payment_stops_the_end_after_a_stop_and_inactivity_where_the_policy_lists_a_top_up() {
    assertThat(CaseKind.AFTER_STOP.isStoppedByPayment(RetentionPolicy.NONE)).isTrue();
    assertThat(CaseKind.INACTIVITY.isStoppedByPayment(idle(Set.of(CancelledBy.TOP_UP)))).isTrue();
    assertThat(CaseKind.INACTIVITY.isStoppedByPayment(idle(Set.of(CancelledBy.BUTTON)))).isFalse();
    for (CaseKind kind : List.of(CaseKind.CANCELLATION, CaseKind.TERMINATION, CaseKind.TRIAL_END)) {
      assertThat(kind.isStoppedByPayment(RetentionPolicy.NONE)).as(kind.name()).isFalse();
    }
  }

  private static RetentionPolicy idle(Set<CancelledBy> by, String... roles) {
    Inactivity inactivity =
        new Inactivity(
            30,
            30,
            true,
            true,
            true,
            List.of(10),
            true,
            by,
            Set.of(roles),
            31,
            20,
            false,
            false,
            true);
    return new RetentionPolicy(
        null,
        null,
        false,
        inactivity,
        null,
        RetentionPolicy.NONE.deletions(),
        RetentionPolicy.NONE.legalTerm());
  }
}
