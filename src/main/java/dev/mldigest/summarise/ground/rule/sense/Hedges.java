package dev.mldigest.summarise.ground.rule.sense;

import dev.mldigest.summarise.ground.span.Grammar;
import dev.mldigest.summarise.ground.span.Span;
import dev.mldigest.summarise.ground.span.Token;
import dev.mldigest.text.WordList;
import java.util.List;
import java.util.Set;

/** Where a text says less than that something is so. */
final class Hedges {
  /** How many words on a hedge weakens: "may in some cases be slower". */
  static final int REACH = 5;

  /** How many words after a word its hedge may stand: "slower, it seems". */
  private static final int BEHIND = 3;

  /** Words are compared in pairs; a claim's sources have no word of content more often. */
  private static final int MOST_PLACES = 50;

  private static final Set<String> HEDGES = WordList.read("/summarise/hedges.txt").words();

  /** What can be done is not what is done, however it is put. */
  private static final Set<String> ABLE = Grammar.words("able");

  /** After these a plan is none: "we propose a method" is a fact. */
  private static final Set<String> OURS = Grammar.words("ours");

  /** What shows that something is so, in front of a sentence. */
  private static final Set<String> EVIDENCE = Grammar.words("evidence");

  /** A subject stands within so many words. */
  private static final int FRONT = 5;

  private static final String CAN = "can";

  private static final Set<String> OWN = Grammar.words("own");

  private Hedges() {}

  static boolean hedges(Span span) {
    return span.says(HEDGES);
  }

  static boolean isHedge(List<Token> tokens, int at) {
    String word = tokens.get(at).low();
    boolean own =
        tokens.subList(Math.max(0, at - BEHIND), at).stream().anyMatch(t -> OURS.contains(t.low()));
    boolean number = at + 1 < tokens.size() && tokens.get(at + 1).number();
    if (word.equals(CAN) && isShown(tokens, at)) {
      return false;
    }
    // "About 40" is less sure than "40"; "about owls" is as sure as can be.
    if (word.equals("about") && !number) {
      return false;
    }
    return HEDGES.contains(word) && !(own && OWN.contains(word));
  }

  /** "Experiments show that it can reach": it has. */
  private static boolean isShown(List<Token> tokens, int at) {
    int front = at;
    while (front > 0 && !tokens.get(front).opening()) {
      front--;
    }
    return tokens.subList(front, Math.min(at, front + FRONT)).stream()
        .anyMatch(token -> EVIDENCE.contains(token.low()));
  }

  static boolean isAlwaysHedged(Span span, String key) {
    return span.places(key).stream().limit(MOST_PLACES).allMatch(at -> isHedged(span, at));
  }

  static boolean isEverHedged(Span span, String key) {
    return span.places(key).stream()
        .limit(MOST_PLACES)
        .anyMatch(at -> isHedged(span, at) || isPossible(span, at));
  }

  private static boolean isPossible(Span span, int at) {
    return span.tokens().subList(Math.max(0, at - REACH), at).stream()
        .anyMatch(token -> token.low().equals(CAN));
  }

  private static boolean isHedged(Span span, int at) {
    for (int k = Math.max(0, at - REACH); k < Math.min(span.tokens().size(), at + BEHIND); k++) {
      if (isHedge(span.tokens(), k) || ABLE.contains(span.tokens().get(k).low())) {
        return true;
      }
    }
    return false;
  }
}
