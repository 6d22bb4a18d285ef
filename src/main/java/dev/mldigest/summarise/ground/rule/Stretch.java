package dev.mldigest.summarise.ground.rule;

import dev.mldigest.summarise.ground.span.Clauses;
import dev.mldigest.summarise.ground.span.Opposites;
import dev.mldigest.summarise.ground.span.Span;
import dev.mldigest.summarise.ground.span.Token;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A stretch of the basis that says one thing: a sentence, or its part up to a semicolon.
 *
 * @param span its words
 */
public record Stretch(Span span) {
  /** Of four words of a clause three stand there: it says what the clause says. */
  private static final double NEARLY_ALL = 0.75;

  public static List<Stretch> of(Basis basis) {
    return basis.sentences().stream()
        .flatMap(sentence -> Arrays.stream(sentence.split(";")))
        .map(part -> new Stretch(new Span(part)))
        .toList();
  }

  /** Of each clause of the assertion the stretch that has most of its words. */
  public static List<Stretch> saying(Assertion said, Basis basis) {
    List<Stretch> all = of(basis);
    return clauses(said)
        .filter(told -> !told.isEmpty())
        .map(told ->
            Collections.max(
                all, Comparator.comparingDouble((Stretch stretch) -> stretch.share(told))))
        .distinct()
        .toList();
  }

  /** The clauses of an assertion, of each the words that say something. */
  public static Stream<List<Token>> clauses(Assertion said) {
    return Clauses.of(said.span()).stream().map(Stretch::told);
  }

  /** Words of content and numbers. */
  public static List<Token> told(Collection<Token> tokens) {
    return tokens.stream().filter(token -> token.isContent() || token.number()).toList();
  }

  public boolean carries(List<Token> told) {
    return share(told) >= NEARLY_ALL;
  }

  /** Which part of the words stands here, in these or like words. */
  public double share(List<Token> told) {
    return told.isEmpty() ? 0 : (double) told.stream().filter(this::has).count() / told.size();
  }

  public boolean has(Token token) {
    return token.number() ? span.has(token.key()) : Opposites.KNOWN.knows(span, token);
  }
}
