package org.kontor.billing.policy.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kontor.billing.policy.boundary.PackError;

/**
 * The form of a pack: {@code policy-pack.schema.json}, whose descriptions are what an author is
 * told when a setting does not fit.
 */
final class PackForm {

  static final String SCHEMA = "policy-pack.schema.json";

  /** A file with more is not a pack with mistakes, but no pack. */
  private static final int MAX_ERRORS = 100;

  private static final String TEXT = Bundled.text(SCHEMA);
  private static final JsonNode TREE = SourceTree.read(SCHEMA, TEXT).root();
  private static final JsonSchema COMPILED =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(
              TREE,
              SchemaValidatorsConfig.builder()
                  .pathType(PathType.JSON_POINTER)
                  .locale(Locale.ENGLISH)
                  .build());

  private PackForm() {}

  static String schema() {
    return TEXT;
  }

  /** Every departure from the schema, in the order of the file. */
  static List<PackError> check(SourceTree tree) {
    return COMPILED.validate(tree.root()).stream()
        .filter(message -> !message.getType().equals("if"))
        .map(message -> explain(message, tree))
        .distinct()
        .sorted(Comparator.comparingInt(PackError::line).thenComparingInt(PackError::column))
        .limit(MAX_ERRORS)
        .toList();
  }

  private static PackError explain(ValidationMessage message, SourceTree tree) {
    String path = path(message.getInstanceLocation());
    return switch (message.getType()) {
      case "required" -> {
        String name = message.getProperty();
        yield tree.errorAtKey(
            path,
            "The setting " + name + " is missing",
            "Add `" + name + ": …`" + describe(message, "/properties/" + name));
      }
      case "additionalProperties" -> {
        String name = message.getProperty();
        yield tree.errorAtKey(
            SourceTree.child(path, name),
            "There is no setting " + name + " here",
            nearest(name, message)
                .map(known -> "Did you mean `" + known + "`? Otherwise remove it.")
                .orElse("Remove it."));
      }
      case "propertyNames" ->
          tree.errorAtKey(
              SourceTree.child(path, String.valueOf(message.getProperty())),
              "The name does not fit",
              "Expected: " + name(message) + ".");
      default ->
          tree.errorAt(
              path,
              "The value " + shown(message.getInstanceNode()) + " does not fit" + says(message),
              "Expected: "
                  + own(message).orElse("a value as the schema says")
                  + quoteHint(message)
                  + ".");
    };
  }

  /** What the validator says; not for patterns, which the description says in words. */
  private static String says(ValidationMessage message) {
    String text = message.getMessage();
    int colon = text.indexOf(": ");
    return colon < 0 || message.getType().equals("pattern") ? "" : text.substring(colon);
  }

  private static String shown(JsonNode value) {
    if (value == null || value.isContainerNode()) {
      return "here";
    }
    String text = value.toString();
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  /** YAML makes a number of 0400 and a boolean of true; a text must say that it is one. */
  private static String quoteHint(ValidationMessage message) {
    JsonNode value = message.getInstanceNode();
    boolean wantsText =
        message.getType().equals("type") && says(message).endsWith("string expected");
    boolean said = own(message).orElse("").contains("in quotes");
    return wantsText && !said && value != null && value.isValueNode() && !value.isTextual()
        ? ", in quotes"
        : "";
  }

  private static String describe(ValidationMessage message, String below) {
    return holder(message)
        .map(holder -> resolve(holder.at(below)).path("description").asText(""))
        .filter(text -> !text.isEmpty())
        .map(text -> ": " + text + ".")
        .orElse(".");
  }

  private static String name(ValidationMessage message) {
    return holder(message)
        .map(holder -> holder.has("propertyNames") ? holder.get("propertyNames") : holder)
        .map(names -> names.path("description").asText("another name"))
        .orElse("another name");
  }

  private static Optional<String> own(ValidationMessage message) {
    return holder(message)
        .map(holder -> holder.path("description").asText(""))
        .filter(text -> !text.isEmpty());
  }

  /** The part of the schema that holds the keyword that complains. */
  private static Optional<JsonNode> holder(ValidationMessage message) {
    JsonNodePath fragment = message.getSchemaLocation().getFragment();
    JsonNode node = TREE;
    for (int i = 0; fragment != null && i < fragment.getNameCount() - 1; i++) {
      Object step = fragment.getElement(i);
      node = step instanceof Integer index ? node.path(index) : node.path(String.valueOf(step));
    }
    return node.isMissingNode() ? Optional.empty() : Optional.of(node);
  }

  private static JsonNode resolve(JsonNode node) {
    if (node.has("description") || !node.has("$ref")) {
      return node;
    }
    return TREE.at(node.get("$ref").asText().substring(1));
  }

  private static Optional<String> nearest(String name, ValidationMessage message) {
    List<String> known = new ArrayList<>();
    holder(message)
        .ifPresent(holder -> holder.path("properties").fieldNames().forEachRemaining(known::add));
    return known.stream()
        .filter(candidate -> distance(name, candidate) <= Math.max(2, name.length() / 3))
        .min(Comparator.comparingInt(candidate -> distance(name, candidate)));
  }

  /** Levenshtein's distance without regard to case. */
  private static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }

  private static String path(JsonNodePath location) {
    String path = "";
    for (int i = 0; i < location.getNameCount(); i++) {
      Object step = location.getElement(i);
      path =
          step instanceof Integer index
              ? SourceTree.child(path, index)
              : SourceTree.child(path, String.valueOf(step));
    }
    return path;
  }
}
