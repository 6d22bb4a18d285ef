package dev.mldigest.extract.block;

import dev.mldigest.extract.formula.TexSpans;
import dev.mldigest.extract.page.Tags;
import dev.mldigest.text.TextLength;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The line being read, as plain text and as Markdown at once: white space folded, characters nobody
 * sees left out, links and inline code marked, and all that Markdown could misread escaped.
 */
public final class Inline {
  private static final boolean[] PLAIN = plain();
  private static final int LOOK_BACK = 16;

  private final StringBuilder text = new StringBuilder();

  /** The same in Markdown, once it is not the same. */
  private final StringBuilder markdown = new StringBuilder();

  private final StringBuilder code = new StringBuilder();
  private final PageLinks links = new PageLinks();
  private int linked;
  private int verbatim;
  private boolean space;
  private boolean broken;
  private boolean seam;
  private boolean inCode;
  private boolean marked;
  private int linkStart = -1;

  public void add(String raw, boolean inLink, boolean verbatim) {
    if (verbatim) {
      addCode(raw);
      return;
    }
    int at = 0;
    for (TexSpans.Span formula : inCode ? List.<TexSpans.Span>of() : TexSpans.of(raw)) {
      addText(raw, at, formula.from(), inLink);
      addVerbatim(formula.tex());
      at = formula.to();
    }
    addText(raw, at, raw.length(), inLink);
  }

  private void addText(String raw, int from, int to, boolean inLink) {
    for (int i = from; i < to; ) {
      int plain = plainEnd(raw, i, to);
      if (plain > i) {
        put(raw, i, plain, inLink);
        i = plain;
        continue;
      }
      int c = raw.codePointAt(i);
      i += Character.charCount(c);
      if (isBetweenThousands(raw, i - 1, to)) {
        put(0xa0, inLink);
      } else if (isBlank(c)) {
        space = true;
      } else if (!isInvisible(c)) {
        put(c, inLink);
      }
    }
  }

  /** A narrow or fixed space before three digits holds one number together. */
  private static boolean isBetweenThousands(String raw, int at, int to) {
    char c = raw.charAt(at);
    if ((c != 0xa0 && c != 0x2007 && c != 0x2009 && c != 0x202f) || at == 0 || at + 3 >= to) {
      return false;
    }
    return Character.isDigit(raw.charAt(at - 1))
        && Character.isDigit(raw.charAt(at + 1))
        && Character.isDigit(raw.charAt(at + 2))
        && Character.isDigit(raw.charAt(at + 3))
        && (at + 4 >= to || !Character.isLetterOrDigit(raw.charAt(at + 4)));
  }

  /** The end of the words from here on that go into the line as they are. */
  private static int plainEnd(String raw, int from, int to) {
    int i = from;
    while (i < to) {
      char c = raw.charAt(i);
      boolean single = c == ' ' && i > from && i + 1 < to && isPlain(raw.charAt(i + 1));
      if (!single && !isPlain(c)) {
        break;
      }
      i++;
    }
    return i;
  }

  private void put(String raw, int from, int to, boolean inLink) {
    part(raw.charAt(from));
    gap(inLink);
    text.append(raw, from, to);
    if (marked) {
      markdown.append(raw, from, to);
    }
    linked += inLink ? to - from : 0;
  }

  /** A digit behind a seam begins another number. */
  private void part(int c) {
    space |= seam && Character.isDigit(c) && endsInDigit();
    seam = false;
  }

