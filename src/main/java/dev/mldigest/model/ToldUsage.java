package dev.mldigest.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;

/** What a provider says that it billed, read from its answer as it came. */
final class ToldUsage {
  private static final JsonFactory JSON = new JsonFactory();

  /** Ten times the longest context there is: a usage above this is a mistake, not a bill. */
  private static final long MOST_TOKENS = 10_000_000;

  private ToldUsage() {}

  /** The provider's own count, wherever the rest of the body breaks off or makes no sense. */
  static Optional<Usage> in(String body) {
    long[] counts = {-1, -1};
    try (JsonParser parser = JSON.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean usage = parser.currentName().equals("usage");
        if (parser.nextToken() == JsonToken.START_OBJECT && usage) {
          count(parser, counts);
        } else {
          parser.skipChildren();
        }
      }
    } catch (IOException e) {
      // What stood before the break counts.
    }
    boolean sane = within(counts[0]) && within(counts[1]) && counts[0] > 0;
    return sane ? Optional.of(new Usage(counts[0], counts[1])) : Optional.empty();
  }

  /** OpenAI's names and Anthropic's, whose cached input is counted apart and is billed as well. */
  private static void count(JsonParser parser, long[] counts) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (parser.nextToken() != JsonToken.VALUE_NUMBER_INT) {
        parser.skipChildren();
        continue;
      }
      int side =
          switch (name) {
            case "prompt_tokens",
                "input_tokens",
                "cache_creation_input_tokens",
                "cache_read_input_tokens" ->
                0;
            case "completion_tokens", "output_tokens" -> 1;
            default -> -1;
          };
      if (side >= 0) {
        counts[side] = Math.max(0, counts[side]) + told(parser);
      }
    }
  }

  /** Beyond any bill for what is no count, so that the sum is not taken for one. */
  private static long told(JsonParser parser) throws IOException {
    boolean number = parser.getNumberType() == JsonParser.NumberType.INT;
    return number && parser.getIntValue() >= 0 ? parser.getIntValue() : 2 * MOST_TOKENS;
  }

  private static boolean within(long tokens) {
    return 0 <= tokens && tokens <= MOST_TOKENS;
  }
}
