package org.kontor.domain.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryTest {

  private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

  @Test
  void tries_again_soon_at_first_and_every_half_hour_later() {
    assertThat(Retry.next(1, START, START)).contains(START.plus(Duration.ofMinutes(1)));
    assertThat(Retry.next(2, START, START)).contains(START.plus(Duration.ofMinutes(5)));
    assertThat(Retry.next(3, START, START)).contains(START.plus(Duration.ofMinutes(15)));
    assertThat(Retry.next(4, START, START)).contains(START.plus(Duration.ofMinutes(30)));
    assertThat(Retry.next(100, START, START)).contains(START.plus(Duration.ofMinutes(30)));
  }

  @Test
  void after_an_absence_of_a_day_the_next_try_is_at_most_half_an_hour_away() {
    int tries = 0;
    Instant now = START;
    while (now.isBefore(START.plus(Duration.ofDays(1)))) {
      tries++;
      Instant next = Retry.next(tries, START, now).orElseThrow();
      assertThat(Duration.between(now, next))
          .isBetween(Duration.ofMinutes(1), Duration.ofMinutes(30));
      now = next;
    }
    assertThat(tries).isBetween(45, 55);
  }

  @Test
  void gives_up_after_five_days() {
    Instant end = START.plus(Duration.ofDays(5));
    assertThat(Retry.next(9, START, end.minus(Duration.ofMinutes(30)))).contains(end);
    assertThat(Retry.next(9, START, end.minus(Duration.ofMinutes(29)))).isEqualTo(Optional.empty());
  }

  @Test
  void knows_nothing_of_a_mail_that_was_not_tried() {
    assertThatThrownBy(() -> Retry.next(0, START, START))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void leaves_a_server_that_is_away_alone_for_a_minute_at_most() {
    assertThat(Retry.pauseOfServer(1)).isEqualTo(Duration.ofSeconds(5));
    assertThat(Retry.pauseOfServer(2)).isEqualTo(Duration.ofSeconds(10));
    assertThat(Retry.pauseOfServer(5)).isEqualTo(Duration.ofSeconds(60));
    assertThat(Retry.pauseOfServer(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(60));
  }
}
