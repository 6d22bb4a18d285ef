package dev.mldigest.model.prompt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The part of JSON Schema (2020-12) that our schema files use, and a validator for it. The same
 * file goes to the provider and judges the reply. A schema with any other keyword is refused: what
 * is not checked must not look as if it were.
 */
public final class Schema {
  private static final Set<String> ANNOTATIONS = Set.of("$schema", "title", "description");
  private static final Set<String> KEYWORDS =
      Set.of(
          "type",
          "properties",
          "required",
          "additionalProperties",
          "items",
          "enum",
          "minItems",
          "maxItems",
          "minLength",
          "maxLength",
          "minimum",
          "maximum");
  private static final Set<String> TYPES =
      Set.of("object", "array", "string", "integer", "number", "boolean");

  /** What bounds a value: some services hold a model to it, some refuse it, all leave it to us. */
  private static final Set<String> BOUNDS =
      Set.of("minItems", "maxItems", "minLength", "maxLength", "minimum", "maximum");

  private final JsonNode root;
  private final JsonNode unbound;

  private Schema(JsonNode root) {
    this.root = root;
    this.unbound = root.deepCopy();
    unbind(unbound);
  }

  /**
   * @throws IllegalArgumentException with one sentence if a keyword or a type is not supported
   */
  public static Schema parse(String json) throws JsonProcessingException {
    JsonNode root = StrictJson.read(json);
    check(root, "$");
    return new Schema(root);
  }

  /** The schema without insignificant white space, keys in the file's order. */
  public String json() {
    return root.toString();
  }

  /**
   * As providers want it: with a strict schema every property of an object has to be asked for. An
   * answer may still do without one that the file does not require.
   */
  public String asked() {
    JsonNode all = root.deepCopy();
    require(all);
    return all.toString();
  }

  /** The same without what is for readers of the file alone. */
  public String enforced() {
    ObjectNode all = root.deepCopy();
    all.remove(List.of("$schema", "title"));
    require(all);
    return all.toString();
  }

  private static void unbind(JsonNode schema) {
    if (schema instanceof ObjectNode object) {
      object.remove(BOUNDS);
      object.path("properties").forEach(Schema::unbind);
      unbind(object.path("items"));
    }
  }

  private static void require(JsonNode schema) {
    if (schema instanceof ObjectNode object && object.has("properties")) {
      ArrayNode names = object.putArray("required");
      object.path("properties").fieldNames().forEachRemaining(names::add);
    }
    schema.forEach(Schema::require);
  }

  JsonNode root() {
    return root;
  }

  private static void check(JsonNode schema, String path) {
    for (var keyword : schema.properties()) {
      if (!KEYWORDS.contains(keyword.getKey()) && !ANNOTATIONS.contains(keyword.getKey())) {
        throw new IllegalArgumentException(
            "The keyword '" + keyword.getKey() + "' at " + path + " is not supported.");
      }
    }
    String type = schema.path("type").asText();
    if (!TYPES.contains(type)) {
      throw new IllegalArgumentException("The type '" + type + "' at " + path + " is not known.");
    }
    if (type.equals("object") && !schema.path("additionalProperties").equals(BooleanNode.FALSE)) {
      throw new IllegalArgumentException("The object at " + path + " must refuse other fields.");
    }
    schema
        .path("properties")
        .properties()
        .forEach(p -> check(p.getValue(), path + "." + p.getKey()));
    if (type.equals("array")) {
      check(schema.path("items"), path + "[]");
    }
  }

  /**
   * @param value the value, or null if there is a problem
   * @param problem one sentence; empty if there is a value
   * @param asAsked whether what must be there was written in the form that a service enforces which
   *     enforces schemas
   */
  public record Decoded(@Nullable JsonNode value, String problem, boolean asAsked) {}

  /**
   * What a model wrote: exactly one JSON value that is valid, after what is around it was taken off
   * and what is harmless in it was put right.
   */
  public Decoded decode(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return new Decoded(null, "The answer is empty.", true);
    }
    try {
      JsonNode written = Unwrapped.read(text);
      if (StrictJson.hasHalfCharacters(written)) {
        return new Decoded(null, "The answer holds half a character.", true);
      }
      boolean asAsked = violation(unbound, needed(written)).isEmpty();
      JsonNode value = violation(written).isEmpty() ? written : Mended.of(this, written);
      Optional<String> wrong = violation(value);
      return new Decoded(wrong.isEmpty() ? value : null, wrong.orElse(""), asAsked);
    } catch (JsonProcessingException e) {
      return new Decoded(null, "The answer is not exactly one JSON value.", false);
    }
  }

  /** What must be there; a field that may be absent is not worth a schema in every prompt. */
  private JsonNode needed(JsonNode written) {
    if (!written.isObject()) {
      return written;
    }
    ObjectNode needed = written.deepCopy();
    return needed.retain(root.path("required").valueStream().map(JsonNode::asText).toList());
  }

  /** One sentence on the first thing wrong with the value; empty if it is valid. */
  Optional<String> violation(JsonNode value) {
    return violation(root, value);
  }

  /** The same of a part. */
  Optional<String> violation(JsonNode schema, JsonNode value) {
    return violation(schema, value, "$");
  }

  private static Optional<String> violation(JsonNode schema, JsonNode value, String path) {
    String type = schema.path("type").asText();
    boolean fits =
        switch (type) {
          case "object" -> value.isObject();
          case "array" -> value.isArray();
          case "string" -> value.isTextual();
          case "boolean" -> value.isBoolean();
          case "integer" -> value.isIntegralNumber();
          default -> value.isNumber();
        };
    if (!fits) {
      return Optional.of(path + " must be of type " + type + ".");
    }
    if (schema.has("enum") && !contains(schema.get("enum"), value)) {
      return Optional.of(path + " is not one of the values the schema lists.");
    }
    return switch (type) {
      case "object" -> object(schema, value, path);
      case "array" -> array(schema, value, path);
      case "string" ->
          range(schema, "minLength", "maxLength", value.asText().length(), path + "'s length");
      default -> range(schema, "minimum", "maximum", value.asDouble(), path);
    };
  }

  private static boolean contains(JsonNode list, JsonNode value) {
    for (JsonNode one : list) {
      if (one.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> object(JsonNode schema, JsonNode value, String path) {
    for (JsonNode required : schema.path("required")) {
      if (!value.has(required.asText())) {
        return Optional.of(path + " lacks the field '" + required.asText() + "'.");
      }
    }
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      JsonNode inner = schema.path("properties").get(field.getKey());
      if (inner == null) {
        return Optional.of(path + " has a field that the schema does not know.");
      }
      Optional<String> wrong = violation(inner, field.getValue(), path + "." + field.getKey());
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> array(JsonNode schema, JsonNode value, String path) {
    Optional<String> wrong = range(schema, "minItems", "maxItems", value.size(), path + "'s size");
    for (int i = 0; i < value.size() && wrong.isEmpty(); i++) {
      wrong = violation(schema.get("items"), value.get(i), path + "[" + i + "]");
    }
    return wrong;
  }

  private static Optional<String> range(
      JsonNode schema, String least, String most, double value, String what) {
    if (schema.has(least) && value < schema.get(least).asDouble()) {
      return Optional.of(what + " must be at least " + schema.get(least).asText() + ".");
    }
    if (schema.has(most) && value > schema.get(most).asDouble()) {
      return Optional.of(what + " must be at most " + schema.get(most).asText() + ".");
    }
    return Optional.empty();
  }
}
