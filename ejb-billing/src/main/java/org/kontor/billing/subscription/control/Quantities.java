package org.kontor.billing.subscription.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kontor.domain.customer.Check;
import org.kontor.domain.subscription.UnmetLimit;

/**
 * Quantities by component code as they are sent, and the JSON texts that a stored change carries:
 * its quantities, and the limits that refused it.
 */
public final class Quantities {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private Quantities() {}

  /**
   * Quantities as they were sent, none of them null.
   *
   * @param sent null for none
   * @throws org.kontor.domain.problem.Refused MISSING_VALUE, naming the component
   */
  public static Map<String, Long> complete(Map<String, Long> sent) {
    Map<String, Long> quantities = sent == null ? Map.of() : sent;
    quantities.forEach(
        (code, quantity) -> {
          if (quantity == null) {
            throw Check.missing("components." + code);
          }
        });
    return quantities;
  }

  public static String write(Map<String, Long> quantities) {
    return json(new TreeMap<>(quantities));
  }

  public static Map<String, Long> read(String json) {
    try {
      return JSON.readValue(json, new TypeReference<Map<String, Long>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("damaged quantities of a change: " + json, e);
    }
  }

  public static String writeUnmet(List<UnmetLimit> unmet) {
    return json(unmet);
  }

  /** The unmet limits of a refused change; empty where its reason is in words. */
  public static List<UnmetLimit> readUnmet(String reason) {
    if (!reason.startsWith("[")) {
      return List.of();
    }
    try {
      return JSON.readValue(reason, new TypeReference<List<UnmetLimit>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("damaged reason of a change: " + reason, e);
    }
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
