package dev.mldigest.summarise.ground;

import dev.mldigest.summarise.ground.rule.Basis;
import dev.mldigest.summarise.ground.span.Span;
import dev.mldigest.summarise.ground.span.Token;
import dev.mldigest.text.Sentences;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A document beside which a text without citations is laid: for each of its sentences, the
 * document's sentences that share most words with it, rare words counting more. Time grows with the
 * product of both lengths.
 */
final class LikestSentences {
  /** What a summary's sentence says stands in one to four sentences, as a claim's citations do. */
  private static final int BESIDE = 4;

  private final List<String> document;
  private final List<Span> sentences;
  private final Span whole;

  LikestSentences(String document) {
    this.document = Sentences.of(document);
    sentences = this.document.stream().map(Span::new).toList();
    whole = new Span(document);
  }

  Basis of(Span claim) {
    Set<String> keys =
        claim.tokens().stream()
            .filter(token -> token.isContent() || token.number())
            .map(Token::key)
            .collect(Collectors.toSet());
    double[] shared = sentences.stream().mapToDouble(sentence -> shared(keys, sentence)).toArray();
    List<Span> beside =
        IntStream.range(0, shared.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -shared[i]))
            .limit(BESIDE)
            .map(sentences::get)
            .toList();
    return Basis.source(document, whole, beside);
  }

  private double shared(Set<String> keys, Span sentence) {
    return keys.stream()
        .filter(sentence::has)
        .mapToDouble(key -> 1.0 / (1 + whole.places(key).size()))
        .sum();
  }
}
