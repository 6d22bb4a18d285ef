package dev.mldigest.summarise.ground.rule.role;

import dev.mldigest.summarise.ground.rule.Assertion;
import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.rule.Doubt;
import dev.mldigest.summarise.ground.span.Grammar;
import dev.mldigest.summarise.ground.span.Opposites;
import dev.mldigest.summarise.ground.span.Span;
import dev.mldigest.summarise.ground.span.Token;
import dev.mldigest.text.Words;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A place in an assertion beside one in its basis, told by the words around: near ones count more.
 * Whatever may stand in free order (the members of a list) is left alone. Of the claim's words
 * {@value #MOST_TOKENS} are looked at, of the source's places of one word {@value #MOST_RIVALS}.
 */
record Places(Span claim, Span source) {
  /** Time grows with the product of both; a claim of 2,000 characters has some 350 words. */
  static final int MOST_TOKENS = 400;

  /** Four cited sentences have no word more often, unless they are made to cost time. */
  static final int MOST_RIVALS = 60;

  /** How many words on each side tell a place. */
  private static final int WINDOW = 3;

  /** Between members of a list so far apart stand others: "Ann, Bob and the team of Cleo". */
  private static final int LONGEST_LIST = 8;

  private static final String FRONT = "^";
  private static final String BACK = "$";

  /** Between these the order is free. */
  private static final Set<String> LIST_WORDS = Grammar.words("list");

  static Places of(Assertion said, Basis basis) {
    return new Places(said.span(), basis.span());
  }

  /** What speaks against a word in the place of another. */
  static List<Doubt> taken(String kind, Token word, Token there, Basis basis) {
    return Doubt.of(
        kind,
        "'%s' stands where the %s have '%s'.".formatted(word.text(), basis.called(), there.text()));
  }

  Token said(int i) {
    return claim.tokens().get(i);
  }

  Token there(int j) {
    return source.tokens().get(j);
  }

  /** Where the source has the word. */
  Stream<Integer> own(Token token) {
    return source.places(token.key()).stream().limit(MOST_RIVALS);
  }

  boolean isNamed(Token token) {
    return token.name() || source.names(token.key());
  }

  /** Neither number nor name nor negation: these have rules of their own. */
  boolean isWord(Token token) {
    return !token.number()
        && !isNamed(token)
        && !Span.isNegation(token)
        && (token.isContent() || Opposites.KNOWN.turns(token.key()));
  }

  /** True if the claim says the word more often than the source does. */
  boolean isMore(Token token) {
    return claim.places(token.key()).size() > source.places(token.key()).size();
  }

  /** The word before and the word after are the same: 0, 1 or 2 of them. */
  int beside(int i, int j) {
    return (before(i).equals(left(source, j, 1)) ? 1 : 0)
        + (after(i).equals(right(source, j, 1)) ? 1 : 0);
  }

  /** Punctuation stands before and after, or does not, in both. */
  boolean isBoundAlike(int i, int j) {
    return isFresh(claim, i) == isFresh(source, j)
        && isFresh(claim, i + 1) == isFresh(source, j + 1);
  }

  private static boolean isFresh(Span span, int at) {
    return at < span.tokens().size() && span.tokens().get(at).fresh();
  }

  String before(int i) {
    return left(claim, i, 1);
  }

  String after(int i) {
    return right(claim, i, 1);
  }

  /** A word that stands beside anything: "the … of" tells no place. */
  static boolean isGrammar(String key) {
    return key.equals(FRONT) || key.equals(BACK) || key.equals("instead") || Words.isStop(key);
  }

  /** "25 minutes instead of nine hours" has its words from two places. */
  boolean isSetBeside(int i) {
    return said(i).number()
        && claim.tokens().subList(Math.max(0, i - 2), i).stream().anyMatch(Span::isInstead);
  }

  /** How alike the words beside are; that both begin or end a sentence says nothing alone. */
  double likeness(int i, int j) {
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

  /** The same, by words that do not stand beside anything. */
  double telling(int i, int j) {
    double telling = 0;
    for (int d = 1; d <= WINDOW; d++) {
      String left = left(claim, i, d);
      String right = right(claim, i, d);
      telling += isGrammar(left) ? 0 : side(left, j, d, true);
      telling += isGrammar(right) ? 0 : side(right, j, d, false);
    }
    return telling;
  }

  /** A word at its distance counts whole, one step off half; the farther, the less. */
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
  boolean isTurned(Token token, int rival) {
    String key = there(rival).key();
    return claim.places(key).size() >= source.places(key).size()
        && own(token).anyMatch(own -> inOneList(own, rival));
  }

  private boolean inOneList(int one, int two) {
    int from = Math.min(one, two) + 1;
    int to = Math.max(one, two);
    return to - from <= LONGEST_LIST
        && source.tokens().subList(from, Math.max(from, to)).stream()
            .allMatch(t -> LIST_WORDS.contains(t.low()) || t.number() || t.name() || t.fresh());
  }
}
