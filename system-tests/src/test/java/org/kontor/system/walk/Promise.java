package org.kontor.system.walk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares an answer with what a document shows of it. */
final class Promise {

  private static final String ANY = "…";

  private final List<String> broken = new ArrayList<>();

  private Promise() {}

  /** Where the answer is not as shown; fields that are not shown do not matter. */
  static List<String> broken(JsonNode shown, JsonNode answer) {
    Promise promise = new Promise();
    promise.compare("answer", shown, answer);
    return promise.broken;
  }

  private void compare(String place, JsonNode shown, JsonNode answer) {
    if (shown.isObject()) {
      for (Map.Entry<String, JsonNode> field : shown.properties()) {
        compare(place + "." + field.getKey(), field.getValue(), answer.path(field.getKey()));
      }
    } else if (shown.isArray()) {
      if (shown.size() != answer.size()) {
        broken.add(place + " has " + answer.size() + " elements and not " + shown.size());
      }
      for (int i = 0; i < Math.min(shown.size(), answer.size()); i++) {
        compare(place + "[" + i + "]", shown.get(i), answer.get(i));
      }
    } else if (shown.asText().equals(ANY)) {
      if (answer.isMissingNode() || answer.isNull()) {
        broken.add(place + " is not there");
      }
    } else if (!shown.asText().equals(answer.asText()) || shown.isTextual() != answer.isTextual()) {
      broken.add(place + " is " + answer + " and not " + shown);
    }
  }
}
