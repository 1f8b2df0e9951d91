package org.kontor.billing.policy.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The reference page names every setting of the schema, and every one says what it is. */
class PackDocumentationTest {

  private final JsonNode schema = SourceTree.read("schema", PackReader.schema()).root();
  private final List<String> paths = new ArrayList<>();
  private final List<String> silent = new ArrayList<>();

  @Test
  void every_setting_is_described_and_documented() throws IOException {
    collect("", schema);
    assertThat(paths).hasSizeGreaterThan(150);
    assertThat(silent).isEmpty();
    String page = Files.readString(Path.of("..", "docs", "policy-packs.md"));
    assertThat(paths).allSatisfy(path -> assertThat(page).contains("`" + path + "`"));
  }

  private void collect(String path, JsonNode written) {
    JsonNode node = resolve(written);
    if (!path.isEmpty()) {
      paths.add(path);
      if (!node.has("description") && !written.has("description")) {
        silent.add(path);
      }
    }
    JsonNode item = resolve(node.path("items"));
    node.path("properties")
        .properties()
        .forEach(e -> collect(SourceTree.child(path, e.getKey()), e.getValue()));
    item.path("properties")
        .properties()
        .forEach(e -> collect(path + "[]." + e.getKey(), e.getValue()));
  }

  private JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? schema.at(node.get("$ref").asText().substring(1)) : node;
  }
}
