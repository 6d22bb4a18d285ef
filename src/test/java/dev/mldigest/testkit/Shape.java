package dev.mldigest.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an object in a request may hold: nothing beside what is named ({@code additionalProperties:
 * false}), each of its type, and what is marked with {@code !} must be there.
 */
public final class Shape {
  private final Map<String, String> types = new LinkedHashMap<>();

  private Shape() {}

  /**
   * @param fields such as {@code "subject string!"}, {@code "lists int[]"}, {@code "send_at
   *     string?"} (or null)
   */
  public static Shape of(String... fields) {
    Shape shape = new Shape();
    for (String field : fields) {
      String[] parts = field.split(" ");
      shape.types.put(parts[0], parts[1]);
    }
    return shape;
  }

  /** What is wrong with it, or null. */
  public @Nullable String fault(JsonNode object) {
    if (!object.isObject()) {
      return "not an object";
    }
    for (var field : object.properties()) {
      String type = types.get(field.getKey());
      if (type == null) {
        return "extra fields not permitted: " + field.getKey();
      }
      if (!is(field.getValue(), type.replace("!", ""))) {
        return field.getKey() + " is not of type " + type;
      }
    }
    return types.entrySet().stream()
        .filter(type -> type.getValue().endsWith("!") && !object.has(type.getKey()))
        .map(type -> "field required: " + type.getKey())
        .findFirst()
        .orElse(null);
  }

  private static boolean is(JsonNode value, String type) {
    return switch (type) {
      case "string" -> value.isTextual();
      case "string?" -> value.isTextual() || value.isNull();
      case "bool" -> value.isBoolean();
      case "int" -> value.isInt();
      case "object" -> value.isObject();
      case "int[]" -> value.isArray() && value.valueStream().allMatch(JsonNode::isInt);
      case "string[]" -> value.isArray() && value.valueStream().allMatch(JsonNode::isTextual);
      case "object[]" -> value.isArray() && value.valueStream().allMatch(JsonNode::isObject);
      default -> throw new IllegalArgumentException(type);
    };
  }
}
