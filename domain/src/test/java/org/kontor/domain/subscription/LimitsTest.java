package org.kontor.domain.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.policy.Texts;
import org.kontor.domain.policy.Timing;

class LimitsTest {

  @Test
  void an_agreement_beyond_counting_is_the_most_that_can_be_said() {
    Texts text = new Texts(Map.of("ro", "x"));
    Plan.Component pack =
        new Plan.Component(
            "pack", text, Plan.Component.Kind.QUANTITY, BigDecimal.ONE, 0, "files", 100, 10);
    Plan plan =
        new Plan(
            "start",
            text,
            Timing.MONTHLY_ADVANCE,
            BigDecimal.TEN,
            List.of(),
            Map.of("files", 5L),
            List.of(pack),
            List.of(),
            Plan.Deployment.SHARED);
    Terms terms = new Terms(plan, Map.of("pack", 2L));
    assertThat(Limits.of(terms, Map.of()).allowed()).containsEntry("files", 205L);
    assertThat(Limits.of(terms, Map.of("files", Long.MAX_VALUE)).allowed())
        .containsEntry("files", Long.MAX_VALUE);
  }
}
