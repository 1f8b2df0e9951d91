package org.kontor.system.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The REST interface as a program of a customer would call it: one address, one API key. */
public final class Rest {

  public static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final URI api;
  private final String key;

  /**
   * @param base of the server, with a slash at the end
   * @param key API key; empty to call without one
   */
  public Rest(URI base, String key) {
    this.api = base.resolve("api/v1/");
    this.key = key;
  }

  /** The same server with another key. */
  public Rest with(String otherKey) {
    return new Rest(api.resolve("../../"), otherKey);
  }

  public Answer get(String path) {
    return call("GET", path, null, Map.of());
  }

  public Answer post(String path, Object body) {
    return call("POST", path, json(body), Map.of("Content-Type", "application/json"));
  }

  public Answer put(String path, Object body) {
    return call("PUT", path, json(body), Map.of("Content-Type", "application/json"));
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
      next = page.path("next").asText("");
    } while (!next.isEmpty() && !next.equals("null"));
    return items;
  }

  /**
   * @param path below {@code /api/v1/}
   * @param body as it is sent, or null
   */
  public Answer call(String method, String path, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(api.resolve(path)).timeout(Duration.ofMinutes(10));
    request.method(
        method,
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body));
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key);
    }
    headers.forEach(request::header);
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(
          method + " " + path,
          response.statusCode(),
          response.body(),
          read(response.body()),
          name -> response.headers().firstValue(name));
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The elements of a list, paged or plain. */
  static List<JsonNode> items(JsonNode answer) {
    List<JsonNode> items = new ArrayList<>();
    (answer.isArray() ? answer : answer.path("items")).forEach(items::add);
    return items;
  }

  static String json(Object body) {
    try {
      return body instanceof String text ? text : JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static JsonNode read(String text) {
    try {
      return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    }
  }
}
