package dev.mldigest.extract.block;

import dev.mldigest.extract.formula.TexSpans;
import dev.mldigest.text.TextLength;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The line being read, as plain text with the marks of Markdown beside it: white space folded,
 * characters nobody sees left out, links and inline code marked, and all that Markdown could
 * misread escaped.
 */
final class Inline {
  private final StringBuilder text = new StringBuilder();

  private final LineMarks marks = new LineMarks(new PageLinks());
  private int linked;
  private int verbatim;

  /** Whether a character was written that may stand for more than one letter. */
  private boolean foreign;

  private boolean space;
  private boolean broken;
  private boolean seam;
  private boolean inCode;
  private int openLinks;

  /** Adds text of the page: white space is folded, formulas between delimiters stay as they are. */
  void add(String raw) {
    add(raw, true);
  }

  /**
   * @param formulas whether it has a sign with which a formula may begin
   */
  void add(String raw, boolean formulas) {
    int at = 0;
    for (TexSpans.Span formula :
        inCode || !formulas ? List.<TexSpans.Span>of() : TexSpans.of(raw)) {
      addText(raw, at, formula.from());
      addVerbatim(formula.tex());
      at = formula.to();
    }
    addText(raw, at, raw.length());
  }

  private void addText(String raw, int from, int to) {
    for (int i = from; i < to; ) {
      int plain = InlineChars.plainEnd(raw, i, to);
      if (plain > i) {
        put(raw, i, plain);
        i = plain;
        continue;
      }
      if (raw.charAt(i) <= ' ') {
        space = true;
        i++;
        continue;
      }
      int c = raw.codePointAt(i);
      i += Character.charCount(c);
      if (InlineChars.isBetweenThousands(raw, i - 1, to)) {
        put(0xa0);
      } else if (InlineChars.isBlank(c)) {
        space = true;
      } else if (!InlineChars.isInvisible(c)) {
        put(c);
      }
    }
  }

  private void put(String raw, int from, int to) {
    part(raw.charAt(from));
    gap();
    text.append(raw, from, to);
    linked += openLinks > 0 ? to - from : 0;
  }

  /** A digit behind a seam begins another number. */
  private void part(int c) {
    space |= seam && Character.isDigit(c) && endsInDigit();
    seam = false;
  }

  private boolean endsInDigit() {
    return !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1));
  }

  /** What comes next is the lower half of a fraction whose bar the page draws. */
  void fraction() {
    if (endsInDigit()) {
      add("/");
    }
  }

  /** Whether what comes next would stand right behind a word. */
  boolean isAmidWord() {
    return !space && !text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1));
  }

  /** From here on a digit is no further digit of the number before. */
  void seam() {
    seam = true;
  }

  /** What comes next stands right behind the last word. */
  void glue() {
    space = false;
  }

  private void gap() {
    if (space && !text.isEmpty()) {
      text.append(' ');
      linked += openLinks > 0 ? 1 : 0;
    }
    space = false;
    broken = false;
  }

  /** Writes the blank that is due, so that what follows stands behind it. */
  private void startWord() {
    if (space && !text.isEmpty()) {
      text.append(' ');
    }
    space = false;
  }

  private void put(int c) {
    part(c);
    gap();
    linked += openLinks > 0 ? letters(c) : 0;
    if (inCode && c == '`') {
      marks.apostrophe(text.length());
    } else if (!inCode && InlineChars.needsEscape(c)) {
      marks.escape(text.length());
    }
    foreign |= c >= 0x80;
    text.appendCodePoint(c);
  }

  private static int letters(int c) {
    return Character.isBmpCodePoint(c)
        ? TextLength.letters((char) c)
        : TextLength.letters(Character.toString(c));
  }

  LineEnd end() {
    LineEnd end = LineEnd.of(text);
    return space ? end.withBlank() : end;
  }

  /** A formula, in which nothing is folded or escaped. */
  void addVerbatim(String formula) {
    startWord();
    broken = false;
    text.append(formula);
    foreign = true;
    verbatim += formula.length();
  }

  void space() {
    space = true;
  }

  /** Returns whether this is the second break in a row: the end of a paragraph. */
  boolean lineBreak() {
    boolean second = broken;
    broken = true;
    space = true;
    return second;
  }

  void openLink() {
    openLinks++;
    startWord();
    marks.dropLink();
    if (!inCode) {
      marks.openLink(text.length());
    }
  }

  /**
   * @param href the address of the link, as it is spelt
   */
  void closeLink(Element a, String href) {
    openLinks--;
    marks.closeLink(text.length(), a, href);
  }

  void openCode() {
    if (!inCode) {
      startWord();
      marks.openCode(text.length());
      inCode = true;
    }
  }

  void closeCode() {
    if (inCode) {
      inCode = false;
      marks.closeCode(text.length());
    }
  }

  /** Ends the line; null if there is nothing on it. */
  @Nullable Block take(Block.Kind kind, int container) {
    closeCode();
    marks.dropLink();
    String line = text.toString();
    LineMarks own = marks.take();
    int letters = foreign ? TextLength.letters(line) : line.length();
    Block block = line.isBlank() ? null : new Block(kind, container, line, letters, own, linked);
    if (block != null) {
      block.formula = verbatim == line.length();
    }
    text.setLength(0);
    linked = 0;
    verbatim = 0;
    foreign = false;
    space = false;
    seam = false;
    broken = false;
    return block;
  }
}
