package org.kontor.billing.policy.control;

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
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.kontor.billing.policy.boundary.PackError;

/**
 * A pack's text as a tree that knows where each setting stands. Reads YAML and JSON alike; what
 * could surprise or harm (references between nodes, type tags, a setting written twice, deep
 * nesting) is a mistake, not a feature.
 */
final class SourceTree {

  private static final int MAX_DEPTH = 20;

  /** Characters around a value that are looked at, so that a long line costs no more. */
  private static final int NEAR = 100;

  private static final Pattern PLAIN = Pattern.compile("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,12})?");
  private static final Pattern ANCHOR = Pattern.compile("&\\S");
  private static final Pattern BEFORE_ANCHORED = Pattern.compile("[:,\\[-]\\h+&\\S+\\h+$");
  private static final Pattern LEADING_ZEROS =
      Pattern.compile("0[0-9]+(\\.[0-9]+)?(?=\\h*(#|[,}\\]]|\\R|$))");
  private static final YAMLFactory YAML = new YAMLFactory();
  private static final JsonFactory JSON = new JsonFactory();
  private static final JsonNodeFactory NODES = new JsonNodeFactory(true);

  private final String file;
  private final String source;
  private final Map<String, JsonLocation> keys = new HashMap<>();
  private final Map<String, JsonLocation> values = new HashMap<>();
  private final List<PackError> errors = new ArrayList<>();
  private final List<PackError> unclear = new ArrayList<>();
  private JsonNode root = NODES.nullNode();

  private SourceTree(String file, String text) {
    this.file = file;
    this.source = text;
  }

  static SourceTree read(String file, String text) {
    SourceTree tree = new SourceTree(file, text);
    try (JsonParser in = PackReader.isJson(text) ? json(text) : yaml(text)) {
      if (in.nextToken() == null) {
        tree.error("", "The file is empty", "Write a policy pack, see GET /policy-packs/schema.");
      } else {
        tree.root = tree.value(in, "", 0);
        tree.mustEnd(in);
      }
    } catch (JsonProcessingException e) {
      tree.unreadable(e);
    } catch (IOException e) {
      throw new IllegalStateException("text in memory cannot fail to be read", e);
    }
    return tree;
  }

  JsonNode root() {
    return root;
  }

  /** Mistakes that make the text no tree; empty when {@link #root} can be used. */
  List<PackError> errors() {
    return List.copyOf(errors);
  }

  /**
   * What reads like something else than it is. Refused in a new pack; versions that were taken
   * before this was looked for go on being read.
   */
  List<PackError> unclear() {
    return List.copyOf(unclear);
  }

  /** A mistake at a setting; where the setting is missing, at what should contain it. */
  PackError errorAt(String path, String reason, String mend) {
    for (String at = path; ; at = parent(at)) {
      JsonLocation place = values.containsKey(at) ? values.get(at) : keys.get(at);
      if (place != null) {
        return new PackError(file, place.getLineNr(), place.getColumnNr(), path, reason, mend);
      }
      if (at.isEmpty()) {
        return new PackError(file, 1, 1, path, reason, mend);
      }
    }
  }

  /** A mistake in the name of a setting. */
  PackError errorAtKey(String path, String reason, String mend) {
    JsonLocation place = keys.get(path);
    return place == null
        ? errorAt(path, reason, mend)
        : new PackError(file, place.getLineNr(), place.getColumnNr(), path, reason, mend);
  }

  static String child(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  static String child(String path, int index) {
    return path + "[" + index + "]";
  }

  private static String parent(String path) {
    int cut = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
    return cut < 0 ? "" : path.substring(0, cut);
  }

  private static JsonParser yaml(String text) throws IOException {
    return YAML.createParser(text);
  }

  private static JsonParser json(String text) throws IOException {
    return JSON.createParser(text);
  }

  private JsonNode value(JsonParser in, String path, int depth) throws IOException {
    JsonLocation place = in.currentTokenLocation();
    if (depth > MAX_DEPTH) {
      error(path, place, "The nesting is deeper than " + MAX_DEPTH, "Follow the schema.");
      in.skipChildren();
      return NODES.nullNode();
    }
    refuseReferences(in, path, place);
    JsonToken token = Objects.requireNonNull(in.currentToken());
    return switch (token) {
      case START_OBJECT -> object(in, path, depth);
      case START_ARRAY -> array(in, path, depth);
      default -> {
        values.put(path, place);
        unclear(in, path, place);
        yield scalar(in, token, path, place);
      }
    };
  }

  private ObjectNode object(JsonParser in, String path, int depth) throws IOException {
    ObjectNode node = NODES.objectNode();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      String place = child(path, name);
      JsonLocation at = in.currentTokenLocation();
      if (keys.putIfAbsent(place, at) != null) {
        error(
            place,
            at,
            "The setting "
                + name
                + " is written twice, first in line "
                + keys.get(place).getLineNr(),
            "Keep one of the two.");
      }
      in.nextToken();
      node.set(name, value(in, place, depth + 1));
    }
    return node;
  }

