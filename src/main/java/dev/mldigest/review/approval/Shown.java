package dev.mldigest.review.approval;

import static dev.mldigest.review.digest.Comments.BEGIN;

import dev.mldigest.review.digest.Comments;
import dev.mldigest.review.digest.FrontMatter;
import dev.mldigest.review.digest.LineEnds;
import dev.mldigest.review.digest.Slot;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;

/**
 * One part's text on its way to what readers see: comments go, what stands in a note slot becomes
 * text, and code that was never closed is closed. It is looked at anew after each change, so that
 * every comment is judged by what readers would see.
 */
final class Shown {
  private static final Pattern NOTE = Pattern.compile("<!--\\s{0,9}(?i:notes?)[ \\t]{0,9}:");

  /** A slot that lost its colon, or a comment: nobody can tell. */
  private static final Pattern NO_NOTE = Pattern.compile("<!--[ \\t]*note[ \\t]+[^\\s-]");

  private static final Pattern NOTE_LINE = Pattern.compile("(?m)^ {0,3}<!--[ \\t]*note:");

  /** What editors who know Markdown use for comments: definitions that lead nowhere. */
  private static final Pattern NOWHERE = Pattern.compile("#?");

  private final String original;
  private final String place;
  private final int first;
  private final List<Fault> faults;
  private final Map<String, String> labels;
  private String text;

  /** Whether a line between two others parts them. */
  private boolean paragraphs = true;

  /** Characters taken out before the place that is looked at. */
  private int gone;

  /**
   * @param place the part as sentences name it
   * @param first its first line in the file
   * @param faults takes one for each thing that the editor has to decide
   * @param labels of link references in the parts before it, with their addresses
   */
  Shown(String text, String place, int first, List<Fault> faults, Map<String, String> labels) {
    this.original = text;
    this.text = text;
    this.place = place;
    this.first = first;
    this.faults = faults;
    this.labels = labels;
  }

  /** Line in the file of a place in the text as it is now. */
  private int line(int at) {
    return first + LineEnds.count(original.substring(0, Math.min(original.length(), at + gone)));
  }

  private void fault(int line, String sentence) {
    faults.add(new Fault(line, sentence));
  }

  /** What readers see. */
  String text() {
    closeCode();
    for (int at = comment(0); at >= 0; at = comment(at)) {
      at = NOTE.matcher(text).region(at, text.length()).lookingAt() ? note(at) : taken(at);
    }
    definitions();
    ShownLines lines = ShownLines.of(original, text);
    BrokenEdges.in(text).forEach(edge -> broken(edge, lines));
    return text;
  }

  /** The same for front matter, which has comments of YAML too, no code and no slots. */
  String frontMatter() {
    paragraphs = false;
    int from = 0;
    for (int at = text.indexOf(BEGIN); at >= 0; at = text.indexOf(BEGIN, from)) {
      from = taken(at);
    }
    return FrontMatter.withoutComments(text);
  }

  /** Code that runs to the part's end was never closed: it ends there, or at the note slot. */
  private void closeCode() {
    if (!(Structure.open(text) instanceof FencedCodeBlock code)
        || code.getSourceSpans().isEmpty()) {
      return;
    }
    int begin = code.getSourceSpans().getFirst().getInputIndex();
    Matcher slot = NOTE_LINE.matcher(text);
    int end = slot.find(begin) ? slot.start() : text.length();
    if (text.substring(begin, end).contains(BEGIN)) {
      fault(
          line(begin),
          "The code that begins in line "
              + line(begin)
              + ", in "
              + place
              + ", is not closed and"
              + " holds a comment: write '"
              + fence(code)
              + "' where it ends.");
    }
    String lineEnd = LineEnds.of(text);
    String before = text.substring(0, end).stripTrailing();
    text = before + lineEnd + fence(code) + lineEnd + lineEnd + text.substring(end);
  }

  private static String fence(FencedCodeBlock code) {
    Integer length = code.getOpeningFenceLength();
    return String.valueOf(code.getFenceCharacter()).repeat(length == null ? 3 : length);
  }

  /** The next comment from there on that is neither code nor escaped. */
  private int comment(int from) {
    Structure structure = Structure.of(text);
    for (int at = text.indexOf(BEGIN, from); at >= 0; ) {
      int behind = structure.behindCode(at);
      if (behind < 0 && !Comments.isEscaped(text, at)) {
        return at;
      }
      at = text.indexOf(BEGIN, Math.max(behind, at + 1));
    }
    return -1;
  }

