package org.kontor.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.domain.policy.Metric;
import org.kontor.domain.policy.Texts;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.rules.Proves;
import org.kontor.domain.usage.FactAdmission.Admission;
import org.kontor.domain.usage.FactAdmission.Known;
import org.kontor.domain.usage.FactAdmission.NotTaken;
import org.kontor.domain.usage.FactAdmission.Said;
import org.kontor.domain.usage.FactAdmission.Taken;

class FactAdmissionTest {

  private static final Metric SMS =
      new Metric(
          "sms", new Texts(Map.of("en", "SMS")), Metric.Kind.COUNTER, "C62", 100_000, 250_000);

  private static final Instant NOW = Instant.parse("2026-06-10T09:00:00Z");

  @Test
  @Proves("S2.5")
  void S2_5_a_fact_belongs_to_the_local_day_of_the_vendor() {
    Taken taken = (Taken) decide("2026-06-09T21:30:00Z", 1, false, active(day(8), day(8)));
    assertThat(taken.day()).isEqualTo("2026-06-10"); // 00:30 in Moscow
    assertThat(taken.late()).isFalse();
  }

  @Test
  @Proves("S2.5")
  void S2_5_a_closed_day_takes_corrections_only_and_charges_them_with_the_open_day() {
    Known known = active(day(9), day(9));
    Problem problem = refused(decide("2026-06-08T09:00:00Z", 1, false, known));
    assertThat(problem.code()).isEqualTo(ProblemCode.DAY_CLOSED);
    assertThat(problem.mend()).contains("\"correction\": true");

    Taken taken = (Taken) decide("2026-06-08T09:00:00Z", 1, true, known);
    assertThat(taken.day()).isEqualTo("2026-06-08");
    assertThat(taken.chargedOn()).isEqualTo("2026-06-10");
    assertThat(taken.late()).isTrue();
  }

  @Test
  @Proves("S2.5")
  void S2_5_the_days_of_a_parked_account_stay_open_until_they_are_charged() {
    Taken taken = (Taken) decide("2026-06-08T09:00:00Z", 1, false, active(day(7), day(9)));
    assertThat(taken.late()).isFalse();
  }

  @Test
  @Proves("S2.6")
  void S2_6_a_corrected_trial_day_is_never_charged() {
    Known trial = new Known(moscow(), day(1), Timing.DAILY, day(1), null, null, null, day(9));
    assertThat(refused(decide("2026-06-08T09:00:00Z", 1, false, trial)).code())
        .isEqualTo(ProblemCode.DAY_CLOSED);
    assertThat(((Taken) decide("2026-06-08T09:00:00Z", 1, true, trial)).late()).isFalse();

    Known converted =
        new Known(moscow(), day(1), Timing.DAILY, day(1), day(9), null, day(9), day(9));
    assertThat(((Taken) decide("2026-06-08T09:00:00Z", 1, true, converted)).late()).isFalse();
    assertThat(((Taken) decide("2026-06-09T09:00:00Z", 1, true, converted)).late()).isTrue();
  }

  @Test
  @Proves("S3.22")
  void S3_22_a_month_stays_open_until_it_is_settled() {
    Known open =
        new Known(
            moscow(),
            LocalDate.parse("2026-01-01"),
            Timing.MONTHLY_ARREARS,
            LocalDate.parse("2026-01-01"),
            LocalDate.parse("2026-01-01"),
            null,
            LocalDate.parse("2026-05-31"),
            LocalDate.parse("2026-05-31"));
    assertThat(((Taken) decide("2026-06-01T09:00:00Z", 1, false, open)).late()).isFalse();
    assertThat(refused(decide("2026-05-31T09:00:00Z", 1, false, open)).code())
        .isEqualTo(ProblemCode.DAY_CLOSED);
    assertThat(((Taken) decide("2026-05-31T09:00:00Z", 1, true, open)).chargedOn())
        .isEqualTo("2026-06-01");
  }

  @Test
  void plans_billed_by_invoice_never_close_a_day_to_facts() {
    Known monthly =
        new Known(moscow(), day(1), Timing.MONTHLY_ADVANCE, day(1), day(1), null, day(30), day(9));
    assertThat(((Taken) decide("2026-06-02T09:00:00Z", 1, false, monthly)).late()).isFalse();
  }

