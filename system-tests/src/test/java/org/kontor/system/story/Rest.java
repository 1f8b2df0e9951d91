package org.kontor.system.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kontor.system.base.Api;

/** The REST interface as the stories call it; answers know how to fail a test. */
public record Rest(Api api) {

  /** The same server with another key; empty for none. */
  public Rest with(String otherKey) {
    return new Rest(api.as(otherKey.isEmpty() ? null : otherKey));
  }

  public Answer get(String path) {
    return call("GET", path, null, Map.of());
  }

  public Answer post(String path, Object body) {
    return call("POST", path, body, Map.of());
  }

  public Answer put(String path, Object body) {
    return call("PUT", path, body, Map.of());
  }

  public Answer delete(String path) {
    return call("DELETE", path, null, Map.of());
  }

  /** All items of a paged list. */
  public List<JsonNode> all(String path) {
    List<JsonNode> items = new ArrayList<>();
    String more = path + (path.contains("?") ? "&" : "?") + "limit=200";
    String next = "";
    do {
      JsonNode page = get(more + (next.isEmpty() ? "" : "&after=" + next)).ok();
      page.path("items").forEach(items::add);
      next = page.hasNonNull("next") ? page.path("next").asText() : "";
    } while (!next.isEmpty());
    return items;
  }

  /**
   * @param path below {@code /api/v1/}
   * @param body anything that Jackson writes, a text as it is sent, or null
   */
  public Answer call(String method, String path, Object body, Map<String, String> headers) {
    Api caller = api;
    for (Map.Entry<String, String> header : headers.entrySet()) {
      caller = caller.with(header.getKey(), header.getValue());
    }
    return new Answer(method + " " + path, caller.send(method, path, body));
  }

  /** The elements of a list, paged or plain. */
  public static List<JsonNode> items(JsonNode answer) {
    List<JsonNode> items = new ArrayList<>();
    (answer.isArray() ? answer : answer.path("items")).forEach(items::add);
    return items;
  }
}
