package dev.mldigest.summarise.ground.rule;

import dev.mldigest.summarise.ground.span.Abbreviations;
import dev.mldigest.summarise.ground.span.Opposites;
import dev.mldigest.summarise.ground.span.Span;
import dev.mldigest.summarise.ground.span.Token;
import java.util.List;

/**
 * What an assertion is to rest on.
 *
 * @param called as findings name it, plural or not
 * @param sentences the cited sentences, the claims, or the whole document
 * @param span their words
 * @param document every sentence of the text that they are of
 * @param heading the title, from which names may come
 * @param heading the title, from which names may come
 * @param abbreviations what the text abbreviates
 * @param beside the sentences most like the assertion, the likest first; none where some are cited
 */
public record Basis(
    String called,
    List<String> sentences,
    Span span,
    List<String> document,
    List<Span> beside,
    Span heading,
    Abbreviations abbreviations) {
  private static final Span NO_HEADING = new Span("");

  public Basis {
    sentences = List.copyOf(sentences);
    document = List.copyOf(document);
    beside = List.copyOf(beside);
  }

  /** Sentences of a document that a claim cites. */
  public static Basis cited(List<String> cited, List<String> document) {
    return new Basis(
        "cited sentences",
        cited,
        joined(cited),
        document,
        List.of(),
        NO_HEADING,
        Abbreviations.of(document));
  }

  /** Under a title. */
  public Basis headed(String title) {
    return new Basis(called, sentences, span, document, beside, new Span(title), abbreviations);
  }

  /** Claims that a line is written from. */
  public static Basis claims(List<String> claims) {
    return new Basis(
        "claims", claims, joined(claims), claims, List.of(), NO_HEADING, Abbreviations.of(claims));
  }

  /** A whole document, of which some sentences are like the assertion. */
  public static Basis source(List<String> document, Span whole, List<Span> beside) {
    return new Basis(
        "source", document, whole, document, beside, NO_HEADING, Abbreviations.of(List.of()));
  }

  private static Span joined(List<String> sentences) {
    return new Span(String.join("\n", sentences));
  }

  public boolean has(Token token) {
    return span.has(token.key()) || abbreviations.knows(span, token);
  }

  /** True if the word is there, one that begins like it, or one that says much the same. */
  public boolean knows(Token token) {
    return Opposites.KNOWN.knows(span, token) || abbreviations.knows(span, token);
  }

  /** True if the title names it. */
  public boolean isInHeading(Token token) {
    return heading.has(token.key());
  }
}
