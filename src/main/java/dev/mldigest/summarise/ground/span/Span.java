package dev.mldigest.summarise.ground.span;

import dev.mldigest.text.Texts;
import dev.mldigest.text.WordList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** A stretch of text, indexed for comparison: which words, where, and which of them are negated. */
public final class Span {
  private static final Set<String> NEGATIONS = WordList.read("/summarise/negations.txt").words();

  /** How many content words a negation reaches; it ends at punctuation at the latest. */
  private static final int REACH = 3;

  /** Words with this many letters in common at the front count as the same for novelty. */
  private static final int PREFIX = 5;

  private static final Set<String> AGAINST = Set.of("but");
  private static final String WHENEVER = Token.root("whenever");
  private static final String INSTEAD = "instead";
  private static final String ALONE = "instead, alone";
  private static final String FAILS_TO = "fail to";
  private static final String PARTICLE = "up or down";
  private static final String UP_TO = "up to";

  private final List<Token> tokens;
  private final Map<String, List<Integer>> places = new HashMap<>();
  private final Set<String> prefixes = new HashSet<>();
  private final Set<String> negated = new HashSet<>();
  private final Set<String> plain = new HashSet<>();
  private final int negations;
  private final int denials;

  public Span(String text) {
    tokens = turned(Token.of(Texts.folded(text)));
    int count = 0;
    int instead = 0;
    int reach = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      places.computeIfAbsent(token.key(), key -> new ArrayList<>()).add(i);
      if (token.key().length() >= PREFIX) {
        prefixes.add(token.key().substring(0, PREFIX));
      }
      reach = token.fresh() ? 0 : reach;
      if (isNegation(token)) {
        count++;
        instead += isInstead(token) ? 1 : 0;
        reach = REACH;
      } else if (token.isContent()) {
        (reach > 0 ? negated : plain).add(token.key());
        reach--;
      }
    }
    negations = count;
    denials = count - instead;
  }

  public static boolean isNegation(Token token) {
    return isInstead(token) || NEGATIONS.contains(token.low()) || token.key().equals(FAILS_TO);
  }

  public static boolean isInstead(Token token) {
    return token.key().equals(INSTEAD);
  }

  /**
   * "Rather than" says "instead of", and "instead" alone leads on and negates nothing; "fails to"
   * is a negation, "fails" none; "up to" bounds, and raises nothing.
   */
  private static List<Token> turned(List<Token> tokens) {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      String next = tokens.get(i + 1).low();
      String key =
          switch (tokens.get(i).key()) {
            case INSTEAD -> next.equals("of") ? INSTEAD : ALONE;
            case "rather" -> next.equals("than") ? INSTEAD : "rather";
            case "everi", "each" -> next.equals("time") ? WHENEVER : tokens.get(i).key();
            case "not" -> isSetAgainst(tokens, i) ? INSTEAD : "not";
            case "fail" -> next.equals("to") ? FAILS_TO : "fail";
            case "up", "down" -> next.equals("to") ? UP_TO : particle(tokens, i);
            default -> tokens.get(i).key();
          };
      tokens.set(i, tokens.get(i).withKey(key));
    }
    return tokens;
  }

  /** "It tracks A, not B": behind a comma it negates no verb. */
  private static boolean isSetAgainst(List<Token> tokens, int at) {
    Token token = tokens.get(at);
    boolean joined = at > 0 && AGAINST.contains(tokens.get(at - 1).low());
    return (token.fresh() || joined)
        && !token.opening()
        && !tokens.get(at + 1).low().equals("only");
  }

  /** "Moves up from fourth", "sets up": behind a verb and before no number it raises nothing. */
  private static String particle(List<Token> tokens, int at) {
    Token token = tokens.get(at);
    boolean verb = at > 0 && tokens.get(at - 1).isContent() && !token.fresh();
    return verb && !tokens.get(at + 1).number() ? PARTICLE : token.key();
  }

  public List<Token> tokens() {
    return Collections.unmodifiableList(tokens);
  }

  public Set<String> keys() {
    return Collections.unmodifiableSet(places.keySet());
  }

  public boolean has(String key) {
    return places.containsKey(key);
  }

  /** True if it says one of these words, in lower case and just so. */
  public boolean says(Set<String> words) {
    return tokens.stream().anyMatch(token -> words.contains(token.low()));
  }

  /** Positions of the key among the tokens, ascending. */
  public List<Integer> places(String key) {
    return places.getOrDefault(key, List.of());
  }

  /** True if the word, or one that begins like it, occurs. */
  public boolean knows(String key) {
    return has(key) || (key.length() >= PREFIX && prefixes.contains(key.substring(0, PREFIX)));
  }

  /** True if the word occurs, or a short one that differs in its ending: "sues" and "sued". */
  public boolean inflects(String key) {
    return has(key)
        || has(key + "d")
        || has(key + "s")
        || has(key + "ed")
        || (key.endsWith("d") && has(key.substring(0, key.length() - 1)));
  }

  /** True if two words begin alike, as inflections and derivations of one word do. */
  public static boolean sameFront(String one, String other) {
    int least = Math.min(PREFIX, Math.min(one.length(), other.length()));
    return least >= 3 && one.regionMatches(0, other, 0, least);
  }

  /** Positions of the first numbers. */
  public Set<Integer> numbers(int most) {
    return positions(Token::number, most);
  }

  /** Positions of the first names. */
  public Set<Integer> named(int most) {
    return positions(Token::name, most);
  }

  /** Positions of the first negations. */
  public Set<Integer> negationPlaces(int most) {
    return positions(Span::isNegation, most);
  }

  private Set<Integer> positions(Predicate<Token> kind, int most) {
    Set<Integer> found = new LinkedHashSet<>();
    for (int i = 0; i < tokens.size() && found.size() < most; i++) {
      if (kind.test(tokens.get(i))) {
        found.add(i);
      }
    }
    return found;
  }

  /** True if any word negates. */
  public boolean negates() {
    return negations > 0;
  }

  /** How many words negate. */
  public int negations() {
    return negations;
  }

  /** How many words say that something is not so: "A instead of B" sets one above another. */
  public int denials() {
    return denials;
  }

  /** True if the word occurs, and always under a negation. */
  public boolean onlyNegated(String key) {
    return negated.contains(key) && !plain.contains(key);
  }

  /** True if the word occurs, and never under a negation. */
  public boolean onlyPlain(String key) {
    return plain.contains(key) && !negated.contains(key);
  }

  /** True if both negate, but nothing in common. */
  public boolean negatesOtherThan(Span other) {
    return !negated.isEmpty()
        && !other.negated.isEmpty()
        && Collections.disjoint(negated, other.negated)
        && negated.stream().anyMatch(other.plain::contains);
  }

  /** True if the word names something here. */
  public boolean names(String key) {
    return places(key).stream().anyMatch(at -> tokens.get(at).name());
  }
}
