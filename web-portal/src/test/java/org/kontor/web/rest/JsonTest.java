package org.kontor.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class JsonTest {

  record Sample(BigDecimal amount, LocalDate day, Instant at, String note) {}

  @Test
  void decimals_are_plain_strings_dates_are_iso_and_null_is_left_out() throws Exception {
    Sample sample =
        new Sample(
            new BigDecimal("1E+3"), LocalDate.of(2026, 2, 28), Instant.ofEpochSecond(0), null);
    assertThat(Json.MAPPER.writeValueAsString(sample))
        .isEqualTo("{\"amount\":\"1000\",\"day\":\"2026-02-28\",\"at\":\"1970-01-01T00:00:00Z\"}");
  }

  @Test
  void a_decimal_may_come_as_a_string_or_as_a_number_and_keeps_its_scale() throws Exception {
    assertThat(Json.MAPPER.readValue("{\"amount\":\"0.10\"}", Sample.class).amount())
        .isEqualTo(new BigDecimal("0.10"));
    assertThat(Json.MAPPER.readValue("{\"amount\":0.10}", Sample.class).amount())
        .isEqualTo(new BigDecimal("0.10"));
  }

  @Test
  void unknown_and_repeated_fields_are_refused() {
    assertThatThrownBy(() -> Json.MAPPER.readValue("{\"amonut\":1}", Sample.class))
        .isInstanceOf(JsonProcessingException.class);
    assertThatThrownBy(() -> Json.MAPPER.readValue("{\"note\":\"a\",\"note\":\"b\"}", Sample.class))
        .isInstanceOf(JsonProcessingException.class);
  }
}