  @Test
  void what_cannot_be_is_refused_with_a_mend() {
    Known known = active(day(9), day(9));
    assertRefused(decide("2026-06-10T09:00:00.001Z", 1, false, known), ProblemCode.IN_THE_FUTURE);
    assertRefused(decide("2026-05-31T20:59:59Z", 1, true, known), ProblemCode.BEFORE_BOOK);
    assertRefused(decide("2026-06-10T08:00:00Z", -1, false, known), ProblemCode.INVALID_VALUE);
    Known ended = new Known(moscow(), day(1), Timing.DAILY, day(1), day(1), day(5), day(5), day(9));
    assertRefused(decide("2026-06-06T09:00:00Z", 1, false, ended), ProblemCode.WRONG_STATE);
    assertRefused(decide("2026-06-05T09:00:00Z", 1, true, ended), ProblemCode.WRONG_STATE);
  }

  @Test
  void a_fact_above_the_bound_of_its_metric_is_absurd_and_says_so() {
    Known known = active(day(9), day(9));
    assertThat(decide("2026-06-10T08:00:00Z", SMS.maxPerFact(), false, known))
        .isInstanceOf(Taken.class);

    Admission admission = decide("2026-06-10T08:00:00Z", 1_000_000_000L, false, known);

    assertRefused(admission, ProblemCode.ABSURD_QUANTITY);
    Problem problem = refused(admission);
    assertThat(problem.field()).isEqualTo("quantity");
    assertThat(problem.detail()).contains("sms", "1000000000", "100000 is the most");
    assertThat(problem.data()).containsEntry("highest", 100_000L);
  }

  @Test
  void what_was_counted_too_much_is_taken_back_by_a_correction_down_to_nothing() {
    Known known = active(day(9), day(9));
    Taken taken = (Taken) decide("2026-06-08T09:00:00Z", -900, true, known);
    assertThat(taken.chargedOn()).isEqualTo("2026-06-10");
    assertThat(refused(decide("2026-06-10T08:00:00Z", -1, false, known)).mend())
        .contains("negative", "\"correction\": true");
    assertRefused(
        decide("2026-06-08T09:00:00Z", -100_001, true, known), ProblemCode.ABSURD_QUANTITY);
    assertThat(FactAdmission.takingBack(-900, 900, day(8))).isEmpty();
    assertThat(FactAdmission.takingBack(-900, 899, day(8)))
        .hasValueSatisfying(
            problem -> assertThat(problem.detail()).contains("2026-06-08 counts 899"));
    Metric staff =
        new Metric("staff", SMS.name(), Metric.Kind.GAUGE, "C62", 100_000, Metric.HIGHEST);
    Said said = new Said(Instant.parse("2026-06-08T09:00:00Z"), -1, true);
    assertRefused(FactAdmission.decide(staff, said, known, NOW), ProblemCode.INVALID_VALUE);
  }

  @Test
  void a_day_counts_no_more_than_is_taken_for_true_however_many_facts_say_it() {
    assertThat(FactAdmission.adding(SMS, 100_000, 150_000, day(9))).isEmpty();
    assertThat(FactAdmission.adding(SMS, 100_000, 150_001, day(9)))
        .hasValueSatisfying(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.ABSURD_QUANTITY);
              assertThat(problem.detail()).contains("2026-06-09 counts 150001", "250000");
              assertThat(problem.mend()).contains("maxPerDay");
            });
    assertThat(FactAdmission.adding(SMS, 0, 300_000, day(9)))
        .as("a fact that says nothing happened, when the bound came down meanwhile")
        .isEmpty();
  }

  private static void assertRefused(Admission admission, ProblemCode code) {
    Problem problem = refused(admission);
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.mend()).isNotBlank();
  }

  private static Problem refused(Admission admission) {
    return ((NotTaken) admission).problem();
  }

  private static Admission decide(String at, long quantity, boolean correction, Known known) {
    return FactAdmission.decide(SMS, new Said(Instant.parse(at), quantity, correction), known, NOW);
  }

  /** Begun and activated on 1 June. */
  private static Known active(LocalDate chargedThrough, LocalDate runThrough) {
    return new Known(
        moscow(), day(1), Timing.DAILY, day(1), day(1), null, chargedThrough, runThrough);
  }

  private static LocalDate day(int ofJune) {
    return LocalDate.of(2026, 6, ofJune);
  }

  private static ZoneId moscow() {
    return ZoneId.of("Europe/Moscow");
  }
}
