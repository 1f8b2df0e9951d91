package org.kontor.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kontor.domain.access.AccessFacts.Standing;
import org.kontor.domain.customer.FineRight;
import org.kontor.domain.customer.Position;
import org.kontor.domain.customer.Role;
import org.kontor.domain.policy.AccessPolicy.FullBlock;
import org.kontor.domain.policy.AccessPolicy.HolidayDeferral;
import org.kontor.domain.policy.AccessStage.Effect;
import org.kontor.domain.rules.Proves;

/** S1: an overdue invoice stops everybody at once. */
class InvoiceLadderTest {

  private static final String ZONE = "Europe/Bucharest";
  private static final List<Effect> ALL = List.of(Effect.FULL, Effect.FULL, Effect.FULL);
  private static final List<Effect> NOBODY =
      List.of(Effect.BLOCKED, Effect.BLOCKED, Effect.BLOCKED);

  private final Asked late = Asked.of(Ladders.s1(), ZONE).overdue("2026-03-11", "301.29");

  @Test
  @Proves({"S1.27", "S1.28"})
  void S1_28_everybody_is_stopped_from_the_twelfth_and_the_page_to_pay_stays() {
    assertThat(late.effects("2026-03-11T23:59:59")).isEqualTo(ALL);
    assertThat(late.effects("2026-03-12T00:00")).isEqualTo(NOBODY);
    assertThat(late.at("2026-03-12T00:00", Role.MAIN_ADMINISTRATOR).allowed().paymentPage())
        .isTrue();
    assertThat(late.at("2026-03-12T00:00", Role.STAFF).allowed().paymentPage()).isFalse();
    assertThat(late.schedule("2026-03-12T00:00").at(late.moment("2026-03-12T00:00")).stage())
        .satisfies(stage -> assertThat(stage.stopsService()).isTrue());
  }

  @Test
  void staff_who_were_given_the_money_are_stopped_too_but_reach_the_page_to_pay() {
    Position accountant = new Position(Role.STAFF, Set.of(FineRight.MONEY));
    AccessSchedule schedule = late.schedule("2026-03-11T12:00");
    AccessDecision before = schedule.decide(accountant, late.moment("2026-03-11T12:00"));
    assertThat(before.next().effect()).isEqualTo(Effect.BLOCKED);
    assertThat(before.next().paymentPage()).isTrue();
    AccessDecision after = schedule.decide(accountant, late.moment("2026-03-12T00:00"));
    assertThat(after.role()).isEqualTo(Role.STAFF);
    assertThat(after.allowed().effect()).isEqualTo(Effect.BLOCKED);
    assertThat(after.allowed().paymentPage()).isTrue();
  }

  @Test
  @Proves("S1.28")
  void S1_28_no_weekend_rule_unless_the_policy_has_one() {
    Asked saturday = Asked.of(Ladders.s1(), ZONE).overdue("2026-02-13", "1.00");
    assertThat(saturday.effects("2026-02-14T00:00")).isEqualTo(NOBODY);
    Asked deferred =
        Asked.of(Ladders.s1().deferral(HolidayDeferral.START), ZONE).overdue("2026-02-13", "1.00");
    assertThat(deferred.effects("2026-02-15T23:59")).isEqualTo(ALL);
    assertThat(deferred.effects("2026-02-16T00:00")).isEqualTo(NOBODY);
    Asked endOfDay =
        Asked.of(Ladders.s1().fullBlock(FullBlock.END_OF_DAY), ZONE).overdue("2026-03-11", "1.00");
    assertThat(endOfDay.effects("2026-03-12T23:59")).isEqualTo(ALL);
    assertThat(endOfDay.effects("2026-03-13T00:00")).isEqualTo(NOBODY);
  }

