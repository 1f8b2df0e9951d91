package org.kontor.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnavailableTest {

  private static final long MINUTE = 60_000_000_000L;

  @Test
  void each_reason_has_one_line_a_minute() {
    Unavailable told = new Unavailable();
    assertThat(told.isDue("no key", 5)).isTrue();
    assertThat(told.isDue("no key", 4 + MINUTE)).isFalse();
    assertThat(told.isDue("no press", 6)).isTrue();
    assertThat(told.isDue("no key", 5 + MINUTE)).isTrue();
    assertThat(told.isDue("no key", 6 + MINUTE)).isFalse();
  }

  @Test
  void what_is_remembered_has_an_end() {
    Unavailable told = new Unavailable();
    told.isDue("first", 0);
    for (int i = 0; i < 1_000; i++) {
      told.isDue("reason " + i, 0);
    }
    assertThat(told.isDue("first", 1)).isTrue();
  }
}