  boolean endsInDigit() {
    return !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1));
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

  private void gap(boolean inLink) {
    if (space && !text.isEmpty()) {
      append(" ");
      linked += inLink ? 1 : 0;
    }
    space = false;
    broken = false;
  }

  private void append(String both) {
    text.append(both);
    if (marked) {
      markdown.append(both);
    }
  }

  /** From here on Markdown is another text. */
  private void mark() {
    if (!marked) {
      marked = true;
      markdown.append(text);
    }
  }

  private void put(int c, boolean inLink) {
    part(c);
    gap(inLink);
    linked += inLink ? letters(c) : 0;
    if (needsEscape(c)) {
      mark();
      markdown.append(inCode ? "" : "\\");
    }
    text.appendCodePoint(c);
    if (marked) {
      markdown.appendCodePoint(inCode && c == '`' ? '\'' : c);
    }
  }

  private static int letters(int c) {
    return Character.isBmpCodePoint(c)
        ? TextLength.letters((char) c)
        : TextLength.letters(Character.toString(c));
  }

  private void addCode(String raw) {
    for (int i = 0; i < raw.length(); ) {
      int c = raw.codePointAt(i);
      i += Character.charCount(c);
      if (!isTagCharacter(c)) {
        // Some editors set every blank of code as a no-break space; no compiler reads one.
        code.appendCodePoint(c == 0xa0 ? ' ' : c);
      }
    }
  }

  /** The last characters of the line so far, with the blank that follows, if one does. */
  String before(boolean verbatim) {
    StringBuilder line = verbatim ? code : text;
    String end = line.substring(Math.max(0, line.length() - LOOK_BACK));
    return space && !verbatim && !end.isEmpty() ? end + " " : end;
  }

  void addVerbatim(String formula) {
    if (space && !text.isEmpty()) {
      append(" ");
    }
    space = false;
    broken = false;
    append(formula);
    verbatim += formula.length();
  }

  void space() {
    space = true;
  }

  /** Something between two words was left out; a block or a picture parts them. */
  void gap(Element dropped) {
    if (Tags.BLOCK.contains(dropped.normalName())) {
      space = true;
    }
  }

  /** Returns whether this is the second break in a row: the end of a paragraph. */
  boolean lineBreak() {
    boolean second = broken;
    broken = true;
    space = true;
    return second;
  }

  void newLine() {
    code.append('\n');
  }

  void endCodeLine() {
    if (!code.isEmpty() && code.charAt(code.length() - 1) != '\n') {
      code.append('\n');
    }
  }

  int codeLength() {
    return code.length();
  }

  void openLink() {
    if (space && !text.isEmpty()) {
      append(" ");
      space = false;
    }
    dropOpenLink();
    if (!inCode) {
      mark();
      linkStart = markdown.length();
      markdown.append('[');
    }
  }

  /** The cost is the length of the link's text, so that many links stay linear. */
  private void dropOpenLink() {
    if (linkStart >= 0) {
      markdown.deleteCharAt(linkStart);
      linkStart = -1;
    }
  }

  void closeLink(Element a) {
    if (linkStart < 0) {
      return;
    }
    String url = links.target(a);
    if (url.isEmpty() || linkStart + 1 >= markdown.length()) {
      dropOpenLink();
      return;
    }
    linkStart = -1;
    markdown.append("](").append(url).append(')');
  }

  void openCode(boolean verbatim) {
    if (!verbatim && !inCode) {
      if (space && !text.isEmpty()) {
        append(" ");
        space = false;
      }
      mark();
      markdown.append('`');
      inCode = true;
    }
  }

  void closeCode() {
    if (inCode) {
      inCode = false;
      if (markdown.charAt(markdown.length() - 1) == '`') {
        markdown.setLength(markdown.length() - 1);
      } else {
        markdown.append('`');
      }
    }
  }

  /** Ends the line; null if there is nothing on it. */
  @Nullable
  public Block take(Block.Kind kind, int container) {
    closeCode();
    dropOpenLink();
    String line = text.toString();
    // Most lines are the same in Markdown: then they are held once.
    boolean same = !marked || markdown.compareTo(text) == 0;
    String other = same ? line : markdown.toString();
    Block block = line.isBlank() ? null : new Block(kind, container, line, other, linked);
    if (block != null) {
      block.formula = verbatim == line.length();
    }
    text.setLength(0);
    markdown.setLength(0);
    marked = false;
    linked = 0;
    verbatim = 0;
    space = false;
    seam = false;
    broken = false;
    return block;
  }

  /** Ends preformatted text; only line breaks around it are cut off. */
  @Nullable Block takeCode(int pre) {
    String raw = code.toString().replace("\r\n", "\n").replace('\r', '\n');
    code.setLength(0);
    int from = 0;
    int to = raw.length();
    while (to > 0 && Character.isWhitespace(raw.charAt(to - 1))) {
      to--;
    }
    while (from < to && raw.charAt(from) == '\n') {
      from++;
    }
    String lines = raw.substring(from, to);
    return lines.isBlank() ? null : new Block(Block.Kind.CODE, pre, lines, lines, 0);
  }

  private static boolean needsEscape(int c) {
    return c == '\\' || c == '*' || c == '_' || c == '[' || c == ']' || c == '<' || c == '`';
  }

  /** Seen, and the same in Markdown. */
  private static boolean isPlain(char c) {
    return c < PLAIN.length && PLAIN[c];
  }

  private static boolean[] plain() {
    boolean[] plain = new boolean[0x7f];
    for (char c = '!'; c < plain.length; c++) {
      plain[c] = !needsEscape(c);
    }
    return plain;
  }

  private static boolean isBlank(int c) {
    return c <= ' ' || c == 0xa0 || Character.isSpaceChar(c);
  }

  /** Soft hyphens, zero-width and direction marks, and the tag characters text is smuggled in. */
  private static boolean isInvisible(int c) {
    return c == 0xad
        || c == 0x200b
        || c == 0x2060
        || c == 0xfeff
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069)
        || Character.isISOControl(c)
        || isTagCharacter(c);
  }

  private static boolean isTagCharacter(int c) {
    return c >= 0xe0000 && c <= 0xe007f;
  }
}
