package dev.mldigest.summarise.ground;

import dev.mldigest.text.Texts;
import dev.mldigest.text.WordList;
import dev.mldigest.text.Words;
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
final class ClaimSupport {
  private static final double MOST_NOVELTY = 0.34;

  /** From this share of capitals on, words other than names have them too. */
  private static final double TITLE_CASE = 0.6;

  private static final Set<String> ORDINARY = ordinary();

  private final Opposites directions;

  ClaimSupport(Opposites directions) {
    this.directions = directions;
  }

  List<Finding> findings(List<String> claims, String text) {
    Groundedness.Findings findings = new Groundedness.Findings(text);
    Span source = new Span(String.join("\n", claims));
    boolean titled = isTitled(new Span(text).tokens());
    names(source, text, titled, findings);
    Span span = new Span(titled ? lowered(source, text) : text);
    numbers(source, span, findings);
    directions(source, span, findings);
    negations(source, span, findings);
    novelty(source, span, findings);
    new Negations(source, span).check(findings);
    new WordPositions(source, span, directions).check(findings);
    return findings.all();
  }

  private static void names(
      Span source, String text, boolean titled, Groundedness.Findings findings) {
    for (Token token : new Span(text).tokens()) {
      boolean says = token.isContent() || token.name();
      boolean named = says && !token.number() && isName(token, titled);
      if (named && !source.inflects(token.key())) {
        findings.add("name", "'%s' is not in the claims.".formatted(token.text()));
      }
    }
  }

  private static void numbers(Span source, Span span, Groundedness.Findings findings) {
    for (Token token : span.tokens()) {
      if (token.number() && !source.has(token.key())) {
        findings.add("number", "'%s' is not in the claims.".formatted(token.text()));
      }
    }
  }

  private void directions(Span source, Span span, Groundedness.Findings findings) {
    for (Token token : span.tokens()) {
      if (directions.contradicts(token.key(), source.keys())) {
        findings.add("direction", "The claims say the contrary of '%s'.".formatted(token.text()));
      }
    }
  }

  private static void negations(Span source, Span span, Groundedness.Findings findings) {
    if (span.negations() > source.negations()) {
      findings.add("negation", "It negates what the claims do not.");
    }
    for (Token token : span.tokens()) {
      if (token.isContent() && source.onlyNegated(token.key()) && span.onlyPlain(token.key())) {
        findings.add("negation", "'%s' is negated in the claims.".formatted(token.text()));
      }
    }
  }

  private void novelty(Span source, Span span, Groundedness.Findings findings) {
    List<Token> content = span.tokens().stream().filter(Token::isContent).toList();
    long novel = content.stream().filter(token -> !directions.knows(source, token)).count();
    if (novel > MOST_NOVELTY * content.size()) {
      findings.add(
          "novelty", "%d of its %d words are not in the claims.".formatted(novel, content.size()));
    }
  }

  /** A headline as a sentence would have it: capitals only where the claims have them. */
  private static String lowered(Span source, String text) {
    String folded = Texts.folded(text);
    StringBuilder out = new StringBuilder(folded);
    int at = 0;
    for (Token token : new Span(folded).tokens()) {
      at = folded.indexOf(token.text(), at);
      if (at < 0) {
        break;
      }
      if (!token.number() && !isSpeltOddly(token.text()) && !source.names(token.key())) {
        String low = token.text().toLowerCase(Locale.ROOT);
        out.replace(at, at + low.length(), low);
      }
      at += token.text().length();
    }
    return out.toString();
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
    for (String word : WordList.read("/summarise/ordinary.txt").words()) {
      stems.add(Words.stem(word.toLowerCase(Locale.ROOT)));
    }
    return Set.copyOf(stems);
  }
}