  /** What is in the slot becomes text, without the blanks around it. */
  private int note(int at) {
    int end = Comments.end(text, at);
    if (end < 0) {
      fault(
          line(at),
          "The note that begins in line "
              + line(at)
              + ", in "
              + place
              + ", is not closed: write"
              + " '-->' where it ends.");
    }
    int inner = text.indexOf(':', at) + 1;
    int mark = end > 3 && text.startsWith("--!>", end - 4) ? 4 : 3;
    String note = text.substring(inner, end < 0 ? text.length() : end - mark).strip();
    if (note.isEmpty()) {
      return cut(at, end < 0 ? text.length() : end);
    }
    String rest = end < 0 ? LineEnds.of(text) : text.substring(end);
    gone += inner - at;
    text = text.substring(0, at) + note + rest;
    return at;
  }

  /** A comment of the editor's, or the mark of the introduction. */
  private int taken(int at) {
    int end = Comments.end(text, at);
    if (end < 0) {
      String words = text.substring(at, LineEnds.next(text, at)).strip();
      fault(
          line(at),
          "The comment '"
              + Quote.brief(words)
              + "' that begins in line "
              + line(at)
              + ", in "
              + place
              + ", is not closed there: write '-->' where it ends.");
      String before = text.substring(0, at).stripTrailing();
      text = before + LineEnds.of(text) + LineEnds.of(text);
      return text.length();
    }
    if (Slot.isMark(text.substring(at, end))) {
      fault(
          line(at),
          "The slot mark '"
              + Quote.brief(text.substring(at, end))
              + "' in line "
              + line(at)
              + " has no counterpart: a slot begins with a line '<!-- slot: sponsor -->' and ends"
              + " with a line '<!-- /slot -->', with no item and no section between.");
    }
    if (NO_NOTE.matcher(text).region(at, end).lookingAt()) {
      fault(
          line(at),
          "In "
              + place
              + " stands '"
              + Quote.brief(text.substring(at, end))
              + "': write '<!-- note: … -->' if readers shall see it, else begin it with another"
              + " word.");
    }
    return cut(at, end);
  }

  /** With its line if it stands alone there, and then with one of two blank lines around it. */
  private int cut(int at, int end) {
    int line = lineStart(at);
    int next = LineEnds.next(text, end);
    boolean alone = text.substring(line, at).isBlank() && text.substring(end, next).isBlank();
    if (!alone) {
      return cutInLine(at, end);
    }
    int after = LineEnds.next(text, next);
    boolean blankAfter = next == text.length() || text.substring(next, after).isBlank();
    boolean blankBefore = line == 0 || text.substring(lineStart(line - 1), line).isBlank();
    int to = blankBefore && blankAfter ? after : next;
    String gap = blankBefore || blankAfter || !paragraphs ? "" : LineEnds.of(text);
    gone += to - line - gap.length();
    text = text.substring(0, line) + gap + text.substring(to);
    return line;
  }

  /** Only one of the blanks around it stays, and none at the line's ends. */
  private int cutInLine(int at, int end) {
    int from = at;
    int to = end;
    boolean ends = text.substring(end, LineEnds.next(text, end)).isBlank();
    while (ends && from > 0 && isBlank(text.charAt(from - 1))) {
      from--;
    }
    boolean blankBefore = from == lineStart(at) || isBlank(text.charAt(from - 1));
    while (!ends && blankBefore && to < text.length() && isBlank(text.charAt(to))) {
      to++;
    }
    gone += to - from;
    text = text.substring(0, from) + text.substring(to);
    return from;
  }

  private int lineStart(int at) {
    int start = at;
    while (start > 0 && text.charAt(start - 1) != '\n' && text.charAt(start - 1) != '\r') {
      start--;
    }
    return start;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** Those that lead nowhere are comments; others must mean one thing in the whole digest. */
  private void definitions() {
    String seen = text;
    List<Structure.Definition> all = Structure.of(seen).definitions();
    for (Structure.Definition one : all.reversed()) {
      if (NOWHERE.matcher(one.destination()).matches()) {
        cut(one.from(), one.to());
      }
    }
    all.stream()
        .filter(one -> !NOWHERE.matcher(one.destination()).matches())
        .forEach(one -> unequivocal(one, seen));
  }

  private void unequivocal(Structure.Definition one, String seen) {
    String label = one.label().strip().toLowerCase(Locale.ROOT);
    String other = labels.putIfAbsent(label, one.destination());
    if (other != null && !other.equals(one.destination())) {
      ShownLines lines = ShownLines.of(original, seen);
      fault(
          first + lines.before(LineEnds.count(seen.substring(0, one.from()))),
          "The link label ["
              + one.label()
              + "] means one address in "
              + place
              + " and another"
              + " before it: give one of them another label.");
    }
  }

  private void broken(BrokenEdges.Edge edge, ShownLines lines) {
    fault(
        first + lines.before(LineEnds.count(text.substring(0, edge.at()))),
        "In "
            + place
            + " stands "
            + edge.what()
            + ": '"
            + Quote.brief(edge.words().strip())
            + "': delete it, or write '<!-- … -->'.");
  }
}
