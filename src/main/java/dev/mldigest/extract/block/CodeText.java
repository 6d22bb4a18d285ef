package dev.mldigest.extract.block;

import dev.mldigest.extract.page.Tags;
import dev.mldigest.text.TextLength;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The preformatted text being read, with its lines as the page shows them: ended by a character, by
 * a break, or by an element that is a line of its own, as some highlighters write.
 */
final class CodeText {
  private final StringBuilder text = new StringBuilder();

  /** For each block element that is open how long the text was when it began. */
  private final Deque<Integer> starts = new ArrayDeque<>();

  /** Where the element stands that holds it; none is open at -1. */
  private int pre = -1;

  boolean isOpen() {
    return pre >= 0;
  }

  void open(int element) {
    pre = element;
  }

  boolean isEndedBy(int element) {
    return element == pre;
  }

  void add(String raw) {
    for (int i = 0; i < raw.length(); ) {
      int c = raw.codePointAt(i);
      i += Character.charCount(c);
      if (!InlineChars.isTagCharacter(c)) {
        // Some editors set every blank of code as a no-break space; no compiler reads one.
        text.appendCodePoint(c == 0xa0 ? ' ' : c);
      }
    }
  }

  LineEnd end() {
    return LineEnd.of(text);
  }

  void newLine() {
    text.append('\n');
  }

  private void endLine() {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
  }

  /** Lists, tables and headings within code are only how its lines are set. */
  void openElement(String tag) {
    if (Tags.BLOCK.contains(tag)) {
      if (!CodeGutters.isCell(tag)) {
        endLine();
      }
      starts.push(text.length());
    }
  }

  /** A block element within code is a line of its own. */
  void closeElement(Element e) {
    boolean empty = starts.pop() == text.length();
    if (CodeGutters.isCell(e.normalName())) {
      return;
    }
    if (!empty) {
      endLine();
    } else if (isLine(e, e.nextElementSibling()) || isLine(e, e.previousElementSibling())) {
      newLine();
    }
  }

  /** An empty element is an empty line only if its neighbour looks the same. */
  private static boolean isLine(Element e, @Nullable Element neighbour) {
    return neighbour != null
        && neighbour.normalName().equals(e.normalName())
        && neighbour.attr("class").equals(e.attr("class"));
  }

  /** Ends the text; only line breaks around it are cut off. Null if nothing is left. */
  @Nullable Block take(int container) {
    String raw = text.toString().replace("\r\n", "\n").replace('\r', '\n');
    text.setLength(0);
    starts.clear();
    pre = -1;
    int from = 0;
    int to = raw.length();
    while (to > 0 && Character.isWhitespace(raw.charAt(to - 1))) {
      to--;
    }
    while (from < to && raw.charAt(from) == '\n') {
      from++;
    }
    String lines = raw.substring(from, to);
    int letters = TextLength.letters(lines);
    return lines.isBlank()
        ? null
        : new Block(Block.Kind.CODE, container, lines, letters, LineMarks.NONE, 0);
  }
}
