package dev.mldigest.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a model wrote as exactly one JSON value: no second value, no duplicate key, no prose
 * around it, no coercion, bounded depth.
 */
final class StrictJson {
  static final JsonNode FALSE = BooleanNode.FALSE;

  static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(20)
                          .maxNumberLength(40)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private StrictJson() {}

  /**
   * @param value the value, or null if there is a problem
   * @param problem one sentence; empty if there is a value
   */
  record Decoded(@Nullable JsonNode value, String problem) {}

  static Decoded decode(@Nullable String text, Schema schema) {
    if (text == null || text.isBlank()) {
      return new Decoded(null, "The answer is empty.");
    }
    try {
      JsonNode value = MAPPER.readTree(text);
      if (value.toString().codePoints().anyMatch(StrictJson::isHalf)) {
        return new Decoded(null, "The answer holds half a character.");
      }
      Optional<String> wrong = schema.violation(value);
      return wrong.isEmpty() ? new Decoded(value, "") : new Decoded(null, wrong.get());
    } catch (JsonProcessingException e) {
      return new Decoded(null, "The answer is not exactly one JSON value.");
    }
  }

  /** A surrogate without its partner (RFC 8259, section 8.2). */
  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
