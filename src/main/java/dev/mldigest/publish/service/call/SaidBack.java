package dev.mldigest.publish.service.call;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mldigest.domain.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a service says of a request it did not take. */
final class SaidBack {
  /** Characters of a service's own words in a sentence. */
  private static final int QUOTED = 300;

  /** What is shorter is a word such as Token, or no secret. */
  private static final int SHORTEST_SECRET = 6;

  private SaidBack() {}

  /** The service's own words, in one line and short, without what was sent to it in secret. */
  static String in(ServiceCall call, @Nullable JsonNode root) {
    if (root == null || !root.isContainerNode()) {
      return ".";
    }
    String words = root.toString();
    for (Secret secret : call.secrets().values()) {
      for (String part : parts(secret)) {
        words = words.replace(part, "***");
      }
    }
    words = words.replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ");
    return ": " + (words.length() > QUOTED ? words.substring(0, QUOTED) + "…" : words);
  }

  /** The whole, and what it is made of: a scheme, a user, a key; longest first. */
  private static List<String> parts(Secret secret) {
    String value = secret.value();
    String inside = value.startsWith("Basic ") ? decoded(value.substring(6)) : "";
    return Stream.concat(Stream.of(value), Stream.of((value + " " + inside).split("[\\s:,]+")))
        .filter(part -> part.length() >= SHORTEST_SECRET)
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  private static String decoded(String basic) {
    try {
      return new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
