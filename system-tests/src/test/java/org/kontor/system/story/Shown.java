package org.kontor.system.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** What an answer shows, field by field. */
public final class Shown {

  private final JsonNode node;

  private Shown(JsonNode node) {
    this.node = node;
  }

  public static Shown shown(JsonNode node) {
    return new Shown(node);
  }

  /** Fails unless the field reads like this; {@code a.b} goes down. */
  public Shown has(String field, String value) {
    JsonNode found = node;
    for (String name : field.split("\\.")) {
      found = found.path(name);
    }
    assertThat(found.isNull() || found.isMissingNode() ? "(nothing)" : found.asText())
        .as("%s of %s", field, node)
        .isEqualTo(value);
    return this;
  }
}
