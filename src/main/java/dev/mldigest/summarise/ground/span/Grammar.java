package dev.mldigest.summarise.ground.span;

import dev.mldigest.text.WordList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Small closed classes of English words, by the names that {@code grammar.txt} gives them. */
public final class Grammar {
  private static final Map<String, List<String>> CLASSES =
      WordList.read("/summarise/grammar.txt").named();

  private Grammar() {}

  /** The words of a class; one that is missing is a bug of the build. */
  public static Set<String> words(String name) {
    List<String> words = CLASSES.get(name);
    if (words == null) {
      throw new IllegalStateException("grammar.txt has no '" + name + "'.");
    }
    return Set.copyOf(words);
  }
}
