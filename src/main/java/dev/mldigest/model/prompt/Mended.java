package dev.mldigest.model.prompt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An answer with what is harmless in it put right, by its schema: a field or an element too many
 * goes, an optional field that does not fit goes, "3" is 3 where a number is wanted and one element
 * is a list of one. Nothing is made up and no wording is touched; whether the rest is valid is for
 * {@link Schema} to say.
 */
final class Mended {
  /** A number as models write the number of a sentence: 3, [3], #3, S3. */
  private static final Pattern NUMBER = Pattern.compile("[\\[(#sS]{0,2}(\\d{1,9})[\\])]?");

  private static final Pattern BETWEEN_NUMBERS = Pattern.compile("[,;\\s]+");

  /** A call of a function in an answer, whose arguments are a text: nothing wraps deeper. */
  private static final int WRAPPERS = 2;

  private final Schema schema;

  private Mended(Schema schema) {
    this.schema = schema;
  }

  static JsonNode of(Schema schema, JsonNode value) {
    JsonNode inner = value;
    for (int i = 0; i < WRAPPERS; i++) {
      inner = unwrapped(schema.root(), inner);
    }
    return new Mended(schema).mended(schema.root(), inner);
  }

  /**
   * What a text, a list of one or an object of one container holds, where an object with other
   * fields is wanted.
   */
  private static JsonNode unwrapped(JsonNode wanted, JsonNode value) {
    if (!wanted.path("type").asText().equals("object")) {
      return value;
    }
    if (value.isTextual()) {
      return object(value).orElse(value);
    }
    if (value.isArray() && value.size() == 1) {
      return value.get(0);
    }
    if (!value.isObject() || isKnown(wanted, value)) {
      return value;
    }
    List<JsonNode> inner = value.valueStream().flatMap(field -> object(field).stream()).toList();
    return inner.size() == 1 ? inner.getFirst() : value;
  }

  private static boolean isKnown(JsonNode wanted, JsonNode value) {
    return wanted
        .path("properties")
        .propertyStream()
        .anyMatch(p -> field(value, p.getKey()) != null);
  }

  /** An object, also one that is written as text. */
  private static Optional<JsonNode> object(JsonNode value) {
    if (!value.isTextual()) {
      return Optional.of(value).filter(JsonNode::isObject);
    }
    try {
      return Optional.of(StrictJson.read(value.asText())).filter(JsonNode::isObject);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private JsonNode mended(JsonNode wanted, JsonNode value) {
    return switch (wanted.path("type").asText()) {
      case "object" -> value.isObject() ? fields(wanted, value) : value;
      case "array" -> elements(wanted, value);
      case "integer" -> whole(value);
      case "string" -> wanted.has("enum") ? chosen(wanted.get("enum"), value) : value;
      default -> value;
    };
  }

  private JsonNode fields(JsonNode wanted, JsonNode value) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> property : wanted.path("properties").properties()) {
      String name = property.getKey();
      JsonNode field = field(value, name);
      if (field == null) {
        continue;
      }
      JsonNode good = mended(property.getValue(), field);
      if (isRequired(wanted, name) || schema.violation(property.getValue(), good).isEmpty()) {
        object.set(name, good);
      }
    }
    return object;
  }

  private static boolean isRequired(JsonNode wanted, String name) {
    return wanted.path("required").valueStream().anyMatch(one -> one.asText().equals(name));
  }

  /** The field of that name, else the only one that is called so but for case and signs. */
  private static @Nullable JsonNode field(JsonNode value, String name) {
    if (value.has(name)) {
      return value.get(name);
    }
    List<JsonNode> alike =
        value
            .propertyStream()
            .filter(field -> plain(field.getKey()).equals(plain(name)))
            .map(Map.Entry::getValue)
            .toList();
    return alike.size() == 1 ? alike.getFirst() : null;
  }

  private static String plain(String name) {
    return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
  }

  /**
   * The elements that fit, and no more than are wanted. The first tells the news: where it does not
   * fit, the answer is not right.
   */
  private JsonNode elements(JsonNode wanted, JsonNode value) {
    JsonNode inner = wanted.path("items");
    List<JsonNode> all = listed(inner, value).map(element -> mended(inner, element)).toList();
    List<JsonNode> good = new ArrayList<>();
    for (JsonNode element : all) {
      if (good.isEmpty() || schema.violation(inner, element).isEmpty()) {
        good.add(element);
      }
    }
    List<JsonNode> kept = good.size() < wanted.path("minItems").asInt() ? all : good;
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    kept.stream().limit(wanted.path("maxItems").asInt(Integer.MAX_VALUE)).forEach(array::add);
    return array;
  }

  private static Stream<JsonNode> listed(JsonNode wanted, JsonNode value) {
    if (value.isArray()) {
      return value.valueStream();
    }
    if (value.isTextual() && wanted.path("type").asText().equals("integer")) {
      return BETWEEN_NUMBERS.splitAsStream(value.asText().strip()).map(TextNode::new);
    }
    return Stream.of(value);
  }

  private static JsonNode whole(JsonNode value) {
    if (value.isTextual()) {
      var number = NUMBER.matcher(value.asText().strip());
      return number.matches() ? new IntNode(Integer.parseInt(number.group(1))) : value;
    }
    boolean written =
        value.isFloatingPointNumber() && value.asDouble() == Math.rint(value.asDouble());
    return written && value.canConvertToExactIntegral()
        ? BigIntegerNode.valueOf(value.decimalValue().toBigInteger())
        : value;
  }

  /** The choice that is meant, but for case and what stands around it. */
  private static JsonNode chosen(JsonNode choices, JsonNode value) {
    List<JsonNode> same =
        choices
            .valueStream()
            .filter(choice -> plain(choice.asText()).equals(plain(value.asText())))
            .toList();
    return value.isTextual() && same.size() == 1 ? same.getFirst() : value;
  }
}
