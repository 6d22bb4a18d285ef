package dev.mldigest.summarise;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How far a model's claim may depart from the words it cites. {@link Groundedness} judges any text;
 * a model is held to more, because a claim that is dropped costs a sentence and an invented one is
 * mailed to thousands: one sentence, few new words, no new unit, no new certainty, and a comparison
 * in the source's own order.
 */
final class Rewording {
  private static final double MOST_NOVELTY = 0.25;
  private static final int MOST_NOVEL_WORDS = 3;

  private static final Set<String> HEDGES = WordList.read("hedges.txt").all();
  private static final Set<String> ABSOLUTES = WordList.read("absolutes.txt").all();
  private static final Set<String> COMPARISONS = WordList.read("comparisons.txt").all();

  private Rewording() {}

  /** What speaks against the claim, given the sentences it cites. */
  static List<Finding> findings(List<String> cited, String claim) {
    List<Finding> findings = new ArrayList<>();
    Span source = new Span(String.join("\n", cited));
    Span claimed = new Span(claim);
    if (Sentences.of(claim).size() > 1) {
      findings.add(new Finding("form", claim, "A claim is more than one sentence."));
    }
    novelty(source, claimed, claim, findings);
    opening(source, claimed, claim, findings);
    units(source, claimed, claim, findings);
    certainty(source, claimed, claim, findings);
    comparison(source, claimed, claim, findings);
    return findings;
  }

  private static void novelty(Span source, Span claimed, String claim, List<Finding> findings) {
    List<Token> content = claimed.tokens().stream().filter(Token::isContent).toList();
    long novel = content.stream().filter(token -> !source.knows(token.key())).count();
    if (novel > MOST_NOVEL_WORDS || novel > MOST_NOVELTY * content.size()) {
      findings.add(
          new Finding(
              "novelty",
              claim,
              novel + " of its " + content.size() + " words are not in the cited sentences."));
    }
  }

  /** A capital at the front may be a name: then it must be one that the cited sentences know. */
  private static void opening(Span source, Span claimed, String claim, List<Finding> findings) {
    for (Token token : claimed.tokens()) {
      if (token.opening() && token.isContent() && !source.knows(token.key())) {
        findings.add(
            new Finding("name", claim, "'" + token.text() + "' is not in the cited sentences."));
      }
    }
  }

  private static void units(Span source, Span claimed, String claim, List<Finding> findings) {
    List<Token> tokens = claimed.tokens();
    for (int i = 0; i + 1 < tokens.size(); i++) {
      Token unit = tokens.get(i + 1);
      boolean counts = tokens.get(i).number() && unit.isContent() && !unit.fresh();
      if (counts && !source.knows(unit.key())) {
        findings.add(
            new Finding("unit", claim, "'" + unit.text() + "' is not in the cited sentences."));
      }
    }
  }

  /** What may be, or is planned, is not what is. */
  private static void certainty(Span source, Span claimed, String claim, List<Finding> findings) {
    if (hasAny(source, HEDGES) && !hasAny(claimed, HEDGES)) {
      findings.add(
          new Finding("certainty", claim, "The cited sentences are less sure than the claim."));
    }
    for (Token token : claimed.tokens()) {
      String word = token.text().toLowerCase(java.util.Locale.ROOT);
      if (ABSOLUTES.contains(word) && !source.has(token.key())) {
        findings.add(
            new Finding("certainty", claim, "The cited sentences do not say '" + word + "'."));
      }
    }
  }

  private static boolean hasAny(Span span, Set<String> words) {
    return span.tokens().stream()
        .anyMatch(token -> words.contains(token.text().toLowerCase(java.util.Locale.ROOT)));
  }

  /** "A beats B" and "B beats A" have the same words. */
  private static void comparison(Span source, Span claimed, String claim, List<Finding> findings) {
    if (!hasAny(claimed, COMPARISONS)) {
      return;
    }
    List<String> order = source.tokens().stream().map(Token::key).toList();
    int at = 0;
    for (Token token : claimed.tokens()) {
      if (!token.isContent() || !source.has(token.key())) {
        continue;
      }
      int next = order.subList(at, order.size()).indexOf(token.key());
      if (next < 0) {
        findings.add(
            new Finding(
                "order", claim, "'" + token.text() + "' stands elsewhere in the comparison."));
        return;
      }
      at += next + 1;
    }
  }
}
