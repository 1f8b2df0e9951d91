package org.kontor.billing.policy.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A pack's settings as plain maps and lists for programs, in the order of the file. */
public final class PackSettings {

  /** Settings that are decimals, also where a file says 19 and not 19.00. */
  private static final Set<String> DECIMALS =
      Set.of(
          "fee",
          "price",
          "unitPrice",
          "percent",
          "rate",
          "minimumTopUp",
          "maxGrowth",
          "maxParkedPercent");

  private PackSettings() {}

  /**
   * @param source text of a pack without mistakes
   */
  public static Map<String, Object> of(String source) {
    return object(SourceTree.read("", source).root());
  }

  private static Map<String, Object> object(JsonNode node) {
    Map<String, Object> map = new LinkedHashMap<>();
    node.properties()
        .forEach(
            e -> {
              boolean bonus = e.getKey().equals("from") && node.has("percent");
              boolean decimal = bonus || DECIMALS.contains(e.getKey());
              map.put(e.getKey(), decimal ? text(e.getValue()) : value(e.getValue()));
            });
    return map;
  }

  private static Object value(JsonNode node) {
    if (node.isObject()) {
      return object(node);
    }
    if (node.isArray()) {
      List<Object> list = new ArrayList<>();
      node.forEach(child -> list.add(value(child)));
      return list;
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    return node.isIntegralNumber() ? (Object) node.longValue() : text(node);
  }

  private static String text(JsonNode node) {
    return node.isNumber() ? node.decimalValue().toPlainString() : node.asText();
  }
}
