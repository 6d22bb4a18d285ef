package dev.mldigest.summarise.ground;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds a negation that was put in or left out: what a negation turns around is told by the word
 * that follows it. Counting alone misses it where a span negates one thing and says another.
 */
final class Negations {
  /** How many words before, and after, a word a negation of it may stand. */
  private static final int REACH = 3;

  private static final int MOST_PLACES = 20;

  /** Verbs that come and go with a negation. */
  private static final Set<String> CARRIERS = Set.of("do", "does", "did", "to");

  private final Span source;
  private final Span claim;

  Negations(Span source, Span claim) {
    this.source = source;
    this.claim = claim;
  }

  void check(Groundedness.Findings findings) {
    claim.negationPlaces(MOST_PLACES).forEach(i -> added(i, findings));
    source.negationPlaces(MOST_PLACES).forEach(j -> dropped(j, findings));
  }

  /** The claim negates a word that the source has, and nowhere negates. */
  private void added(int i, Groundedness.Findings findings) {
    Token next = after(claim, i);
    if (next == null) {
      return;
    }
    List<Integer> places = source.places(next.key());
    if (!places.isEmpty()
        && places.stream().limit(MOST_PLACES).noneMatch(j -> isNegated(source, j, REACH + 1))) {
      findings.add("negation", "The cited sentences do not negate '%s'.".formatted(next.text()));
    }
  }

  /** The claim says plainly, after the same word, what the source negates there. */
  private void dropped(int j, Groundedness.Findings findings) {
    Token next = after(source, j);
    if (next == null) {
      return;
    }
    for (int i : claim.places(next.key()).stream().limit(MOST_PLACES).toList()) {
      String before = before(claim, i);
      if (!isNegated(claim, i, REACH)
          && (before.equals(before(source, j)) || before.isEmpty())
          && source.places(next.key()).stream()
              .limit(MOST_PLACES)
              .noneMatch(k -> !isNegated(source, k, 2) && before.equals(before(source, k)))) {
        findings.add("negation", "'%s' is negated in the cited sentences.".formatted(next.text()));
      }
    }
  }

  private static @Nullable Token after(Span span, int at) {
    List<Token> tokens = span.tokens();
    for (int k = at + 1; k < Math.min(tokens.size(), at + 4); k++) {
      Token token = tokens.get(k);
      boolean carries = CARRIERS.contains(token.text().toLowerCase(Locale.ROOT));
      if (!carries && (token.isContent() || token.number())) {
        return token;
      }
    }
    return null;
  }

  /** The word before, a carrier not counted; empty at the front. */
  private static String before(Span span, int at) {
    int k = at - 1;
    while (k >= 0 && CARRIERS.contains(span.tokens().get(k).text().toLowerCase(Locale.ROOT))) {
      k--;
    }
    return k < 0 ? "" : span.tokens().get(k).key();
  }

  private static boolean isNegated(Span span, int at, int reach) {
    List<Token> tokens = span.tokens();
    for (int k = Math.max(0, at - reach); k < Math.min(tokens.size(), at + reach); k++) {
      if (Span.isNegation(tokens.get(k))) {
        return true;
      }
    }
    return false;
  }
}
