package dev.mldigest.review.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a digest, and how far a piece of it reaches that takes several: front matter, fenced
 * code, a comment. What was never closed ends where the next item begins.
 */
final class DigestLines {
  /** Where a backtick follows, it is code within a line (CommonMark 4.5). */
  private static final Pattern FENCE =
      Pattern.compile(" {0,3}(`{3,}(?=[^`]*$)|~{3,}).*", Pattern.DOTALL);

  private static final Pattern LIST_ITEM =
      Pattern.compile(" {0,3}(?:[-+*]|\\d{1,9}[.)])[ \\t]{1,4}");

  /** What ends an item that the editor left as it is. */
  private static final Pattern NOTE_SLOT =
      Pattern.compile(" {0,3}<!--[ \\t]*note:.*", Pattern.DOTALL);

  /** Headings as the digest has them: they end code of which nobody wrote the end. */
  private static final Pattern LANDMARK =
      Pattern.compile(" {0,3}(?:##[ \\t].*|###[ \\t]+\\[.*]\\(.*)", Pattern.DOTALL);

  private static final Pattern SECTION = Pattern.compile(" {0,3}##[ \\t].*", Pattern.DOTALL);

  /** What a line of front matter begins with (YAML 1.2): a key, a comment, or less. */
  private static final Pattern YAML =
      Pattern.compile("(?:[#\\s\\-{}\\[\\]]|<!--|[^:]*:(?:\\s|$)).*|", Pattern.DOTALL);

  private final String text;
  private final List<Integer> starts = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();

  DigestLines(String text) {
    this.text = text;
    for (int from = 0; from < text.length(); ) {
      int next = LineEnds.next(text, from);
      starts.add(from);
      lines.add(LineEnds.without(text, from, next));
      from = next;
    }
  }

  int size() {
    return lines.size();
  }

  /** Without what ends it. */
  String get(int at) {
    return lines.get(at);
  }

  /** Where the line begins in the text; the text's end for the line after the last. */
  int start(int at) {
    return at < lines.size() ? starts.get(at) : text.length();
  }

  /** The line after the front matter; 0 where there is none, or none that is closed. */
  int frontMatterEnd() {
    if (lines.isEmpty() || !isFrontMatterFence(lines.getFirst().replaceFirst("^\uFEFF", ""))) {
      return 0;
    }
    for (int at = 1; at < lines.size(); at++) {
      if (isFrontMatterFence(lines.get(at))) {
        return at + 1;
      }
      if (Anchor.isWhole(lines.get(at)) || !YAML.matcher(lines.get(at)).matches()) {
        return 0;
      }
    }
    return 0;
  }

  private static boolean isFrontMatterFence(String line) {
    return line.stripTrailing().equals("---");
  }

  /** What code begins with that begins in this line, or null. */
  @Nullable String fence(int at) {
    String line = lines.get(at);
    if (!line.contains("```") && !line.contains("~~~")) {
      return null;
    }
    Matcher fence = FENCE.matcher(line);
    return fence.matches() ? fence.group(1) : null;
  }

  /**
   * The line after the code that begins in this one; where it was never closed, that of the next
   * item.
   */
  int fenceEnd(int opening, String fence) {
    int list = listIndent(opening);
    for (int at = opening + 1; at < lines.size(); at++) {
      if (!lines.get(at).isBlank() && indent(at) < list) {
        return at;
      }
      Matcher mark = FENCE.matcher(lines.get(at));
      if (mark.matches()
          && mark.group(1).startsWith(fence)
          && lines.get(at).strip().equals(mark.group(1))) {
        return at + 1;
      }
      if (beginsItem(at)) {
        return at;
      }
    }
    int slot = next(opening, NOTE_SLOT);
    return slot < lines.size() ? slot : next(opening, LANDMARK);
  }

  /** Where the text of the list item begins in which the line stands; 0 outside of lists. */
  private int listIndent(int at) {
    for (int above = at - 1; above >= 0 && indent(at) > 0; above--) {
      if (!lines.get(above).isBlank() && indent(above) < indent(at)) {
        Matcher item = LIST_ITEM.matcher(lines.get(above));
        return item.lookingAt() && item.end() <= indent(at) ? item.end() : 0;
      }
    }
    return 0;
  }

  private int indent(int at) {
    String line = lines.get(at);
    return line.length() - line.stripLeading().length();
  }

  private int next(int after, Pattern what) {
    int at = after + 1;
    while (at < lines.size() && !what.matcher(lines.get(at)).matches()) {
      at++;
    }
    return at;
  }

  /** True for a whole anchor with its heading: no example of an editor's looks like it. */
  private boolean beginsItem(int at) {
    if (!Anchor.isWhole(lines.get(at))) {
      return false;
    }
    int below = at + 1;
    while (below < lines.size() && lines.get(below).isBlank()) {
      below++;
    }
    return below < lines.size() && lines.get(below).matches(" {0,3}###[ \\t].*");
  }

  /**
   * The line after the slot that begins in this one; -1 where none does, or none that is closed.
   */
  int slotEnd(int opening) {
    if (!Slot.begins(lines.get(opening))) {
      return -1;
    }
    for (int at = opening + 1; at < lines.size(); at++) {
      String line = lines.get(at);
      if (Slot.ends(line)) {
        return at + 1;
      }
      if (Slot.begins(line) || Anchor.isWhole(line) || SECTION.matcher(line).matches()) {
        return -1;
      }
    }
    return -1;
  }

  /** The line after the last of a comment that begins in this one, if it is a longer one. */
  int commentEnd(int at) {
    int begin = Comments.open(lines.get(at));
    if (begin < 0) {
      return at + 1;
    }
    int end = Comments.end(text, starts.get(at) + begin);
    int last = at;
    while (last + 1 < lines.size() && starts.get(last + 1) < end) {
      last++;
    }
    return last + 1;
  }
}
