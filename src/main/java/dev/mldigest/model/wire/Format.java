package dev.mldigest.model.wire;

/**
 * How a service is told what form an answer is to have; each asks less of it than the one before.
 */
public enum Format {
  /** It holds the model to the schema. */
  JSON_SCHEMA("json_schema"),
  /** It holds the model to JSON. */
  JSON_OBJECT("json_object"),
  /** It holds the model to nothing: the schema stands in the prompt. */
  TEXT("text");

  private final String word;

  Format(String word) {
    this.word = word;
  }

  /** In OpenAI's word. */
  public String word() {
    return word;
  }

  static Format of(String word) {
    for (Format format : values()) {
      if (format.word.equals(word)) {
        return format;
      }
    }
    return JSON_SCHEMA;
  }
}
