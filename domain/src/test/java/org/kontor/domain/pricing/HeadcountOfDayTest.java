package org.kontor.domain.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kontor.domain.policy.BillingPolicy.HeadcountReading;
import org.kontor.domain.rules.Proves;
import org.kontor.domain.usage.DayFigures;
import org.kontor.domain.usage.MetricDay;

class HeadcountOfDayTest {

  /** Began with 5, 12 at noon, 8 when the day closed. */
  private static final MetricDay DAY =
      new MetricDay(
          5L,
          DayFigures.of(12, Instant.parse("2026-06-02T12:00:00Z"))
              .with(DayFigures.of(8, Instant.parse("2026-06-02T20:55:00Z"))));

  @ParameterizedTest
  @Proves("S2.11")
  @CsvSource({"END_OF_DAY, 8", "PEAK, 12", "START_OF_DAY, 5"})
  void S2_11_which_head_count_of_the_day_counts_is_a_setting(HeadcountReading reading, long count) {
    assertThat(HeadcountOfDay.of(reading, DAY)).isEqualTo(count);
  }

  @ParameterizedTest
  @Proves("S2.11")
  @CsvSource({"END_OF_DAY, 2", "PEAK, 9", "START_OF_DAY, 9"})
  void S2_11_peak_sees_the_employees_removed_just_before_the_day_closes(
      HeadcountReading reading, long count) {
    MetricDay removed = new MetricDay(9L, DayFigures.of(2, Instant.parse("2026-06-02T20:55:00Z")));
    assertThat(HeadcountOfDay.of(reading, removed)).isEqualTo(count);
  }

  @ParameterizedTest
  @Proves("S2.10")
  @CsvSource({"END_OF_DAY", "PEAK", "START_OF_DAY"})
  void S2_10_a_head_count_lasts_until_the_next_one_is_sent(HeadcountReading reading) {
    assertThat(HeadcountOfDay.of(reading, new MetricDay(7L, null))).isEqualTo(7);
  }

  @Test
  @Proves("S2.8")
  void S2_8_nobody_ever_counted_is_zero() {
    for (HeadcountReading reading : HeadcountReading.values()) {
      assertThat(HeadcountOfDay.of(reading, MetricDay.NONE)).isZero();
    }
  }
}
