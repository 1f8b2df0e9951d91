package org.kontor.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kontor.domain.access.AccessFacts.Standing;
import org.kontor.domain.access.Licence.Kept;
import org.kontor.domain.customer.Role;
import org.kontor.domain.policy.AccessStage;
import org.kontor.domain.policy.AccessStage.Effect;
import org.kontor.domain.policy.LicenceStage;
import org.kontor.domain.policy.LicenceStage.When;

/** Access that depends on a licence: its expiry, its payment, its renewal (S5.3, S5.31). */
class LicenceStagesTest {

  private static final String ZONE = "Europe/Madrid";
  private static final List<Effect> ALL = List.of(Effect.FULL, Effect.FULL, Effect.FULL);
  private static final List<Effect> REMINDED =
      List.of(Effect.REMINDED, Effect.REMINDED, Effect.FULL);
  private static final List<Effect> READING =
      List.of(Effect.PAYMENT_PAGE_ONLY, Effect.READ_ONLY, Effect.READ_ONLY);
  private static final List<Effect> NOBODY =
      List.of(Effect.BLOCKED, Effect.BLOCKED, Effect.BLOCKED);

  private static final LicenceStage RENEWAL = stage(0, REMINDED, When.RENEWAL_UNPAID);
  private static final LicenceStage EXPIRED = stage(7, READING, When.EXPIRED);
  private static final LicenceStage MISSING =
      stage(0, NOBODY, When.UNPAID, When.WITHDRAWN, When.NEVER_ORDERED);

  @Test
  void a_licence_restricts_the_given_days_after_its_last_one_and_not_a_day_sooner() {
    Asked crm = crm().owning(paid("2025-07-01", "2026-06-30", null));
    assertThat(crm.effects("2026-06-30T23:59")).isEqualTo(ALL);
    assertThat(crm.effects("2026-07-07T23:59")).isEqualTo(ALL);
    assertThat(crm.effects("2026-07-08T00:00")).isEqualTo(READING);
    AccessDecision before = crm.at("2026-06-01T12:00", Role.STAFF);
    assertThat(before.until()).as("foretold").isEqualTo(crm.moment("2026-07-08T00:00"));
    assertThat(before.next().effect()).isEqualTo(Effect.READ_ONLY);
    Because because = crm.at("2026-07-09T00:00", Role.STAFF).because();
    assertThat(because.cause()).isEqualTo(Cause.LICENCE);
    assertThat(because.subject()).isEqualTo("licence");
    assertThat(because.since()).isEqualTo("2026-07-01");
    assertThat(because.rules()).containsExactly("S5.31");
  }

  @Test
  void an_open_renewal_reminds_until_the_licence_ends() {
    Asked crm = crm().owning(paid("2025-07-01", "2026-06-30", "2026-06-01"));
    assertThat(crm.effects("2026-05-31T23:59")).isEqualTo(ALL);
    assertThat(crm.effects("2026-06-01T00:00")).isEqualTo(REMINDED);
    assertThat(crm.effects("2026-07-01T00:00")).as("the days in between are free").isEqualTo(ALL);
    assertThat(crm.effects("2026-07-08T00:00")).isEqualTo(READING);
  }

  @Test
  void the_best_of_several_counts_and_an_unpaid_order_lifts_nothing() {
    Licence old = paid("2025-07-01", "2026-06-30", null);
    Licence ordered = new Licence("licence", Kept.AWAITING_PAYMENT, day("2026-07-20"), null, null);
    assertThat(crm().owning(old).owning(ordered).effects("2026-07-19T12:00")).isEqualTo(READING);
    assertThat(crm().owning(old).owning(ordered).effects("2026-07-20T12:00")).isEqualTo(NOBODY);
    Licence bought = paid("2026-07-20", "2027-07-19", null);
    assertThat(crm().owning(old).owning(bought).effects("2026-07-20T12:00")).isEqualTo(ALL);
    Licence endless = paid("2026-07-20", null, null);
    assertThat(crm().owning(old).owning(endless).effects("2036-07-20T12:00")).isEqualTo(ALL);
    Licence renewed = paid("2025-07-01", "2026-06-30", "2026-06-01");
    assertThat(crm().owning(renewed).owning(endless).effects("2026-06-15T12:00")).isEqualTo(ALL);
  }

  @Test
  void who_never_ordered_it_or_gave_it_back_has_none_and_other_products_do_not_matter() {
    assertThat(crm().effects("2026-07-20T12:00")).isEqualTo(NOBODY);
    assertThat(crm().at("2026-07-20T12:00", Role.STAFF).because().since()).isNull();
    Licence back = new Licence("licence", Kept.WITHDRAWN, day("2026-01-01"), null, null);
    assertThat(crm().owning(back).effects("2026-07-20T12:00")).isEqualTo(NOBODY);
    Licence other = new Licence("addon", Kept.PAID, day("2026-01-01"), null, null);
    assertThat(crm().owning(other).effects("2026-07-20T12:00")).isEqualTo(NOBODY);
    Asked elsewhere =
        Asked.of(
            Ladders.none()
                .licences(new LicenceStage("licence", MISSING.when(), List.of("shop"), 0, FREE)),
            ZONE);
    assertThat(elsewhere.at("2026-07-20T12:00", Role.STAFF).because().cause())
        .isEqualTo(Cause.NOTHING_OWED);
  }

