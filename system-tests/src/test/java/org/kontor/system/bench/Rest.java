package org.kontor.system.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The few calls that the benchmark makes; a run may take as long as it takes. */
final class Rest {

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final URI base;
  private final String key;

  Rest(URI server, String key) {
    this.base = server.resolve("api/v1/");
    this.key = key;
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  JsonNode post(String path, String body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  /** Imports a bundled pack under another code. */
  void importPack(String pack, String as) throws IOException, InterruptedException {
    String file = "/policy-packs/" + pack + ".yaml";
    try (InputStream stream = Rest.class.getResourceAsStream(file)) {
      send(
          request("policy-packs?as=" + as)
              .header("Content-Type", "application/yaml")
              .POST(BodyPublishers.ofByteArray(stream.readAllBytes())));
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + key);
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(
          answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body().isEmpty() ? json.missingNode() : json.readTree(answer.body());
  }
}
