package org.kontor.crm.message.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.Texts;

class ShownValuesTest {

  @Test
  void every_kind_of_value_comes_back_as_it_was() {
    Map<String, Object> values =
        Map.of(
            "a", Money.of("-12.50", "UAH"),
            "b", LocalDate.of(2028, 2, 29),
            "c", YearMonth.of(2026, 12),
            "d", Instant.parse("2026-03-01T22:00:00Z"),
            "e", new Texts(Map.of("uk", "Склад", "en", "\"quoted\" {x}")),
            "f", "{\"money\":\"1\"}\r\n<b>",
            "g", 42L);
    assertThat(ShownValues.read(ShownValues.write(values))).isEqualTo(values);
  }

  @Test
  void whole_numbers_are_long_when_they_come_back() {
    assertThat(ShownValues.read(ShownValues.write(Map.of("n", 7)))).isEqualTo(Map.of("n", 7L));
  }

  @Test
  void a_payload_keeps_texts_numbers_and_lists() {
    assertThat(ShownValues.payload("{\"a\":\"x\",\"b\":5,\"c\":null}"))
        .containsEntry("a", "x")
        .containsEntry("b", 5)
        .containsEntry("c", null);
  }
}
