package dev.mldigest.summarise.ground;

import dev.mldigest.text.Words;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds what stands in a place that the source gives to another: a number beside the words of
 * another number, a name in the role of another name, a word where the source has its contrary or
 * one that no list knows as its like.
 *
 * <p>A place is told by the words beside it, near ones counting more. Whatever may stand in free
 * order (the members of a list) is left alone. Time grows with the product of the numbers, or of
 * the names, of both texts; of either at most {@value #MOST_RIVALS} are looked at.
 */
final class WordPositions {
  private static final int WINDOW = 3;
  private static final int MOST_TOKENS = 400;
  private static final int MOST_RIVALS = 60;

  /** By how much another place must fit better than any of the token's own. */
  private static final double MARGIN = 0.6;

  /** How much worse it may fit if the claim says the token more often than the source does. */
  private static final double SLACK = 0.3;

  /** Between these the order is free. */
  private static final Set<String> LIST_WORDS =
      Set.of("and", "or", "nor", "versus", "vs", "plus", "as", "well");

  private static final Set<String> BE = Set.of("is", "are", "was", "were", "be", "been", "being");

  /** "Is a model" is no passive. */
  private static final Set<String> ARTICLES = Set.of("a", "an", "the");

  /** A verb, its "be" and its object stand within so many words. */
  private static final int VOICE = 5;

  private static final String FRONT = "^";
  private static final String BACK = "$";

  private final Span source;
  private final Span claim;
  private final Opposites directions;

  WordPositions(Span source, Span claim, Opposites directions) {
    this.source = source;
    this.claim = claim;
    this.directions = directions;
  }

  void check(Groundedness.Findings findings) {
    List<Token> tokens = claim.tokens();
    for (int i = 0; i < Math.min(tokens.size(), MOST_TOKENS); i++) {
      Token token = tokens.get(i);
      if (token.number() || isNamed(token)) {
        role(i, token, findings);
      } else if (!Span.isNegation(token) && (token.isContent() || directions.points(token.key()))) {
        replaced(i, token, findings);
      }
    }
  }

  private boolean isNamed(Token token) {
    return token.name() || source.names(token.key());
  }

  private void role(int i, Token token, Groundedness.Findings findings) {
    List<Integer> own = source.places(token.key());
    if (own.isEmpty()) {
      return;
    }
    if (isDemoted(i, own)) {
      findings.add("order", "'%s' does it in the cited sentences.".formatted(token.text()));
      return;
    }
    double best = own.stream().limit(MOST_RIVALS).mapToDouble(j -> likeness(i, j)).max().orElse(0);
    // Said more often than in the source: one of them stands in the place of another.
    boolean again = claim.places(token.key()).size() > own.size();
    double least = best + (again ? 0.001 - SLACK : MARGIN);
    for (int j : rivals(token)) {
      Token rival = source.tokens().get(j);
      if (!rival.key().equals(token.key())
          && likeness(i, j) >= Math.max(1, least)
          && !isTurned(own, j)
          && !isOtherVoice(rival)
          && !isPromoted(i, own)) {
        findings.add(
            token.number() ? "unit" : "order",
            "'%s' stands where the cited sentences have '%s'."
                .formatted(token.text(), rival.text()));
        return;
      }
    }
  }

  /** "A sued B" and "B was sued by A". */
  private boolean isOtherVoice(Token rival) {
    return source.has("by") != claim.has("by") && claim.has(rival.key()) && !rival.number();
  }

  /** "A trained B" and "B was trained": what is done to it, not by it, in both. */
  private boolean isPromoted(int i, List<Integer> own) {
    return activeVerbs(i)
        .anyMatch(verb -> own.stream().anyMatch(o -> o > verb && o - verb < VOICE));
  }

  /** "A trained B" and "A was trained": in the source it does what the claim has done to it. */
  private boolean isDemoted(int i, List<Integer> own) {
    return !claim.tokens().get(i).number()
        && activeVerbs(i).anyMatch(verb -> own.stream().anyMatch(o -> o < verb && verb - o < 3))
        && !isPromoted(i, own);
  }

  /** Where the source has, in the active voice, the verb whose passive follows the token. */
  private Stream<Integer> activeVerbs(int i) {
    List<Token> tokens = claim.tokens();
    boolean passive = false;
    for (int k = i + 1; k < Math.min(tokens.size(), i + VOICE) && !tokens.get(k).fresh(); k++) {
      Token token = tokens.get(k);
      if (passive && ARTICLES.contains(token.key())) {
        break;
      }
      if (passive && token.isContent()) {
        boolean participle = !token.text().endsWith("ing") && token.text().length() > 3;
        return source.places(token.key()).stream()
            .limit(MOST_RIVALS)
            .filter(verb -> participle && !isPassive(verb));
      }
      passive |= isBe(token);
    }
    return Stream.of();
  }

  private boolean isPassive(int verb) {
    return source.tokens().subList(Math.max(0, verb - VOICE + 1), verb).stream()
        .anyMatch(WordPositions::isBe);
  }

  private static boolean isBe(Token token) {
    return BE.contains(token.text().toLowerCase(java.util.Locale.ROOT));
  }

  private Set<Integer> rivals(Token token) {
    return token.number() ? source.numbers(MOST_RIVALS) : source.named(MOST_RIVALS);
  }

  /** The same word before and after, and between them another one than the source has. */
  private void replaced(int i, Token token, Groundedness.Findings findings) {
    List<Integer> own = source.places(token.key());
    if (isTraded(token)) {
      findings.add(
          "direction", "'%s' stands there less often than in the claim.".formatted(token.text()));
      return;
    }
    if (own.stream().limit(MOST_RIVALS).anyMatch(j -> beside(i, j) > 0)) {
      return;
    }
    String left = left(claim, i, 1);
    if (!own.isEmpty() && isGrammar(left) && isGrammar(right(claim, i, 1))) {
      return;
    }
    for (int j : candidates(left, i)) {
      Token there = source.tokens().get(j);
      boolean fits =
          beside(i, j) == 2
              && !there.number()
              && !Span.isNegation(there)
              && !there.key().equals(token.key());
      if (fits && !isLike(token.key(), there.key()) && !isTurned(own, j)) {
        boolean contrary = directions.opposite(token.key(), there.key());
        boolean vague = !there.isContent() && !directions.points(there.key());
        boolean known = directions.knows(source, token) && own.isEmpty();
        if (!contrary && (vague || known)) {
          continue;
        }
        findings.add(
            contrary ? "direction" : "replaced",
            "'%s' stands where the cited sentences have '%s'."
                .formatted(token.text(), there.text()));
        return;
      }
    }
  }

  /** A word that stands beside anything: "the … of" tells no place. */
  private static boolean isGrammar(String key) {
    return key.equals(FRONT) || key.equals(BACK) || Words.isStop(key);
  }

  /** Said more often than in the source, and its contrary less often. */
  private boolean isTraded(Token token) {
    return directions.points(token.key())
        && claim.places(token.key()).size() > source.places(token.key()).size()
        && source.keys().stream()
            .filter(key -> directions.opposite(token.key(), key))
            .anyMatch(key -> claim.places(key).size() < source.places(key).size());
  }

  /** Places after the word before, or before the word after. */
  private Set<Integer> candidates(String left, int i) {
    Set<Integer> places = new TreeSet<>();
    source.places(left).stream().limit(MOST_RIVALS).forEach(j -> places.add(j + 1));
    source.places(right(claim, i, 1)).stream().limit(MOST_RIVALS).forEach(j -> places.add(j - 1));
    places.removeIf(j -> j < 0 || j >= source.tokens().size());
    return places;
  }

  private boolean isLike(String one, String other) {
    return directions.same(one, other)
        || directions.improves(one, other, source)
        || (!directions.opposite(one, other) && Span.sameFront(one, other));
  }

  private int beside(int i, int j) {
    return (left(claim, i, 1).equals(left(source, j, 1)) ? 1 : 0)
        + (right(claim, i, 1).equals(right(source, j, 1)) ? 1 : 0);
  }

  /** How alike the words beside are; that both begin or end a sentence says nothing alone. */
  private double likeness(int i, int j) {
    double words = 0;
    double telling = 0;
    double edges = 0;
    for (int d = 1; d <= WINDOW; d++) {
      String left = left(claim, i, d);
      String right = right(claim, i, d);
      double before = side(left, j, d, true);
      double after = side(right, j, d, false);
      words += (left.equals(FRONT) ? 0 : before) + (right.equals(BACK) ? 0 : after);
      telling += (isGrammar(left) ? 0 : before) + (isGrammar(right) ? 0 : after);
      edges += (left.equals(FRONT) ? before : 0) + (right.equals(BACK) ? after : 0);
    }
    return words + Math.min(edges, 2 * telling);
  }

  private double side(String key, int j, int d, boolean before) {
    for (int off : new int[] {0, -1, 1}) {
      int at = d + off;
      if (at >= 1 && key.equals(before ? left(source, j, at) : right(source, j, at))) {
        return (off == 0 ? 1.0 : 0.5) / d;
      }
    }
    return 0;
  }

  /** The key {@code d} words before, or a mark for the front of the sentence. */
  private static String left(Span span, int i, int d) {
    for (int k = i; k > i - d; k--) {
      if (k < 1 || k >= span.tokens().size() || span.tokens().get(k).opening()) {
        return FRONT;
      }
    }
    return span.tokens().get(i - d).key();
  }

  private static String right(Span span, int i, int d) {
    for (int k = i + 1; k <= i + d; k++) {
      if (k >= span.tokens().size() || span.tokens().get(k).opening()) {
        return BACK;
      }
    }
    return span.tokens().get(i + d).key();
  }

  /** A list in another order still has all its members. */
  private boolean isTurned(List<Integer> own, int rival) {
    String key = source.tokens().get(rival).key();
    return claim.places(key).size() >= source.places(key).size()
        && own.stream().limit(MOST_RIVALS).anyMatch(o -> inOneList(o, rival));
  }

  private boolean inOneList(int one, int two) {
    int from = Math.min(one, two) + 1;
    int to = Math.max(one, two);
    return to - from <= 8
        && source.tokens().subList(from, Math.max(from, to)).stream()
            .allMatch(t ->
                LIST_WORDS.contains(t.text().toLowerCase(java.util.Locale.ROOT))
                    || t.number()
                    || t.name()
                    || t.fresh());
  }
}
