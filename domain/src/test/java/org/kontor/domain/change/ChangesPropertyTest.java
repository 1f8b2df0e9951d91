package org.kontor.domain.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kontor.domain.change.ChangeDecision.Accepted;
import org.kontor.domain.change.ChangeDecision.LimitsNotMet;
import org.kontor.domain.change.ChangeDecision.NoChange;
import org.kontor.domain.policy.BillingPolicy.ChangeBilling;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.rules.Proves;
import org.kontor.domain.subscription.ChangeRequest;
import org.kontor.domain.subscription.Limits;
import org.kontor.domain.subscription.Terms;

/** Laws that hold for any sequence of changes. Replay a failure with {@code -Dkontor.seed=...}. */
class ChangesPropertyTest {

  private static final int SEQUENCES = 2_000;
  private static final List<String> PLANS = List.of("start", "pro");
  private static final List<String> CODES =
      List.of("platform", "documents-100", "users", "courier-x");

  private final long seed = Long.getLong("kontor.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @Test
  @Proves({"S1.10", "S1.13", "S1.14", "S1.15", "S1.17"})
  void S1_14_no_sequence_of_changes_ends_above_a_limit_that_it_lowered() {
    System.out.println("changes: seed " + seed);
    for (int i = 0; i < SEQUENCES; i++) {
      ChangeBilling reading = pick(List.of(ChangeBilling.values()));
      PolicyPack pack = Suite.pack(reading);
      Terms terms = Suite.terms(pack, pick(PLANS), quantities());
      Situation situation = Suite.active(terms, usage());
      LocalDate day = LocalDate.parse("2026-03-02");
      for (int step = 0; step < 6; step++) {
        situation = change(pack, situation, day.plusDays(step));
      }
      ChangeDecision last = new Changes(pack).apply(situation, LocalDate.parse("2026-04-01"));
      if (last instanceof Accepted accepted) {
        lawOfLimits(situation, situation.terms(), accepted.after());
      }
    }
  }

  private Situation change(PolicyPack pack, Situation situation, LocalDate day) {
    ChangeRequest request =
        new ChangeRequest(random.nextInt(3) == 0 ? pick(PLANS) : null, quantities());
    ChangeDecision decision = new Changes(pack).decide(situation, request, day);
    if (decision instanceof LimitsNotMet unmet) {
      assertThat(unmet.unmet())
          .as("seed " + seed)
          .isNotEmpty()
          .allSatisfy(limit -> assertThat(limit.used()).isGreaterThan(limit.allowed()));
    }
    if (!(decision instanceof Accepted accepted)) {
      assertThat(decision).as("seed " + seed).isInstanceOfAny(LimitsNotMet.class, NoChange.class);
      return situation;
    }
    Terms soon = accepted.now().map(ChangeDecision.Step::terms).orElse(situation.terms());
    lawOfTime(accepted, day);
    lawOfLimits(situation, soon, accepted.after());
    lawOfPrice(pack, situation, accepted, soon, day);
    lawOfWishes(request, accepted.after());
    return new Situation(
        situation.state(),
        false,
        situation.chargedThrough(),
        situation.deployment(),
        soon,
        accepted.later().map(ChangeDecision.Step::change).orElse(Situation.NOTHING_WAITS),
        usage(),
        situation.overrides());
  }

  /** What gives more is today, what waits is the next 1st. */
  private void lawOfTime(Accepted accepted, LocalDate day) {
    accepted.now().ifPresent(now -> assertThat(now.effectiveOn()).isEqualTo(day));
    accepted
        .later()
        .ifPresent(
            later -> assertThat(later.effectiveOn()).as("seed " + seed).isEqualTo("2026-04-01"));
  }

  private void lawOfLimits(Situation situation, Terms before, Terms after) {
    Limits limits = Limits.of(after, situation.overrides());
    if (limits.lowerThan(Limits.of(before, situation.overrides()))) {
      assertThat(limits.check(situation.usage())).as("seed " + seed).isEmpty();
    }
  }

  /** Never a negative document; and in the default reading none at all. */
  private void lawOfPrice(
      PolicyPack pack, Situation situation, Accepted accepted, Terms soon, LocalDate day) {
    ChangePrice price = ChangePrice.of(pack, situation, accepted, Suite.BUYER, day);
    assertThat(price.difference()).isEqualTo(price.after().minus(price.before()));
    assertThat(price.restNet().isNegative()).as("seed " + seed).isFalse();
    if (pack.billing().change() == ChangeBilling.NEXT_INVOICE || soon.sameAs(accepted.before())) {
      assertThat(price.rest()).as("seed " + seed).isEmpty();
    }
    price
        .arrears()
        .ifPresent(
            why -> assertThat(why.recompute()).isEqualByComparingTo(price.restNet().amount()));
  }

  /** Once everything has happened, the terms are what was asked for last. */
  private void lawOfWishes(ChangeRequest request, Terms after) {
    request
        .components()
        .forEach((code, quantity) -> assertThat(after.quantity(code)).isEqualTo(quantity));
    if (request.plan() != null) {
      assertThat(after.plan().code()).as("seed " + seed).isEqualTo(request.plan());
    }
  }

  private Map<String, Long> quantities() {
    Map<String, Long> result = new HashMap<>();
    for (String code : CODES) {
      if (random.nextBoolean()) {
        result.put(code, (long) random.nextInt(code.equals("courier-x") ? 2 : 6));
      }
    }
    return result;
  }

  private Map<String, Long> usage() {
    return Map.of(
        "crm-accounts", (long) random.nextInt(1_200),
        "documents", (long) random.nextInt(600),
        "platforms", (long) random.nextInt(5));
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
