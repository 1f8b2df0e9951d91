package org.kontor.crm.access.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;

class CallerTest {

  private final Caller caller = new Caller();

  @Test
  void a_key_of_one_vendor_sees_nothing_of_another() {
    caller.becomes(new Identity(7, "shop", "prim", Set.of(Scope.READ)));
    assertThat(caller.sees("prim")).isTrue();
    assertThat(caller.sees("intrum")).isFalse();
    assertThat(caller.vendorFilter(null)).isEqualTo("prim");
    assertThatThrownBy(() -> caller.vendorFilter("intrum"))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.problem().code()).isEqualTo(ProblemCode.NOT_FOUND));
  }

  @Test
  void a_foreign_thing_is_refused_in_the_words_for_what_does_not_exist() {
    caller.becomes(new Identity(7, "shop", "prim", Set.of(Scope.READ)));
    assertThatThrownBy(() -> caller.mustSee("intrum", "customer"))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.problem())
                    .isEqualTo(org.kontor.crm.platform.boundary.NotFound.of("customer").problem()));
  }

  @Test
  void who_has_shown_nothing_sees_and_may_do_nothing() {
    caller.becomes(Identity.ANONYMOUS);
    assertThat(caller.sees("prim")).isFalse();
    assertThat(Scope.ALL).noneMatch(caller.identity()::may);
  }

  @Test
  void admin_may_do_everything_and_others_only_what_they_name() {
    Identity admin = new Identity(1, "admin", null, Set.of(Scope.ADMIN));
    assertThat(Scope.ALL).allMatch(admin::may);
    Identity reader = new Identity(2, "reader", null, Set.of(Scope.READ));
    assertThat(Scope.ALL).filteredOn(reader::may).containsExactly(Scope.READ);
    assertThat(reader.actor()).isEqualTo("api-key/2");
  }
}
