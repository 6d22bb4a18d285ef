package dev.mldigest.summarise.ground.span;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The short and the long way to write one name, of which a summary and its source take one each.
 */
public final class ShortForms {
  private static final String QUARTER = Token.root("quarter");

  /** What a quarter of the year is called before the word, as {@link Token} has it. */
  private static final List<String> ORDINALS =
      List.of(Token.root("first"), Token.root("second"), "3", "4");

  /** "Third fiscal quarter": one word may stand between. */
  private static final int TO_QUARTER = 2;

  /** Any long text has two words that begin like "AI"; more than five letters are a word. */
  private static final String LETTERS = "[A-Za-z]{3,5}";

  private ShortForms() {}

  /** True if the span says "third quarter", or "3Q", where the word is "Q3". */
  public static boolean isQuarterOf(Span span, String word) {
    if (!word.matches("Q[1-4]|[1-4]Q")) {
      return false;
    }
    char digit = word.charAt(word.charAt(0) == 'Q' ? 1 : 0);
    return span.has("q" + digit)
        || span.has(digit + "q")
        || span.places(ORDINALS.get(digit - '1')).stream()
            .anyMatch(at -> saysQuarter(span.tokens(), at + 1));
  }

  private static boolean saysQuarter(List<Token> tokens, int from) {
    return tokens.subList(from, Math.min(tokens.size(), from + TO_QUARTER)).stream()
        .anyMatch(token -> token.key().equals(QUARTER));
  }

  /** True if words that follow each other in the span begin with the word's letters: "YoY". */
  public static boolean isSpeltOut(Span span, String word) {
    return word.matches(LETTERS)
        && word.chars().filter(Character::isUpperCase).count() > 1
        && IntStream.rangeClosed(0, span.tokens().size() - word.length())
            .anyMatch(from ->
                initials(span.tokens().subList(from, from + word.length()))
                    .equals(word.toLowerCase(Locale.ROOT)));
  }

  private static String initials(List<Token> tokens) {
    StringBuilder letters = new StringBuilder();
    tokens.forEach(token -> letters.append(Character.toLowerCase(token.text().charAt(0))));
    return letters.toString();
  }
}