  private ArrayNode array(JsonParser in, String path, int depth) throws IOException {
    ArrayNode node = NODES.arrayNode();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      String place = child(path, node.size());
      keys.put(place, in.currentTokenLocation());
      node.add(value(in, place, depth + 1));
    }
    return node;
  }

  private JsonNode scalar(JsonParser in, JsonToken token, String path, JsonLocation at)
      throws IOException {
    return switch (token) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(in.getText(), path, at);
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      default -> NODES.textNode(in.getText());
    };
  }

  /**
   * Numbers keep their exact decimal value; a fee is never a binary fraction. YAML reads 0777 as
   * 511, and 1e-999999999 is a gigabyte when it is written out: only plain decimals are numbers
   * here.
   */
  private JsonNode number(String text, String path, JsonLocation at) {
    if (!PLAIN.matcher(text).matches()) {
      error(
          path,
          at,
          "The number "
              + text.substring(0, Math.min(text.length(), 40))
              + " is not a plain decimal",
          "Write it like 2990.00, or put it in quotes if it is a text.");
      return NODES.nullNode();
    }
    return text.indexOf('.') < 0
        ? NODES.numberNode(new BigInteger(text))
        : NODES.numberNode(new BigDecimal(text));
  }

  private void refuseReferences(JsonParser in, String path, JsonLocation at) throws IOException {
    if (!(in instanceof YAMLParser yaml)) {
      return;
    }
    if (yaml.isCurrentAlias() || yaml.getObjectId() != null) {
      error(
          path,
          at,
          "Anchors and aliases (& and *) are not allowed",
          "Write the setting out, so that a reader sees what is in force.");
    } else if (yaml.getTypeId() != null) {
      error(path, at, "Type tags (!) are not allowed", "Remove the tag.");
    }
  }

  /** The parser tells no anchor of a single value, and takes 0249 for a text. */
  private void unclear(JsonParser in, String path, JsonLocation at) {
    if (!(in instanceof YAMLParser) || at.getCharOffset() < 0) {
      return;
    }
    int from = (int) Math.min(at.getCharOffset(), source.length());
    String before = source.substring(Math.max(0, from - NEAR), from);
    String value = source.substring(from, Math.min(source.length(), from + NEAR));
    if (ANCHOR.matcher(value).lookingAt() || BEFORE_ANCHORED.matcher(before).find()) {
      unclear.add(
          errorAt(
              path,
              "Anchors and aliases (& and *) are not allowed",
              "Write the setting out, so that a reader sees what is in force."));
    } else if (LEADING_ZEROS.matcher(value).lookingAt()) {
      unclear.add(
          errorAt(
              path,
              "A number does not begin with 0",
              "Write it like 2990.00, or put it in quotes if it is a text."));
    }
  }

  private void mustEnd(JsonParser in) throws IOException {
    if (in.nextToken() != null) {
      error(
          "",
          in.currentTokenLocation(),
          "There is a second document in the file",
          "Keep one pack in one file.");
    }
  }

  private void unreadable(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    String reason = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("unreadable");
    error(
        "",
        at,
        "This is not readable YAML or JSON: " + reason,
        "Mend the syntax; in YAML mostly the indentation, a missing quote, or a tab.");
  }

  private void error(String path, String reason, String mend) {
    error(path, null, reason, mend);
  }

  private void error(String path, JsonLocation at, String reason, String mend) {
    errors.add(
        new PackError(
            file,
            at == null ? 1 : at.getLineNr(),
            at == null ? 1 : at.getColumnNr(),
            path,
            reason,
            mend));
  }
}
