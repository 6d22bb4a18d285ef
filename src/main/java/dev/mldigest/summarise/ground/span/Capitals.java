package dev.mldigest.summarise.ground.span;

import dev.mldigest.text.Texts;
import dev.mldigest.text.WordList;
import dev.mldigest.text.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a capital says in a line. Where every word has one, as in a headline, it says nothing: then
 * a word is a name unless {@code ordinary.txt} lists it.
 */
public final class Capitals {
  /**
   * From this share of capitals on, words other than names have them too. Chosen by hand between a
   * sentence's few and a headline's nearly all.
   */
  private static final double TITLE_CASE = 0.6;

  private static final Set<String> ORDINARY = ordinary();

  private Capitals() {}

  /** A headline as a sentence would have it: capitals only where the source has them. */
  public static Span lowered(Span source, String text) {
    Span written = new Span(text);
    return isTitled(written.tokens()) ? new Span(lowCase(source, text)) : written;
  }

  private static String lowCase(Span source, String text) {
    String folded = Texts.folded(text);
    StringBuilder out = new StringBuilder(folded);
    int at = 0;
    for (Token token : new Span(folded).tokens()) {
      at = folded.indexOf(token.text(), at);
      if (at < 0) {
        break;
      }
      if (!token.number() && !isSpeltOddly(token.text()) && !source.names(token.key())) {
        out.replace(at, at + token.low().length(), token.low());
      }
      at += token.text().length();
    }
    return out.toString();
  }

  /** The words of a line that name something. */
  public static List<Token> names(String text) {
    List<Token> tokens = new Span(text).tokens();
    boolean titled = isTitled(tokens);
    return tokens.stream()
        .filter(token -> !token.number() && (token.isContent() || token.name()))
        .filter(token -> isName(token, titled))
        .toList();
  }

  private static boolean isName(Token token, boolean titled) {
    return (token.name() && !titled)
        || isSpeltOddly(token.text())
        || (isCapital(token) && (titled || token.opening()) && !ORDINARY.contains(token.key()));
  }

  /** Digits or capitals inside: a name whatever stands around it. */
  private static boolean isSpeltOddly(String word) {
    return word.chars().skip(1).anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
  }

  private static boolean isTitled(List<Token> tokens) {
    List<Token> words = tokens.stream().filter(t -> t.isContent() && !t.opening()).toList();
    return words.stream().filter(Capitals::isCapital).count() >= TITLE_CASE * words.size();
  }

  private static boolean isCapital(Token token) {
    return Character.isUpperCase(token.text().charAt(0));
  }

  private static Set<String> ordinary() {
    Set<String> stems = new HashSet<>();
    for (String word : WordList.read("/summarise/ordinary.txt").words()) {
      stems.add(Words.root(word.toLowerCase(Locale.ROOT)));
    }
    return Set.copyOf(stems);
  }
}