  @Test
  void a_decision_names_the_invoice_the_rule_the_policy_and_what_comes_next() {
    AccessDecision before = late.at("2026-03-11T12:00", Role.STAFF);
    assertThat(before.because().cause()).isEqualTo(Cause.OVERDUE_INVOICE);
    assertThat(before.until()).isEqualTo(late.moment("2026-03-12T00:00"));
    assertThat(before.next().effect()).isEqualTo(Effect.BLOCKED);
    assertThat(before.nextStage()).isEqualTo(1);

    AccessDecision after = late.at("2026-03-12T12:00", Role.STAFF);
    assertThat(after.because().rules()).containsExactly("S1.28");
    assertThat(after.because().policy()).isEqualTo("vendor@1");
    assertThat(after.because().subject()).isEqualTo("PRM-2026-000001");
    assertThat(after.because().amount()).hasToString("301.29 RON");
    assertThat(after.because().since()).isEqualTo("2026-03-11");
    assertThat(after.until()).isNull();
    assertThat(after.next()).isNull();
  }

  @Test
  @Proves("S1.37")
  void S1_37_a_suspended_tenant_cannot_export_unless_a_window_is_open() {
    assertThat(late.at("2026-03-11T12:00", Role.STAFF).allowed().export()).isTrue();
    assertThat(late.at("2026-03-12T00:00", Role.MAIN_ADMINISTRATOR).allowed().export()).isFalse();
    late.exportUntil("2026-04-11T00:00");
    assertThat(late.at("2026-03-12T00:00", Role.MAIN_ADMINISTRATOR).allowed().export()).isTrue();
    assertThat(late.at("2026-04-11T00:00", Role.MAIN_ADMINISTRATOR).allowed().export()).isFalse();
  }

  @Test
  @Proves("S1.39")
  void S1_39_two_unpaid_invoices_are_treated_as_one() {
    Asked ceased = Asked.of(Ladders.s1(), ZONE).overdue("2026-03-11", "602.58");
    assertThat(ceased.schedule("2026-05-01T00:00").steps())
        .hasSameSizeAs(late.schedule("2026-05-01T00:00").steps());
    assertThat(ceased.effects("2026-04-20T00:00")).isEqualTo(NOBODY);
  }

  @Test
  void staff_hold_a_restriction_back_with_a_reason_and_an_end() {
    late.spared(Cause.HOLD, "2026-03-10T09:00", "2026-03-20T18:00");
    AccessDecision held = late.at("2026-03-15T10:00", Role.STAFF);
    assertThat(held.allowed().effect()).isEqualTo(Effect.FULL);
    assertThat(held.because().cause()).isEqualTo(Cause.HOLD);
    assertThat(held.until()).isEqualTo(late.moment("2026-03-20T18:00"));
    assertThat(late.effects("2026-03-20T18:00")).isEqualTo(NOBODY);
  }

  @Test
  void of_two_reliefs_the_longer_one_counts() {
    late.spared(Cause.HOLD, "2026-03-10T09:00", "2026-03-14T00:00");
    late.spared(Cause.TRANSFER_NOTICE, "2026-03-12T09:00", "2026-03-17T00:00");
    assertThat(late.at("2026-03-13T00:00", Role.STAFF).because().cause())
        .isEqualTo(Cause.TRANSFER_NOTICE);
    assertThat(late.at("2026-03-13T00:00", Role.STAFF).until())
        .isEqualTo(late.moment("2026-03-17T00:00"));
  }

  @Test
  void a_stop_by_staff_a_closed_account_and_a_trial_that_is_over_shut_everybody_out() {
    for (Standing standing : List.of(Standing.STOPPED, Standing.CLOSED, Standing.TRIAL_OVER)) {
      Asked shut = Asked.of(Ladders.s1(), ZONE).standing(standing);
      AccessDecision decision = shut.at("2026-03-12T00:00", Role.MAIN_ADMINISTRATOR);
      assertThat(decision.allowed().effect()).isEqualTo(Effect.BLOCKED);
      assertThat(decision.because().cause().name()).isEqualTo(standing.name());
      assertThat(decision.allowed().paymentPage()).isEqualTo(standing == Standing.STOPPED);
    }
  }

  @Test
  void who_owes_nothing_is_free_without_end() {
    AccessDecision free = Asked.of(Ladders.s1(), ZONE).at("2026-03-12T00:00", Role.STAFF);
    assertThat(free.because().cause()).isEqualTo(Cause.NOTHING_OWED);
    assertThat(free.allowed()).isEqualTo(new Allowed(Effect.FULL, true, true, true));
    assertThat(free.until()).isNull();
  }
}