  @Test
  void with_a_debt_each_audience_has_the_harder_of_both_and_the_debt_is_why() {
    Asked both =
        Asked.of(Ladders.s3().licences(RENEWAL, EXPIRED, MISSING), ZONE)
            .owing("2026-07-01", "-19.00")
            .owning(paid("2025-07-01", "2026-06-30", null));
    assertThat(both.effects("2026-07-05T00:00")).isEqualTo(REMINDED);
    assertThat(both.effects("2026-07-08T00:00"))
        .isEqualTo(List.of(Effect.PAYMENT_PAGE_ONLY, Effect.PAYMENT_PAGE_ONLY, Effect.READ_ONLY));
    AccessDecision eighth = both.at("2026-07-08T00:00", Role.STAFF);
    assertThat(eighth.because().cause()).isEqualTo(Cause.NEGATIVE_BALANCE);
    assertThat(eighth.stage()).isEqualTo(3);
    assertThat(both.effects("2026-07-10T00:00")).isEqualTo(NOBODY);
  }

  @Test
  void a_hold_spares_both_and_a_promise_the_debt_only() {
    Licence expired = paid("2025-07-01", "2026-06-30", null);
    Asked held = s3(expired).spared(Cause.HOLD, "2026-07-09T00:00", "2026-07-12T00:00");
    assertThat(held.effects("2026-07-08T12:00")).isNotEqualTo(ALL);
    assertThat(held.effects("2026-07-10T12:00")).isEqualTo(ALL);
    assertThat(held.effects("2026-07-12T00:00")).isEqualTo(NOBODY);
    Asked promised = s3(expired).spared(Cause.PROMISE, "2026-07-10T00:00", "2026-07-12T00:00");
    assertThat(promised.effects("2026-07-10T12:00")).isEqualTo(READING);
    assertThat(promised.at("2026-07-10T12:00", Role.STAFF).because().cause())
        .isEqualTo(Cause.LICENCE);
  }

  @Test
  void a_hold_spares_the_licence_also_where_nothing_is_owed() {
    Asked held =
        crm()
            .owning(paid("2025-07-01", "2026-06-30", null))
            .spared(Cause.HOLD, "2026-07-09T00:00", "2026-07-12T00:00");
    assertThat(held.effects("2026-07-08T12:00")).isEqualTo(READING);
    assertThat(held.effects("2026-07-09T00:00")).isEqualTo(ALL);
    AccessDecision during = held.at("2026-07-10T12:00", Role.STAFF);
    assertThat(during.because().cause()).isEqualTo(Cause.HOLD);
    assertThat(during.until()).isEqualTo(held.moment("2026-07-12T00:00"));
    assertThat(during.next().effect()).isEqualTo(Effect.READ_ONLY);
    assertThat(held.effects("2026-07-12T00:00")).isEqualTo(READING);
  }

  @Test
  void what_outlasts_a_hold_takes_nothing_from_it_while_it_runs() {
    Licence expired = paid("2025-07-01", "2026-06-30", null);
    for (Cause longer : List.of(Cause.PROMISE, Cause.TRANSFER_NOTICE, Cause.DELETION_NOTICE)) {
      Asked both =
          s3(expired)
              .spared(Cause.HOLD, "2026-07-09T00:00", "2026-07-12T00:00")
              .spared(longer, "2026-07-10T00:00", "2026-07-20T00:00");
      assertThat(both.effects("2026-07-11T12:00")).as("with %s", longer).isEqualTo(ALL);
      assertThat(both.at("2026-07-11T12:00", Role.STAFF).because().cause()).isEqualTo(Cause.HOLD);
      assertThat(both.effects("2026-07-12T00:00")).as("after the hold").isEqualTo(READING);
    }
  }

  @Test
  void a_closed_account_is_closed_whatever_its_licences() {
    Asked closed = crm().owning(paid("2026-01-01", null, null)).standing(Standing.CLOSED);
    assertThat(closed.at("2026-07-10T12:00", Role.STAFF).because().cause()).isEqualTo(Cause.CLOSED);
    assertThat(crm().at("2026-07-10T12:00", Role.MAIN_ADMINISTRATOR).allowed().paymentPage())
        .as("a way to pay")
        .isTrue();
  }

  private static final AccessStage FREE = AccessStage.FREE;

  private static Asked crm() {
    return Asked.of(Ladders.none().licences(RENEWAL, EXPIRED, MISSING), ZONE);
  }

  private static Asked s3(Licence licence) {
    return Asked.of(Ladders.s3().licences(EXPIRED), ZONE)
        .owing("2026-07-01", "-19.00")
        .owning(licence);
  }

  private static Licence paid(String ordered, String expires, String renewal) {
    return new Licence("licence", Kept.PAID, day(ordered), day(expires), day(renewal));
  }

  private static LicenceStage stage(int from, List<Effect> effects, When... when) {
    AccessStage stage =
        new AccessStage(
            0, effects.get(0), effects.get(1), effects.get(2), true, true, false, List.of("S5.31"));
    return new LicenceStage("licence", Set.of(when), List.of(), from, stage);
  }

  private static LocalDate day(String text) {
    return text == null ? null : LocalDate.parse(text);
  }
}
