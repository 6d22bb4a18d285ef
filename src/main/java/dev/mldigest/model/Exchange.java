package dev.mldigest.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one HTTP call was allowed and what came of it, beside what LangChain4j tells: the status and
 * the headers of any answer, also of one that broke off, and the body as it arrived. Used by one
 * call and the thread that makes it.
 */
final class Exchange {
  private static final ScopedValue<Exchange> CURRENT = ScopedValue.newInstance();
  private static final JsonFactory JSON = new JsonFactory();

  /** A usage above this is a provider's mistake, not a bill. */
  private static final long MOST_TOKENS = 10_000_000;

  private final Duration deadline;
  private volatile int status;
  private volatile HttpHeaders headers = HttpHeaders.of(java.util.Map.of(), (name, value) -> true);
  private @Nullable String body;

  Exchange(Duration deadline) {
    this.deadline = deadline;
  }

  /** The exchange of the call this thread is making. */
  static Exchange current() {
    return CURRENT.get();
  }

  <T> T during(Supplier<T> call) {
    return ScopedValue.where(CURRENT, this).call(call::get);
  }

  Duration deadline() {
    return deadline;
  }

  /** The head of the answer is here; by a thread of the HTTP client. */
  void begun(int code, HttpHeaders head) {
    headers = head;
    status = code;
  }

  void ended(String text) {
    body = text;
  }

  /** 0 if no answer began. */
  int status() {
    return status;
  }

  HttpHeaders headers() {
    return headers;
  }

  /** Characters of the body; 0 if it did not arrive whole. */
  int length() {
    return body == null ? 0 : body.length();
  }

  /** The provider's own count, wherever the rest of the body breaks off or makes no sense. */
  Optional<Usage> usage() {
    if (body == null) {
      return Optional.empty();
    }
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
