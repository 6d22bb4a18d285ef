package dev.mldigest.model.prompt;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.mldigest.io.Resource;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The one JSON value in what a model wrote, taken out of what models and their servers put around
 * it: thoughts, a fence, a sentence before or after, control words. Exactly one: where a second
 * object stands anywhere, nobody knows which was meant, and there is none.
 */
final class Unwrapped {
  /** What ends the thoughts of a model where its server leaves them in the answer. */
  private static final List<String> ENDS_OF_THOUGHT =
      Resource.text("/model/thinking.txt")
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("# "))
          .toList();

  /** One ends the thoughts, and a quoted sentence or two may hold another. */
  private static final int MOST_MARKS = 4;

  private Unwrapped() {}

  /**
   * @throws JsonProcessingException if there is not exactly one
   */
  static JsonNode read(String text) throws JsonProcessingException {
    String bare = bare(text);
    try {
      return StrictJson.read(bare);
    } catch (JsonProcessingException e) {
      return afterThoughts(bare);
    }
  }

  /** A byte order mark and its like are no text. */
  private static String bare(String text) {
    int from = 0;
    while (from < text.length()
        && (Character.isWhitespace(text.charAt(from))
            || Character.getType(text.charAt(from)) == Character.FORMAT)) {
      from++;
    }
    return text.substring(from).stripTrailing();
  }

  /**
   * The object after the thoughts. An article that tells of such marks may be quoted in the answer:
   * where no object follows a mark, it ended no thought.
   */
  private static JsonNode afterThoughts(String text) throws JsonProcessingException {
    for (int from : endsOfThought(text)) {
      try {
        return within(text.substring(from));
      } catch (JsonProcessingException e) {
        // Then it begins before.
      }
    }
    return within(text);
  }

  /** The last ones first. */
  private static List<Integer> endsOfThought(String text) {
    return ENDS_OF_THOUGHT.stream()
        .flatMap(mark ->
            Pattern.compile(mark, Pattern.LITERAL).matcher(text).results().map(MatchResult::end))
        .sorted(Comparator.reverseOrder())
        .limit(MOST_MARKS)
        .toList();
  }

  /** The one object in a text, by its braces outside of strings. */
  private static JsonNode within(String text) throws JsonProcessingException {
    int from = text.indexOf('{');
    int to = from < 0 ? -1 : endOfObject(text, from);
    if (to < 0) {
      throw new JsonParseException(null, "no object");
    }
    String before = text.substring(0, from);
    String after = text.substring(to);
    if (after.indexOf('{') >= 0 || Stream.of(before, after).anyMatch(Unwrapped::isValue)) {
      throw new JsonParseException(null, "more than one value");
    }
    return StrictJson.read(text.substring(from, to));
  }

  private static boolean isValue(String text) {
    try {
      return !text.isBlank() && !StrictJson.read(text.strip()).isMissingNode();
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  /** The index after its closing brace, or -1. */
  private static int endOfObject(String text, int from) {
    int depth = 0;
    boolean quoted = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        i += c == '\\' ? 1 : 0;
        quoted = c != '"';
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i + 1;
      }
    }
    return -1;
  }
}
