package dev.mldigest.page.api;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/** What the body of a write says: words and numbers by their names, and nothing nested. */
public final class ActSaid {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final JsonNode fields;

  private ActSaid(JsonNode fields) {
    this.fields = fields;
  }

  /** It says something else than it should; the message is one sentence. */
  public static final class MalformedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedException(String sentence) {
      super(sentence, null, false, false);
    }
  }

  public static MalformedException malformed(String sentence) {
    return new MalformedException(sentence);
  }

  /**
   * @throws MalformedException if it is no object of JSON
   */
  public static ActSaid of(String body) {
    try {
      JsonNode read = MAPPER.readTree(body);
      if (read != null && read.isObject()) {
        return new ActSaid(read);
      }
    } catch (JacksonException e) {
      // Told below: what a parser says of a hostile text is of no use to anyone.
    }
    throw new MalformedException("The body must be an object of JSON.");
  }

  /**
   * @throws MalformedException if it is not there
   */
  public String word(String name) {
    JsonNode field = fields.get(name);
    if (field == null || !field.isTextual()) {
      throw new MalformedException("'" + name + "' is missing, or no text.");
    }
    return field.textValue();
  }

  /** Empty where it is not there. */
  public String words(String name) {
    return fields.hasNonNull(name) ? word(name) : "";
  }

  public @Nullable String wordOrNull(String name) {
    return fields.hasNonNull(name) ? word(name) : null;
  }

  public boolean flag(String name) {
    JsonNode field = fields.get(name);
    return field != null && field.isBoolean() && field.booleanValue();
  }

  /**
   * The number of the state that the page shows.
   *
   * @throws MalformedException if it is not there
   */
  public int expected() {
    JsonNode field = fields.get("expected");
    if (field == null || !field.isInt() || field.intValue() < 0) {
      throw new MalformedException("'expected' must be the number of the state that was shown.");
    }
    return field.intValue();
  }
}
