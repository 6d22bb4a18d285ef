package dev.mldigest.model;

/**
 * Tokens of the replies that an issue uses, whether they were paid for now or earlier.
 *
 * @param micros what they cost in millionths of the currency's unit; 0 without prices
 */
public record Usage(long inputTokens, long outputTokens, long micros) {
  public static final Usage NONE = new Usage(0, 0);

  public Usage(long inputTokens, long outputTokens) {
    this(inputTokens, outputTokens, 0);
  }

  public Usage plus(Usage other) {
    return new Usage(
        inputTokens + other.inputTokens, outputTokens + other.outputTokens, micros + other.micros);
  }

  public long total() {
    return inputTokens + outputTokens;
  }
}
