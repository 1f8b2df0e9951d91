package org.kontor.billing.subscription.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kontor.domain.subscription.UnmetLimit;

/** The JSON texts that a stored change carries: its quantities, and the limits that refused it. */
public final class Quantities {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private Quantities() {}

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

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
