package dev.mldigest.summarise.ground.span;

import dev.mldigest.text.WordList;
import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Opposites: {@code directions.txt} has two groups of words a line, parted by {@code |}; the words
 * of a group say much the same, those of the other the contrary. {@code contraries.txt} has the
 * like for words that say nothing of more or less; {@code synonyms.txt} adds groups without a
 * contrary.
 */
public final class Opposites {
  /**
   * @param directed true if a word of it says by itself which way something goes
   */
  private record Side(Set<String> own, Set<String> opposite, boolean directed) {}

  /** The lists that ship with the program. */
  public static final Opposites KNOWN = new Opposites();

  /** Fronts that turn a word into its contrary: "stable" and "unstable". */
  private static final Set<String> TURNING = Grammar.words("turning");

  private static final String IMPROVE = Words.root("improve");

  private final Set<String> moreIsBetter;
  private final Set<String> lessIsBetter;
  private final Map<String, List<Side>> sides = new HashMap<>();
  private final Map<String, List<Set<String>>> synonyms = new HashMap<>();

  private Opposites() {
    read("directions.txt", true);
    read("contraries.txt", false);
    String[] measures = WordList.read("/summarise/measures.txt").lines().getFirst().split("\\|", 2);
    moreIsBetter = stems(measures[0]);
    lessIsBetter = stems(measures[1]);
    for (String line : WordList.read("/summarise/synonyms.txt").lines()) {
      Set<String> group = stems(line);
      group.forEach(word -> synonyms.computeIfAbsent(word, w -> new ArrayList<>()).add(group));
    }
  }

  private void read(String file, boolean directed) {
    for (String line : WordList.read("/summarise/" + file).lines()) {
      String[] halves = line.split("\\|", 2);
      add(new Side(stems(halves[0]), stems(halves[1]), directed));
      add(new Side(stems(halves[1]), stems(halves[0]), directed));
    }
  }

  private void add(Side side) {
    side.own().forEach(word -> sides.computeIfAbsent(word, w -> new ArrayList<>()).add(side));
  }

  private static Set<String> stems(String words) {
    return Set.copyOf(
        List.of(words.strip().split("\\s+")).stream()
            .map(word -> Token.root(word.toLowerCase(Locale.ROOT)))
            .toList());
  }

  private List<Side> sides(String stem) {
    return sides.getOrDefault(stem, List.of());
  }

  /**
   * True if the span says the contrary of {@code stem} and neither it nor any word of its own
   * group.
   */
  public boolean contradicts(String stem, Set<String> span) {
    return !span.contains(stem)
        && !isSupported(stem, span)
        && sides(stem).stream().anyMatch(side -> !Collections.disjoint(side.opposite(), span));
  }

  /** True if a list knows the word. */
  public boolean isListed(String stem) {
    return sides.containsKey(stem) || synonyms.containsKey(stem);
  }

  /** True if the word has a contrary. */
  public boolean turns(String stem) {
    return !sides(stem).isEmpty();
  }

  /** True if the word says which way something goes. */
  public boolean points(String stem) {
    return sides(stem).stream().anyMatch(Side::directed);
  }

  /** True if the span has the word or one that says much the same. */
  private boolean isSupported(String stem, Set<String> span) {
    return span.contains(stem)
        || sides(stem).stream().anyMatch(side -> !Collections.disjoint(side.own(), span));
  }

  /** True if the span has the word, one that begins like it, or one that says much the same. */
  public boolean knows(Span span, Token token) {
    return span.knows(token.key())
        || (span.has(IMPROVE) && improves(token.key(), IMPROVE, span))
        || isSupported(token.key(), span.keys())
        || synonyms.getOrDefault(token.key(), List.of()).stream()
            .anyMatch(group -> !Collections.disjoint(group, span.keys()));
  }

  /** To improve accuracy is to raise it, to improve latency is to lower it. */
  public boolean improves(String one, String other, Span span) {
    if (!one.equals(IMPROVE) && !other.equals(IMPROVE)) {
      return false;
    }
    String way = one.equals(IMPROVE) ? other : one;
    boolean more = !Collections.disjoint(moreIsBetter, span.keys());
    boolean less = !Collections.disjoint(lessIsBetter, span.keys());
    return more != less && sameSide(way, more ? "increas" : "decreas");
  }

  /** How often the tokens of a span say the word or one of its side. */
  public int own(String stem, Span span) {
    Set<String> all = new HashSet<>(Set.of(stem));
    sides(stem).forEach(side -> all.addAll(side.own()));
    return all.stream().mapToInt(key -> span.places(key).size()).sum();
  }

  private boolean sameSide(String one, String other) {
    return sides(one).stream().anyMatch(side -> side.own().contains(other));
  }

  /** True if one may stand for the other. */
  public boolean same(String one, String other) {
    return one.equals(other)
        || sides(one).stream().anyMatch(side -> side.own().contains(other))
        || synonyms.getOrDefault(one, List.of()).stream().anyMatch(group -> group.contains(other));
  }

  /** True if one says the contrary of the other, by the list or by its front. */
  public boolean opposite(String one, String other) {
    return sides(one).stream().anyMatch(side -> side.opposite().contains(other))
        || turned(one, other)
        || turned(other, one);
  }

  private static boolean turned(String longer, String shorter) {
    return shorter.length() > 3
        && TURNING.stream().anyMatch(front -> longer.equals(front + shorter));
  }
}
