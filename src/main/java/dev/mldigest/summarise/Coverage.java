package dev.mldigest.summarise;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Holds a short text that cites nothing (headline, introduction, subject line) against the claims
 * that it was written from: every number, name, negation and direction word must be theirs, and
 * little may be new.
 *
 * <p>Where every word has a capital, as in a headline, a capital says nothing: then a word that the
 * claims do not have is a name unless {@code ordinary.txt} lists it. Linear in the text's length.
 */
final class Coverage {
  private static final double MOST_NOVELTY = 0.34;

  /** From this share of capitals on, words other than names have them too. */
  private static final double TITLE_CASE = 0.6;

  private static final Set<String> ORDINARY = ordinary();

  private final Directions directions;

  Coverage(Directions directions) {
    this.directions = directions;
  }

  List<Finding> findings(List<String> claims, String text) {
    Groundedness.Findings findings = new Groundedness.Findings(text);
    Span source = new Span(String.join("\n", claims));
    Span span = new Span(text);
    boolean titled = isTitled(span.tokens());
    List<Token> novel = new ArrayList<>();
    int content = 0;
    for (Token token : span.tokens()) {
      if (token.number()) {
        if (!source.has(token.key())) {
          findings.add("number", "'%s' is not in the claims.".formatted(token.text()));
        }
        continue;
      }
      if (directions.contradicts(token.key(), source.keys())) {
        findings.add("direction", "The claims say the contrary of '%s'.".formatted(token.text()));
      }
      if (!token.isContent()) {
        continue;
      }
      content++;
      if (isName(token, titled) && !source.inflects(token.key())) {
        findings.add("name", "'%s' is not in the claims.".formatted(token.text()));
      } else if (!source.knows(token.key())) {
        novel.add(token);
      }
    }
    if (span.negations() > source.negations()) {
      findings.add("negation", "It negates what the claims do not.");
    }
    for (Token token : span.tokens()) {
      if (token.isContent() && source.onlyNegated(token.key()) && span.onlyPlain(token.key())) {
        findings.add("negation", "'%s' is negated in the claims.".formatted(token.text()));
      }
    }
    if (novel.size() > MOST_NOVELTY * content) {
      findings.add(
          "novelty", "%d of its %d words are not in the claims.".formatted(novel.size(), content));
    }
    return findings.all();
  }

  private static boolean isName(Token token, boolean titled) {
    boolean capital = Character.isUpperCase(token.text().charAt(0));
    boolean says = token.name() && !titled;
    return says
        || isSpeltOddly(token.text())
        || (capital && (titled || token.opening()) && !ORDINARY.contains(token.key()));
  }

  /** Digits or capitals inside: a name whatever stands around it. */
  private static boolean isSpeltOddly(String word) {
    return word.chars().skip(1).anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
  }

  private static boolean isTitled(List<Token> tokens) {
    List<Token> words = tokens.stream().filter(t -> t.isContent() && !t.opening()).toList();
    long capitals = words.stream().filter(t -> Character.isUpperCase(t.text().charAt(0))).count();
    return capitals >= TITLE_CASE * words.size();
  }

  private static Set<String> ordinary() {
    Set<String> stems = new HashSet<>();
    for (String word : WordList.read("ordinary.txt").all()) {
      stems.add(Words.stem(word.toLowerCase(Locale.ROOT)));
    }
    return Set.copyOf(stems);
  }
}
