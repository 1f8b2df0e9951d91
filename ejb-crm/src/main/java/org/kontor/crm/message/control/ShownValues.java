package org.kontor.crm.message.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.Texts;

/**
 * The values of a draft as they are stored: with their types, so that they are shown right in any
 * language later. Texts of people are texts here and everywhere after.
 */
public final class ShownValues {

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private ShownValues() {}

  /**
   * @param values of the types that {@link org.kontor.domain.message.MessageDraft} allows
   */
  public static String write(Map<String, Object> values) {
    ObjectNode out = JSON.createObjectNode();
    new TreeMap<>(values).forEach((name, value) -> out.set(name, node(value)));
    return out.toString();
  }

  public static Map<String, Object> read(String json) {
    Map<String, Object> values = new HashMap<>();
    tree(json).fields().forEachRemaining(part -> values.put(part.getKey(), value(part.getValue())));
    return values;
  }

  /** The same with these in place of what was drafted. */
  public static String with(String json, Map<String, Object> values) {
    Map<String, Object> all = read(json);
    all.putAll(values);
    return write(all);
  }

  /** Any JSON object as a map. */
  public static Map<String, Object> payload(String json) {
    return JSON.convertValue(
        tree(json),
        JSON.getTypeFactory().constructMapType(HashMap.class, String.class, Object.class));
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a row of ours is not JSON", e);
    }
  }

  private static JsonNode node(Object value) {
    if (value instanceof Integer || value instanceof Long) {
      return JSON.getNodeFactory().numberNode(((Number) value).longValue());
    } else if (value instanceof String text) {
      return JSON.getNodeFactory().textNode(text);
    }
    ObjectNode typed = JSON.createObjectNode();
    if (value instanceof Money money) {
      typed.put("money", money.amount().toPlainString());
      typed.put("currency", money.currency().getCurrencyCode());
    } else if (value instanceof LocalDate) {
      typed.put("date", value.toString());
    } else if (value instanceof YearMonth) {
      typed.put("month", value.toString());
    } else if (value instanceof Instant) {
      typed.put("moment", value.toString());
    } else if (value instanceof Texts texts) {
      ObjectNode languages = typed.putObject("texts");
      new TreeMap<>(texts.byLanguage()).forEach(languages::put);
    } else {
      throw new IllegalArgumentException("cannot be shown: " + value);
    }
    return typed;
  }

  private static Object value(JsonNode node) {
    if (node.isTextual()) {
      return node.textValue();
    } else if (node.isNumber()) {
      return node.longValue();
    } else if (node.has("money")) {
      return Money.of(node.path("money").asText(), node.path("currency").asText());
    } else if (node.has("date")) {
      return LocalDate.parse(node.path("date").asText());
    } else if (node.has("month")) {
      return YearMonth.parse(node.path("month").asText());
    } else if (node.has("moment")) {
      return Instant.parse(node.path("moment").asText());
    }
    Map<String, String> languages = new HashMap<>();
    node.path("texts")
        .fields()
        .forEachRemaining(text -> languages.put(text.getKey(), text.getValue().asText()));
    return new Texts(languages);
  }
}
