package org.kontor.domain.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimelineOrderTest {

  private static final Instant MORNING = Instant.parse("2026-03-01T00:00:00Z");

  @Test
  void who_loses_access_and_data_at_one_moment_is_told_of_the_access_first() {
    List<Event.Kind> told =
        Stream.of(
                event(Event.Kind.PURGED, MORNING),
                event(Event.Kind.DELETED, MORNING),
                event(Event.Kind.ACCESS, MORNING),
                event(Event.Kind.LAST_DAY_TO_RESTORE, MORNING),
                event(Event.Kind.CLOSED, MORNING),
                event(Event.Kind.ACCESS, MORNING.plusSeconds(1)))
            .sorted(Timeline.TOLD)
            .map(Event::kind)
            .toList();
    assertThat(told)
        .containsExactly(
            Event.Kind.ACCESS,
            Event.Kind.CLOSED,
            Event.Kind.DELETED,
            Event.Kind.LAST_DAY_TO_RESTORE,
            Event.Kind.PURGED,
            Event.Kind.ACCESS);
  }

  private static Event event(Event.Kind kind, Instant at) {
    return new Event(
        kind,
        at,
        LocalDate.ofInstant(at, ZoneOffset.UTC),
        1,
        null,
        null,
        0,
        Map.of(),
        new Event.Reason(List.of(), "prim@1", ""),
        Map.of(),
        List.of());
  }
}
