package org.kontor.system.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.kontor.system.base.Api;

/**
 * What the server answered.
 *
 * @param call method and path, for messages
 */
public record Answer(String call, Api.Answer raw) {

  public int status() {
    return raw.status();
  }

  public String text() {
    return raw.text();
  }

  public JsonNode body() {
    return raw.json();
  }

  public String header(String name) {
    return raw.header(name);
  }

  /** Fails the test unless the answer is a success. */
  public JsonNode ok() {
    assertThat(status()).as("%s answered %s", call, text()).isBetween(200, 299);
    return body();
  }

  /** The stable code of a problem, empty for successes. */
  public String code() {
    return body().path("code").asText();
  }

  /** Fails the test unless the answer is this problem. */
  public JsonNode refused(String code) {
    assertThat(code()).as("%s answered %d %s", call, status(), text()).isEqualTo(code);
    return body();
  }

  /** A decimal in the body; amounts travel as strings. */
  public static BigDecimal decimal(JsonNode node) {
    assertThat(node.isValueNode() && !node.isNull()).as("a decimal, not %s", node).isTrue();
    return new BigDecimal(node.asText());
  }
}
