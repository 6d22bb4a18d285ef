package dev.mldigest.model.prompt;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an answer must keep to beyond its schema, as its prompt's front matter says. Checking it is
 * left to those who read the answer.
 *
 * @param numbers by name, all above 0
 * @param banned phrases that may come from the source only
 */
public record Limits(Map<String, Integer> numbers, List<String> banned) {
  static final Limits NONE = new Limits(Map.of(), List.of());

  /**
   * Words of one sentence, words in a row taken from the source, lengths of single lines, items.
   */
  static final Set<String> NAMES =
      Set.of("words", "verbatim", "subject_characters", "preheader_characters", "candidates");

  public Limits {
    numbers = Map.copyOf(numbers);
    banned = List.copyOf(banned);
  }

  /** The number of that name, or what stands for it where the prompt sets none. */
  public int of(String name, int absent) {
    return numbers.getOrDefault(name, absent);
  }
}
