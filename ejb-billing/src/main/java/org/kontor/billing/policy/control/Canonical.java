package org.kontor.billing.policy.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;

/** One text for one meaning: names in order, no blanks, plain decimals. */
final class Canonical {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private Canonical() {}

  static String json(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(ordered(node));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree in memory can always be written", e);
    }
  }

  private static JsonNode ordered(JsonNode node) {
    if (node.isObject()) {
      TreeMap<String, JsonNode> byName = new TreeMap<>();
      node.properties().forEach(e -> byName.put(e.getKey(), ordered(e.getValue())));
      return new ObjectNode(JsonNodeFactory.instance, byName);
    }
    if (node.isArray()) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      node.forEach(child -> list.add(ordered(child)));
      return list;
    }
    return node;
  }
}
