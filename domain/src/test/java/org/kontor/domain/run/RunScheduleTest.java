package org.kontor.domain.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.pricing.Packs;
import org.kontor.domain.rules.Proves;

class RunScheduleTest {

  private static final LocalDate BOOK = LocalDate.parse("2026-01-01");

  /** Each vendor has them; these tests are about others. */
  private static final Set<RunKind> NOT_ASKED = Set.of(RunKind.CHANGES, RunKind.DELETION);

  @Test
  @Proves({"S1.26", "S2.5"})
  void S1_26_invoices_fall_due_at_midnight_of_the_first_in_the_sellers_zone() {
    PolicyPack prim = Packs.pack(Timing.MONTHLY_ADVANCE, "Europe/Bucharest");

    DueRun march = next(prim, Map.of(RunKind.MONTHLY, LocalDate.parse("2026-02-01")));

    assertThat(march.date()).isEqualTo("2026-03-01");
    assertThat(march.dueAt()).isEqualTo(Instant.parse("2026-02-28T22:00:00Z"));
  }

  @Test
  @Proves("S2.5")
  void S2_5_a_day_is_charged_when_it_is_over() {
    PolicyPack intrum = Packs.pack(Timing.DAILY, "Europe/Moscow");

    DueRun day = next(intrum, Map.of(RunKind.DAILY, LocalDate.parse("2026-06-01")));

    assertThat(day.date()).isEqualTo("2026-06-02");
    assertThat(day.dueAt()).isEqualTo(Instant.parse("2026-06-02T21:00:00Z"));
  }

  @Test
  @Proves("S2.22")
  void S2_22_weekends_and_holidays_are_charged_and_missed_days_caught_up_one_by_one() {
    PolicyPack intrum = Packs.pack(Timing.DAILY, "Europe/Moscow");
    Map<RunKind, LocalDate> done = new EnumMap<>(RunKind.class);
    done.put(RunKind.DAILY, LocalDate.parse("2025-12-30"));
    Instant now = Instant.parse("2026-01-12T09:00:00Z");
    List<LocalDate> days = new ArrayList<>();

    Optional<DueRun> due = dueBy(intrum, done, now);
    while (due.isPresent()) {
      days.add(due.get().date());
      done.put(RunKind.DAILY, due.get().date());
      due = dueBy(intrum, done, now);
    }

    assertThat(days)
        .isEqualTo(
            LocalDate.parse("2025-12-31").datesUntil(LocalDate.parse("2026-01-12")).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Europe/Bucharest", "Europe/Chisinau", "Europe/Kyiv", "Europe/Moscow",
        "Europe/Madrid", "Atlantic/Canary", "UTC", "Pacific/Apia"
      })
  void every_local_day_2024_to_2032_falls_due_once_whatever_its_length(String zone) {
    PolicyPack pack = Packs.pack(Timing.DAILY, zone);
    LocalDate day = LocalDate.parse("2023-12-31");
    Instant last = Instant.MIN;
    while (day.getYear() < 2033) {
      DueRun due = next(pack, Map.of(RunKind.DAILY, day));
      assertThat(due.date()).isEqualTo(day.plusDays(1));
      assertThat(due.dueAt()).isAfter(last);
      assertThat(due.dueAt())
          .isEqualTo(due.date().plusDays(1).atStartOfDay(ZoneId.of(zone)).toInstant());
      last = due.dueAt();
      day = due.date();
    }
  }

  @Test
  void at_one_moment_the_day_is_charged_before_changes_apply_and_invoices_are_made() {
    PolicyPack both = Packs.pack(Timing.MONTHLY_ADVANCE, "UTC");
    Map<RunKind, LocalDate> done = new EnumMap<>(RunKind.class);
    done.put(RunKind.MONTHLY, LocalDate.parse("2026-02-01"));
    done.put(RunKind.CHANGES, LocalDate.parse("2026-02-28"));

    assertThat(dueBy(both, done, Instant.MAX).orElseThrow().kind()).isEqualTo(RunKind.CHANGES);
    assertThat(RunSchedule.next(both, BOOK, done, NOT_ASKED).orElseThrow().kind())
        .isEqualTo(RunKind.MONTHLY);
  }

  private static DueRun next(PolicyPack pack, Map<RunKind, LocalDate> done) {
    return RunSchedule.next(pack, BOOK, done, NOT_ASKED).orElseThrow();
  }

  private static Optional<DueRun> dueBy(
      PolicyPack pack, Map<RunKind, LocalDate> done, Instant now) {
    Set<RunKind> held = EnumSet.copyOf(NOT_ASKED);
    held.removeAll(done.keySet());
    return RunSchedule.next(pack, BOOK, done, held).filter(due -> !due.dueAt().isAfter(now));
  }
}
