package dev.mldigest.extract.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** JSON as pages hold it in scripts and attributes, with the faults they make and within bounds. */
public final class LenientJson {
  /** Characters; the longest of 695 pages has 31,390, and a whole article fits many times. */
  public static final int LONGEST = 2_000_000;

  /** Of 695 pages none says more in a script than 2,121 tokens; ten levels are deep. */
  private static final StreamReadConstraints BOUNDS =
      StreamReadConstraints.builder()
          .maxDocumentLength(LONGEST)
          .maxTokenCount(100_000)
          .maxNestingDepth(64)
          .build();

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(JsonFactory.builder().streamReadConstraints(BOUNDS).build())
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .build();

  private LenientJson() {}

  /** What a script says; missing where it is broken or beyond the bounds. */
  public static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  /** The text of one member of an object, or an empty string. */
  public static String member(String json, String field) {
    return text(read(json).path(field));
  }

  /** A value as text; empty for what is null, missing, an object or a list. */
  public static String text(JsonNode node) {
    return node.isValueNode() && !node.isNull() ? node.asText().strip() : "";
  }
}
