package org.kontor.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.234,50|1234.50",
        "1 234,50|1234.50",
        "1,234.50|1234.50",
        "1234.50|1234.50",
        "1234,5|1234.5",
        "1.234|1234",
        "1,234|1234",
        "1 234 567,8|1234567.8",
        "57|57",
        "0,01|0.01",
        "0|0",
        "0,50|0.50",
        "10.500|10500",
        "100,000|100000",
        "1'234.50|1234.50",
        " 99,67 |99.67"
      })
  void an_amount_is_understood_in_each_notation(String typed, String meant) {
    assertThat(AmountReader.read(typed, 2))
        .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(new BigDecimal(meant)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-5",
        "1.23.45",
        "1,2345",
        "12,34,56",
        "abc",
        "1e9",
        "NaN",
        "1..5",
        "5,",
        ",",
        "1 23",
        "9999999999999",
        "1.234.5678",
        "0,500",
        "0.999",
        "0.001",
        "00.500",
        "012,345",
        "0 500",
        "＋5",
        "٣"
      })
  void what_is_no_amount_is_not_guessed(String typed) {
    assertThat(AmountReader.read(typed, 2)).isEmpty();
  }

  @Test
  void nothing_and_spaces_that_do_not_break_are_understood() {
    assertThat(AmountReader.read(null, 2)).isEmpty();
    assertThat(AmountReader.read("1\u00a0234,50", 2).orElseThrow()).isEqualByComparingTo("1234.50");
  }
}
