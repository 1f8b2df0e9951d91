package org.kontor.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.domain.customer.Role;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

class JsonFaultTest {

  record Order(String customer, List<Line> lines, LocalDate day, Role role) {}

  record Line(String product, int quantity, BigDecimal price, Boolean gift) {}

  private static Problem problemOf(String json) {
    try {
      Order order = Json.MAPPER.readValue(json, Order.class);
      throw new AssertionError("was read: " + order);
    } catch (JsonProcessingException fault) {
      return JsonFault.of(fault);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"lines\": [{\"quantity\": 1, \"prize\": 2}]}  | UNKNOWN_FIELD | lines[0].prize",
        "{\"lines\": [{\"quantity\": 1}, {\"quantity\": \"x\"}]} | INVALID_VALUE |"
            + " lines[1].quantity",
        "{\"lines\": [{\"quantity\": 1.5}]}  | INVALID_VALUE | lines[0].quantity",
        "{\"lines\": [{\"quantity\": 99999999999}]} | INVALID_VALUE | lines[0].quantity",
        "{\"lines\": [{\"quantity\": 99999999999999999999999}]} | INVALID_VALUE |"
            + " lines[0].quantity",
        "{\"customer\": \"a\\ud800\"} | INVALID_VALUE | customer",
        "{\"lines\": [{\"product\": \"\\udc00\\ud83d\"}]} | INVALID_VALUE | lines[0].product",
        "{\"lines\": [{\"quantity\": null}]} | MISSING_VALUE | lines[0].quantity",
        "{\"lines\": [{\"quantity\": 1, \"price\": \"NaN\"}]} | INVALID_VALUE | lines[0].price",
        "{\"lines\": {}} | INVALID_VALUE | lines",
        "{\"day\": \"1.3.2026\"} | INVALID_VALUE | day",
        "{\"day\": \"2026-02-30\"} | INVALID_VALUE | day",
        "{\"role\": \"system\"} | INVALID_VALUE | role",
        "{\"role\": 1} | INVALID_VALUE | role"
      })
  void the_field_at_fault_is_named_by_its_path(String json, ProblemCode code, String field) {
    Problem problem = problemOf(json);
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.field()).isEqualTo(field);
    assertThat(problem.detail()).contains("line 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{]", "[1]", "7", "{\"day\": \"x\"} {}", "{\"a\": tru}"})
  void what_is_no_json_object_is_said_to_be_so(String json) {
    assertThat(problemOf(json).code())
        .isIn(ProblemCode.MALFORMED_BODY, ProblemCode.INVALID_VALUE, ProblemCode.UNKNOWN_FIELD);
  }

  @Test
  void a_broken_body_is_shown_by_line_and_column() {
    Problem problem = problemOf("{\n  \"customer\": \"A\",\n  \"lines\": [}\n}");
    assertThat(problem.code()).isEqualTo(ProblemCode.MALFORMED_BODY);
    assertThat(problem.detail()).contains("line 3");
  }

  @Test
  void the_same_field_twice_is_refused() {
    assertThat(problemOf("{\"customer\": \"A\", \"customer\": \"B\"}").code())
        .isEqualTo(ProblemCode.MALFORMED_BODY);
  }

  @Test
  void nothing_of_our_classes_and_nothing_of_the_input_is_repeated() {
    String secret = "hunter2hunter2";
    for (String json :
        List.of(
            "{\"day\": \"" + secret + "\"}",
            "{\"lines\": \"" + secret + "\"}",
            "{\"role\": \"" + secret + "\"}")) {
      Problem problem = problemOf(json);
      assertThat(problem.detail() + problem.mend())
          .doesNotContain(secret)
          .doesNotContain("kontor")
          .doesNotContain("java");
    }
    assertThat(problemOf("{\"role\": \"x\"}").mend()).contains("MAIN_ADMINISTRATOR", "STAFF");
  }
}
