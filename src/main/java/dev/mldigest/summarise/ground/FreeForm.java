package dev.mldigest.summarise.ground;

import dev.mldigest.text.Sentences;
import dev.mldigest.text.WordList;
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

  private static final Set<String> REFUSING =
      Set.copyOf(WordList.read("/summarise/doubts.txt").lines());

  private final Opposites directions;

  FreeForm(Opposites directions) {
    this.directions = directions;
  }

  Verdict check(String document, String summary) {
    List<Finding> findings =
        doubts(document, summary).stream()
            .filter(finding -> REFUSING.contains(finding.kind()))
            .distinct()
            .toList();
    return new Verdict(findings.isEmpty(), 1.0 / (1 + findings.size()), findings);
  }

  /** Everything that may speak against the summary, the weak doubts too. */
  List<Finding> doubts(String document, String summary) {
    List<Span> sentences = Sentences.of(document).stream().map(Span::new).toList();
    Span whole = new Span(document);
    Doubts doubts = new Doubts(directions, whole);
    for (String text : Sentences.of(summary).stream().limit(MOST_SENTENCES).toList()) {
      doubts.look(text, beside(new Span(text), sentences, whole));
    }
    return doubts.all();
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
