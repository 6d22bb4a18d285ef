package dev.mldigest.store;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.mldigest.domain.issue.Explanation;
import dev.mldigest.store.database.Json;
import org.jspecify.annotations.Nullable;

/** A decision's detail as it is stored: the sentence, and below it what made the score, as JSON. */
final class Details {
  private static final TypeReference<Explanation> EXPLANATION = new TypeReference<>() {};

  private Details() {}

  static String write(String sentence, @Nullable Explanation explanation) {
    String line = sentence.replace('\n', ' ');
    return explanation == null ? line : line + "\n" + Json.write(explanation);
  }

  static String sentence(String detail) {
    int end = detail.indexOf('\n');
    return end < 0 ? detail : detail.substring(0, end);
  }

  static @Nullable Explanation explanation(String detail) {
    int end = detail.indexOf('\n');
    return end < 0 || !detail.startsWith("{", end + 1)
        ? null
        : Json.read(detail.substring(end + 1), EXPLANATION);
  }
}
