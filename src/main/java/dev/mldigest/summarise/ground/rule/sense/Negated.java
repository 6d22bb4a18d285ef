package dev.mldigest.summarise.ground.rule.sense;

import dev.mldigest.summarise.ground.span.Grammar;
import dev.mldigest.summarise.ground.span.Span;
import dev.mldigest.summarise.ground.span.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a negation turns around, told by the word that follows it. */
final class Negated {
  /**
   * How many words before, and after, a word a negation of it may stand: "is not at all the case".
   */
  static final int REACH = 3;

  /** Words are compared in pairs; no sentence of sense negates more often. */
  private static final int MOST_PLACES = 20;

  /** Verbs that come and go with a negation. */
  private static final Set<String> CARRIERS = Grammar.words("carrier");

  private Negated() {}

  static Set<Integer> places(Span span) {
    return span.negationPlaces(MOST_PLACES);
  }

  /** Those that say that something is not so, which "instead of" does not. */
  static List<Integer> denials(Span span) {
    return places(span).stream().filter(at -> !Span.isInstead(span.tokens().get(at))).toList();
  }

  static List<Integer> places(Span span, String key) {
    return span.places(key).stream().limit(MOST_PLACES).toList();
  }

  /** The word that the negation at that place turns around. */
  static Optional<Token> by(Span span, int negation) {
    List<Token> tokens = span.tokens();
    int end = Math.min(tokens.size(), negation + REACH + 1);
    return tokens.subList(negation + 1, Math.max(negation + 1, end)).stream()
        .filter(token -> !CARRIERS.contains(token.low()) && (token.isContent() || token.number()))
        .findFirst();
  }

  /** The word before, a carrier not counted; empty at the front. */
  static String before(Span span, int at) {
    int k = at - 1;
    while (k >= 0 && CARRIERS.contains(span.tokens().get(k).low())) {
      k--;
    }
    return k < 0 ? "" : span.tokens().get(k).key();
  }

  static boolean isNegated(Span span, int at, int reach) {
    List<Token> tokens = span.tokens();
    return tokens.subList(Math.max(0, at - reach), Math.min(tokens.size(), at + reach)).stream()
        .anyMatch(Span::isNegation);
  }
}
