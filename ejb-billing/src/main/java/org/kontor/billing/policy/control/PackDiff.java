package org.kontor.billing.policy.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kontor.billing.policy.boundary.PackChange;

/**
 * Compares two versions setting by setting. Comments, order of names and the way a number is
 * written do not count; list entries with a code are compared by it, so that an inserted plan is
 * one change.
 */
public final class PackDiff {

  private PackDiff() {}

  /** In the order of the older text, then what is new. */
  public static List<PackChange> between(String older, String newer) {
    Map<String, JsonNode> before = flat(older);
    Map<String, JsonNode> after = flat(newer);
    Set<String> paths = new LinkedHashSet<>(before.keySet());
    paths.addAll(after.keySet());
    List<PackChange> changes = new ArrayList<>();
    for (String path : paths) {
      JsonNode from = before.get(path);
      JsonNode to = after.get(path);
      if (!same(from, to)) {
        changes.add(new PackChange(path, text(from), text(to)));
      }
    }
    return List.copyOf(changes);
  }

  private static Map<String, JsonNode> flat(String source) {
    Map<String, JsonNode> leaves = new LinkedHashMap<>();
    collect("", SourceTree.read("", source).root(), leaves);
    return leaves;
  }

  private static void collect(String path, JsonNode node, Map<String, JsonNode> leaves) {
    if (node.isObject() && !node.isEmpty()) {
      node.properties()
          .forEach(e -> collect(SourceTree.child(path, e.getKey()), e.getValue(), leaves));
    } else if (node.isArray() && !node.isEmpty() && node.get(0).isObject()) {
      for (int i = 0; i < node.size(); i++) {
        collect(path + "[" + key(node.get(i), i) + "]", node.get(i), leaves);
      }
    } else {
      leaves.put(path, node);
    }
  }

  /** What names an entry: its code, a tier's name, a price's metric; else its place. */
  private static String key(JsonNode entry, int place) {
    for (String name : List.of("code", "name", "metric")) {
      if (entry.path(name).isTextual()) {
        return entry.get(name).textValue();
      }
    }
    return Integer.toString(place);
  }

  private static boolean same(JsonNode from, JsonNode to) {
    if (from == null || to == null) {
      return from == to;
    }
    if (isDecimal(from) && isDecimal(to)) {
      return Values.decimal(from).compareTo(Values.decimal(to)) == 0;
    }
    return from.equals(to);
  }

  private static boolean isDecimal(JsonNode node) {
    return node.isNumber() || (node.isTextual() && node.textValue().matches("\\d+(\\.\\d+)?"));
  }

  private static String text(JsonNode node) {
    if (node == null) {
      return null;
    }
    if (node.isNumber()) {
      BigDecimal value = node.decimalValue();
      return value.toPlainString();
    }
    return node.isTextual() ? node.textValue() : Canonical.json(node);
  }
}
