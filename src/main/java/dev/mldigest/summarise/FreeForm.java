package dev.mldigest.summarise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Holds a text without citations against a whole document: each of its sentences is laid beside the
 * document's sentences that share most words with it. Time grows with the product of both lengths,
 * so the summary is cut at {@value #MOST_SENTENCES} sentences.
 */
final class FreeForm {
  private static final int MOST_SENTENCES = 40;
  private static final int BESIDE = 4;

  private final Directions directions;

  FreeForm(Directions directions) {
    this.directions = directions;
  }

  Verdict check(String document, String summary) {
    List<Span> sentences = Sentences.of(document).stream().map(Span::new).toList();
    Span whole = new Span(document);
    List<Finding> all = new ArrayList<>();
    for (String text : Sentences.of(summary).stream().limit(MOST_SENTENCES).toList()) {
      Groundedness.Findings findings = new Groundedness.Findings(text);
      compare(new Span(text), whole, sentences, findings);
      all.addAll(findings.all());
    }
    return new Verdict(all.isEmpty(), 1.0 / (1 + all.size()), all);
  }

  private void compare(
      Span claim, Span whole, List<Span> sentences, Groundedness.Findings findings) {
    List<Span> beside = beside(claim, sentences, whole);
    Set<String> near = new HashSet<>();
    beside.forEach(span -> near.addAll(span.keys()));
    boolean negated = beside.stream().anyMatch(Span::negates);
    for (Token token : claim.tokens()) {
      if (token.number() && !whole.has(token.key())) {
        findings.add("number", "'%s' is not in the source.".formatted(token.text()));
      } else if (token.name() && !whole.has(token.key())) {
        findings.add("name", "'%s' is not in the source.".formatted(token.text()));
      } else if (directions.contradicts(token.key(), near) && !whole.has(token.key())) {
        findings.add("direction", "The source says the contrary of '%s'.".formatted(token.text()));
      }
    }
    if (claim.negates() && !negated) {
      findings.add("negation", "It negates what the source does not.");
    }
  }

  /** The sentences that share most words with the claim, rare words counting more. */
  private static List<Span> beside(Span claim, List<Span> sentences, Span whole) {
    Set<String> keys = new HashSet<>();
    claim.tokens().stream()
        .filter(t -> t.isContent() || t.number())
        .forEach(t -> keys.add(t.key()));
    double[] shared = new double[sentences.size()];
    for (int i = 0; i < shared.length; i++) {
      for (String key : keys) {
        shared[i] += sentences.get(i).has(key) ? 1.0 / (1 + whole.places(key).size()) : 0;
      }
    }
    return IntStream.range(0, shared.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -shared[i]))
        .limit(BESIDE)
        .map(sentences::get)
        .toList();
  }
}
