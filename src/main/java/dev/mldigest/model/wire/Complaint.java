package dev.mldigest.model.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a service says of a request that it refuses.
 *
 * @param place of the parameter, where the answer has a field for it; empty if not
 * @param words everything that it says, in lower case, without what it repeats of the request
 */
record Complaint(String place, String words) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Errors are a sentence or two; one that repeats a request is long. */
  private static final int MOST = 4_000;

  /** Fields that repeat what was sent (pydantic), or what the model wrote (Groq). */
  private static final Set<String> REPEATED =
      Set.of("input", "ctx", "failed_generation", "request", "body", "url");

  static Complaint of(String body) {
    StringBuilder words = new StringBuilder();
    List<String> place = new ArrayList<>();
    try {
      gather(MAPPER.readTree(body), words, place);
    } catch (JsonProcessingException e) {
      words.append(body, 0, Math.min(MOST, body.length()));
    }
    return new Complaint(
        String.join(".", place).toLowerCase(Locale.ROOT),
        words.toString().toLowerCase(Locale.ROOT));
  }

  private static void gather(JsonNode node, StringBuilder words, List<String> place) {
    if (node.isTextual() && words.length() < MOST) {
      String text = node.asText();
      words.append(text, 0, Math.min(MOST, text.length())).append('\n');
    }
    node.forEach(element -> {
      if (node.isArray()) {
        gather(element, words, place);
      }
    });
    node.properties()
        .forEach(field -> {
          if (place.isEmpty() && (field.getKey().equals("param") || field.getKey().equals("loc"))) {
            field.getValue().forEach(part -> place.add(part.asText()));
            place.addAll(
                field.getValue().isTextual() ? List.of(field.getValue().asText()) : List.of());
          }
          if (!REPEATED.contains(field.getKey())) {
            gather(field.getValue(), words, place);
          }
        });
  }

  /** True if the place, or else any sentence, has that name as a whole word. */
  boolean names(String name) {
    return place.isEmpty() ? says(name) : holds(place, name);
  }

  boolean says(String name) {
    return holds(words, name);
  }

  private static boolean holds(String text, String name) {
    String word = name.toLowerCase(Locale.ROOT);
    return Pattern.compile("(?<![a-z0-9_$])" + Pattern.quote(word) + "(?![a-z0-9_])")
        .matcher(text)
        .find();
  }

  /** Everything in it that has that form. */
  Stream<String> all(Pattern pattern) {
    return pattern.matcher(words).results().map(MatchResult::group);
  }

  boolean matches(Pattern pattern) {
    return pattern.matcher(words).find();
  }
}
