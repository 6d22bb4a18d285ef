package dev.mldigest.extract.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;

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

  /** What hides a script from readers of XML or of old HTML, before and behind it. */
  private static final List<String> OPENING = List.of("//", "/*", "*/", "<!--", "<![CDATA[");

  private static final List<String> CLOSING = List.of("//", "/*", "*/", "-->", "]]>", ";");

  /** Marks on one side: a comment and CDATA within it come to four. */
  private static final int MOST_MARKS = 8;

  /** What a script says; missing where it is broken or beyond the bounds. */
  public static JsonNode read(String json) {
    try {
      return MAPPER.readTree(bare(json));
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private static String bare(String json) {
    String text = json.strip();
    for (int i = 0; i < MOST_MARKS; i++) {
      for (String mark : OPENING) {
        text = text.startsWith(mark) ? text.substring(mark.length()).strip() : text;
      }
      for (String mark : CLOSING) {
        text =
            text.endsWith(mark) ? text.substring(0, text.length() - mark.length()).strip() : text;
      }
    }
    return text;
  }

  /** The text of one member of an object, or an empty string. */
  public static String member(String json, String field) {
    return text(read(json).path(field));
  }

  /** A value as text, of several the first; empty for what is null, missing or an object. */
  public static String text(JsonNode node) {
    if (node.isArray()) {
      return node.isEmpty() ? "" : single(node.get(0));
    }
    return single(node);
  }

  private static String single(JsonNode node) {
    return node.isValueNode() && !node.isNull() ? node.asText().strip() : "";
  }
}
