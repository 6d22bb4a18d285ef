package dev.mldigest.model.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * A request as one service takes it: the limit by its name, the format it knows, without what it
 * refuses.
 */
public final class RequestForm {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Without them there is no question, or no schema. */
  static final Set<String> NEEDED =
      Set.of("model", "messages", "system", "type", "properties", "items", "schema", "json_schema");

  private static final String FORMAT = "response_format";

  private RequestForm() {}

  /**
   * @param body in OpenAI's or Anthropic's protocol, with every parameter by its usual name
   */
  public static String of(String body, Profile profile) {
    try {
      ObjectNode request = (ObjectNode) MAPPER.readTree(body);
      limit(request, profile);
      format(request, profile);
      for (String name : profile.without()) {
        remove(request, name);
      }
      request.remove("stream"); // nobody streams unless asked to
      if (profile.streams()) {
        request.put("stream", true);
      }
      return request.toString();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("A request is an object of JSON.", e);
    }
  }

  private static void limit(ObjectNode request, Profile profile) {
    JsonNode limit = request.remove("max_tokens");
    if (limit != null && !profile.limit().isEmpty()) {
      request.set(profile.limit(), limit);
    }
  }

  private static void format(ObjectNode request, Profile profile) {
    switch (profile.format()) {
      case JSON_SCHEMA -> {}
      case JSON_OBJECT -> {
        if (request.has(FORMAT)) {
          request.putObject(FORMAT).put("type", Format.JSON_OBJECT.word());
        }
      }
      case TEXT -> request.remove(FORMAT);
    }
    if (profile.format() != Format.JSON_SCHEMA && request.path("output_config").isObject()) {
      ((ObjectNode) request.get("output_config")).remove("format");
    }
    if (request.path("output_config").isEmpty()) {
      request.remove("output_config");
    }
  }

  /** A parameter, or a keyword anywhere in the schema. */
  private static void remove(ObjectNode request, String name) {
    if (!NEEDED.contains(name)) {
      request.remove(name);
      keyword(request.path(FORMAT), name, false);
      keyword(request.path("output_config"), name, false);
    }
  }

  /**
   * @param named whether the names in it are ours, of the fields of an answer
   */
  private static void keyword(JsonNode schema, String name, boolean named) {
    if (schema instanceof ObjectNode object) {
      if (!named) {
        object.remove(name);
      }
      object
          .properties()
          .forEach(field -> keyword(field.getValue(), name, field.getKey().equals("properties")));
    }
  }
}
