package org.kontor.crm.calendar.control;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kontor.crm.calendar.boundary.CalendarError;

/**
 * A short text in YAML or JSON as a tree that knows where each value stands. References, tags and
 * names written twice are mistakes. Every plain value is kept as its text.
 */
final class PlacedTree {

  private static final int MAX_DEPTH = 5;
  private static final YAMLFactory YAML = new YAMLFactory();
  private static final JsonFactory JSON = new JsonFactory();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Map<String, JsonLocation> places = new HashMap<>();
  private final List<CalendarError> errors = new ArrayList<>();
  private JsonNode root = NODES.missingNode();

  private PlacedTree() {}

  static PlacedTree read(String text) {
    PlacedTree tree = new PlacedTree();
    boolean json = text.stripLeading().startsWith("{");
    try (JsonParser in = json ? JSON.createParser(text) : YAML.createParser(text)) {
      if (in.nextToken() == null) {
        tree.errorAt("", "The text is empty", "Send a calendar as YAML or JSON.");
      } else {
        tree.root = tree.value(in, "", 0);
        if (in.nextToken() != null) {
          tree.errorAt("", "A second document follows", "Send one calendar a call.");
        }
      }
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String reason =
          String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("unreadable");
      tree.errors.add(
          new CalendarError(
              at == null ? 1 : Math.max(1, at.getLineNr()),
              at == null ? 1 : Math.max(1, at.getColumnNr()),
              "",
              "The text cannot be read: " + reason,
              "Correct the YAML or JSON at this place."));
    } catch (IOException e) {
      throw new IllegalStateException("text in memory cannot fail to be read", e);
    }
    return tree;
  }

  JsonNode root() {
    return root;
  }

  List<CalendarError> errors() {
    return List.copyOf(errors);
  }

  /** Notes a mistake at a value; where it is missing, at what should contain it. */
  void errorAt(String path, String reason, String mend) {
    String at = path;
    while (!at.isEmpty() && !places.containsKey(at)) {
      at = at.substring(0, Math.max(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))));
    }
    JsonLocation place = places.get(at);
    errors.add(
        new CalendarError(
            place == null ? 1 : place.getLineNr(),
            place == null ? 1 : place.getColumnNr(),
            path,
            reason,
            mend));
  }

  private JsonNode value(JsonParser in, String path, int depth) throws IOException {
    places.put(path, in.currentTokenLocation());
    if (in instanceof YAMLParser yaml
        && (yaml.isCurrentAlias() || yaml.getObjectId() != null || yaml.getTypeId() != null)) {
      errorAt(path, "References (&, *) and tags (!) are not allowed", "Write the value out.");
    }
    if (depth > MAX_DEPTH) {
      errorAt(path, "The nesting is too deep", "Write it as the documentation shows.");
      in.skipChildren();
      return NODES.nullNode();
    }
    JsonToken token = Objects.requireNonNull(in.currentToken());
    return switch (token) {
      case START_OBJECT -> object(in, path, depth);
      case START_ARRAY -> array(in, path, depth);
      case VALUE_NULL -> NODES.nullNode();
      default -> NODES.textNode(in.getText());
    };
  }

  private ObjectNode object(JsonParser in, String path, int depth) throws IOException {
    ObjectNode node = NODES.objectNode();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      String place = path.isEmpty() ? name : path + "." + name;
      in.nextToken();
      boolean twice = node.has(name);
      node.set(name, value(in, place, depth + 1));
      if (twice) {
        errorAt(place, name + " is written twice", "Keep one of the two.");
      }
    }
    return node;
  }

  private ArrayNode array(JsonParser in, String path, int depth) throws IOException {
    ArrayNode node = NODES.arrayNode();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      node.add(value(in, path + "[" + node.size() + "]", depth + 1));
    }
    return node;
  }
}
