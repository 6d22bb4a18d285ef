package dev.mldigest.extract.formula;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The formulas that stand in running text between the delimiters of TeX, for a script of the page
 * to draw: {@code \\(…\\)}, {@code \\[…\\]}, {@code $$…$$}, and {@code $…$} where money cannot be
 * meant. Linear: each closing delimiter is looked for once.
 */
public final class TexSpans {
  /** Characters of a formula that somebody might still read: a page of print. */
  static final int LONGEST = 4000;

  /** Between two prices may stand a paragraph; a formula within a line is shorter. */
  private static final int LONGEST_IN_DOLLARS = 300;

  /**
   * A formula.
   *
   * @param from where its opening delimiter begins
   * @param to one past its closing delimiter
   * @param tex in dollars
   */
  public record Span(int from, int to, String tex) {}

  private final String text;
  private final List<Span> spans = new ArrayList<>();
  private int round;
  private int square;
  private int dollars;

  private TexSpans(String text) {
    this.text = text;
  }

  public static List<Span> of(String text) {
    if (text.indexOf('\\') < 0 && text.indexOf('$') < 0) {
      return List.of();
    }
    TexSpans spans = new TexSpans(text);
    spans.find();
    return spans.spans;
  }

  private void find() {
    for (int i = 0; i + 1 < text.length(); ) {
      Span span = at(i);
      if (span != null) {
        spans.add(span);
        i = span.to();
      } else {
        // An escaped character opens nothing.
        i += text.charAt(i) == '\\' || text.startsWith("$$", i) ? 2 : 1;
      }
    }
  }

  private @Nullable Span at(int i) {
    if (text.startsWith("\\(", i)) {
      round = closing("\\)", round, i + 2);
      return span(i, round, false);
    }
    if (text.startsWith("\\[", i)) {
      square = closing("\\]", square, i + 2);
      return span(i, square, true);
    }
    if (text.startsWith("$$", i)) {
      dollars = closing("$$", dollars, i + 2);
      return span(i, dollars, true);
    }
    return text.charAt(i) == '$' ? inDollars(i) : null;
  }

  /** The next closing delimiter, from what was found last. */
  private int closing(String delimiter, int last, int from) {
    if (last < 0 || last >= from) {
      return last;
    }
    return text.indexOf(delimiter, from);
  }

  private @Nullable Span span(int from, int close, boolean display) {
    if (close < 0 || close - from > LONGEST) {
      return null;
    }
    String tex = text.substring(from + 2, close).strip();
    String mark = display ? "$$" : "$";
    return tex.isEmpty() ? null : new Span(from, close + 2, mark + tex + mark);
  }

  /** By Pandoc's rule, and only if it is a letter or holds what prose does not. */
  private @Nullable Span inDollars(int from) {
    int most = Math.min(text.length(), from + LONGEST_IN_DOLLARS);
    int close = from + 1;
    boolean signs = false;
    while (close < most && text.charAt(close) != '$') {
      char c = text.charAt(close);
      signs |= c == '\\' || c == '^' || c == '_';
      close += c == '\\' ? 2 : 1;
    }
    if (close >= most || close == from + 1) {
      return null;
    }
    boolean letter = close == from + 2 && Character.isLetter(text.charAt(from + 1));
    boolean tight =
        !Character.isWhitespace(text.charAt(from + 1))
            && !Character.isWhitespace(text.charAt(close - 1));
    boolean digit = close + 1 < text.length() && Character.isDigit(text.charAt(close + 1));
    return (letter || signs) && tight && !digit
        ? new Span(from, close + 1, text.substring(from, close + 1))
        : null;
  }
}
