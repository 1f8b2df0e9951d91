package org.kontor.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;

/** The small parts of the door: bounds, tags, ids, and the form of a refusal. */
class DoorTest {

  private static ProblemCode refusal(Runnable call) {
    try {
      call.run();
      throw new AssertionError("was not refused");
    } catch (Refused refused) {
      return refused.problem().code();
    }
  }

  @Test
  void a_body_over_the_limit_ends_the_request_whatever_its_header_said() throws Exception {
    byte[] bytes = new byte[1_000];
    assertThat(new BoundedBody(new ByteArrayInputStream(bytes), 1_000).readAllBytes())
        .hasSize(1_000);
    assertThatThrownBy(() -> new BoundedBody(new ByteArrayInputStream(bytes), 999).readAllBytes())
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.problem().code()).isEqualTo(ProblemCode.TOO_LARGE));
  }

  @Test
  void the_thirty_first_unknown_key_of_a_minute_is_asked_to_wait() {
    FailedLogins failures = new FailedLogins();
    long now = 1_000;
    for (int i = 0; i < FailedLogins.ALLOWED; i++) {
      failures.count("192.0.2.1", now);
    }
    assertThat(refusal(() -> failures.count("192.0.2.1", now)))
        .isEqualTo(ProblemCode.TOO_MANY_REQUESTS);
    failures.count("192.0.2.2", now);
    failures.count("192.0.2.1", now + 61_000_000_000L);
  }

  @Test
  void an_etag_is_a_version() {
    assertThat(Answers.expectedVersion("\"7\"")).isEqualTo(7);
    assertThat(Answers.expectedVersion(" W/\"7\"")).isEqualTo(7);
    assertThat(Answers.expectedVersion("*")).isNull();
    assertThat(Answers.expectedVersion(null)).isNull();
    assertThat(refusal(() -> Answers.expectedVersion("7"))).isEqualTo(ProblemCode.INVALID_VALUE);
  }

  @Test
  void a_callers_request_id_is_taken_over_only_when_it_is_harmless() {
    RequestId id = new RequestId();
    String own = id.value();
    id.adopt("evil\nINFO forged line");
    id.adopt("x".repeat(65));
    id.adopt(null);
    assertThat(id.value()).isEqualTo(own);
    id.adopt("order-4711-a");
    assertThat(id.value()).isEqualTo("order-4711-a");
  }

  @Test
  void a_refusal_is_written_as_rfc_9457_says() throws Exception {
    Problem problem =
        new Problem(
            ProblemCode.LIMITS_NOT_MET,
            "",
            "One limit is not met",
            "Use less, or keep the plan.",
            Map.of("used", 1001));
    String json = Json.MAPPER.writeValueAsString(ProblemBody.of(problem, 409, "order-4711-a"));
    assertThat(json)
        .isEqualTo(
            "{\"type\":\"urn:kontor:problem:limits-not-met\",\"title\":\"Limits not met\","
                + "\"status\":409,\"code\":\"LIMITS_NOT_MET\",\"detail\":\"One limit is not met\","
                + "\"mend\":\"Use less, or keep the plan.\",\"data\":{\"used\":1001},"
                + "\"instance\":\"order-4711-a\"}");
  }

  @Test
  void a_missing_body_is_a_malformed_one() {
    assertThat(refusal(() -> Body.required(null))).isEqualTo(ProblemCode.MALFORMED_BODY);
    assertThat(Body.required("{}")).isEqualTo("{}");
  }
}
