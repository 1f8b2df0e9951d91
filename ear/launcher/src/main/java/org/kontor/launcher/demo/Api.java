package org.kontor.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.kontor.launcher.Fault;

/** Calls the server as a program of a vendor would. */
final class Api {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;
  private final String key;

  Api(URI server, String key) {
    this.base = server.resolve("api/v1/");
    this.key = key;
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
    return send(json(path).POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  /** Something that the rules forbid at this point of the story. */
  void refused(String path, Map<String, ?> body) throws IOException, InterruptedException {
    HttpRequest request =
        json(path).POST(BodyPublishers.ofString(JSON.writeValueAsString(body))).build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 409) {
      throw unexpected(answer);
    }
  }

  JsonNode put(String path, Map<String, ?> body) throws IOException, InterruptedException {
    return send(json(path).PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  void delete(String path) throws IOException, InterruptedException {
    send(request(path).DELETE());
  }

  JsonNode postYaml(String path, byte[] body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/yaml")
            .POST(BodyPublishers.ofByteArray(body)));
  }

  private HttpRequest.Builder json(String path) {
    return request(path).header("Content-Type", "application/json");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + key);
  }

  private static JsonNode read(String text) throws IOException {
    return text.isEmpty() ? JSON.missingNode() : JSON.readTree(text);
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw unexpected(answer);
    }
    return read(answer.body());
  }

  private static Fault unexpected(HttpResponse<String> answer) {
    return new Fault(
        "The demonstration could not be loaded: %s answered %d %s"
            .formatted(answer.uri(), answer.statusCode(), answer.body()),
        "Start again to begin it anew, or without it: --no-demo");
  }
}
