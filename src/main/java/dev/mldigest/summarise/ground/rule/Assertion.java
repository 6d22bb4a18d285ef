package dev.mldigest.summarise.ground.rule;

import dev.mldigest.summarise.ground.span.Span;

/**
 * What is said.
 *
 * @param text as written
 * @param quote said to stand verbatim in the basis; empty where nothing is quoted
 * @param span its words; of a headline, with capitals only where the basis has them
 */
public record Assertion(String text, String quote, Span span) {
  public static Assertion of(String text) {
    return new Assertion(text, "", new Span(text));
  }

  public static Assertion of(String text, String quote) {
    return new Assertion(text, quote, new Span(text));
  }
}
