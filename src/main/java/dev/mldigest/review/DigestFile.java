package dev.mldigest.review;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The digest file as its parts, in order, losing nothing: the parts' texts one after the other are
 * the file. An item begins with its anchor; where the editor lost that, with its third-level
 * heading. Headings within fenced code and within comments begin nothing; but code or a comment
 * that was never closed ends where the next item begins. What the parts mean against another
 * version is left to {@link Merge}.
 */
public record DigestFile(List<Part> parts) {
  private static final Pattern ANCHOR =
      Pattern.compile("[ \\t]*<!-- *item:([A-Za-z0-9._:]+)(?: +v=([0-9a-f]{8}))? *-->[ \\t]*");
  private static final Pattern HEADING =
      Pattern.compile(" {0,3}(#{1,3})[ \\t]+(.*)", Pattern.DOTALL);

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

  /** What a line of front matter begins with (YAML 1.2): a key, a comment, or less. */
  private static final Pattern YAML =
      Pattern.compile("(?:[#\\s\\-{}\\[\\]]|<!--|[^:]*:(?:\\s|$)).*|", Pattern.DOTALL);

  /** Any comment but a note. */
  private static final Pattern COMMENT = Pattern.compile("[ \\t]*<!--(?![ \\t]*note)");

  /** Wherever it begins, a destination ends at white space or at the bracket. */
  private static final Pattern LINK = Pattern.compile("]\\(<?([^\\s()<>]+)");

  public DigestFile {
    parts = List.copyOf(parts);
  }

  public static DigestFile parse(String text) {
    return new Reader(text).read();
  }

  /**
   * The file's text, every character of it.
   *
   * @throws IOException with one sentence if it cannot be read or is not UTF-8
   */
  public static String read(Path file) throws IOException {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw new IOException("'" + file + "' is not UTF-8; save it as UTF-8 and try again.", e);
    } catch (IOException e) {
      throw new IOException("'" + file + "' cannot be read: does it exist?", e);
    }
  }

  public String text() {
    return parts.stream().map(Part::text).collect(Collectors.joining());
  }

  public List<Part> items() {
    return parts.stream().filter(Part::isItem).toList();
  }

  /** True for a whole anchor. */
  static boolean isAnchor(String line) {
    return ANCHOR.matcher(line).matches();
  }

  /** A comment line that is no note: above an item's heading it is what is left of its anchor. */
  static boolean isDamagedAnchor(String line) {
    return COMMENT.matcher(line).lookingAt();
  }

  /** Start of the next line; a line ends with LF, CR LF or CR. */
  static int nextLine(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
        return i + 1;
      }
    }
    return text.length();
  }

  /** The line from one place to another without what ends it. */
  static String withoutEnd(String text, int from, int to) {
    int end = to;
    while (end > from && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(from, end);
  }

  /** Walks the lines once and cuts where a part begins. */
  private static final class Reader {
    private final String text;
    private final List<Integer> starts = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private int start;
    private Part.Kind kind = Part.Kind.PREAMBLE;
    private @Nullable String id;
    private @Nullable String url;
    private String title = "";

    /** Start of the anchor, sound or damaged, that stands above with only blank lines since. */
    private int anchor = -1;

    private @Nullable String anchorId;

    Reader(String text) {
      this.text = text;
      for (int from = 0; from < text.length(); ) {
        int next = nextLine(text, from);
        starts.add(from);
        lines.add(withoutEnd(text, from, next));
        from = next;
      }
    }

    DigestFile read() {
      int from = frontMatterEnd();
      if (from > 0) {
        kind = Part.Kind.FRONT_MATTER;
        cut(from < lines.size() ? starts.get(from) : text.length(), Part.Kind.PREAMBLE);
      }
      for (int at = from; at < lines.size(); ) {
        at = block(at);
      }
      if (anchorId != null && anchor >= start) {
        begin(anchor, Part.Kind.ITEM, "");
      }
      cut(text.length(), kind);
      return new DigestFile(parts);
    }

    /** One line, or as many as one piece of code or one comment has; the line after it. */
    private int block(int at) {
      Matcher fence = FENCE.matcher(lines.get(at));
      if (fence.matches()) {
        bodyOfAnchor();
        return fenceEnd(at, fence.group(1));
      }
      line(starts.get(at), lines.get(at));
      return commentEnd(at);
    }

    private int fenceEnd(int opening, String fence) {
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
      if (!isAnchor(lines.get(at))) {
        return false;
      }
      int below = at + 1;
      while (below < lines.size() && lines.get(below).isBlank()) {
        below++;
      }
      return below < lines.size() && lines.get(below).matches(" {0,3}###[ \\t].*");
    }

    /** The line after the last of a comment that begins in this one, if it is a longer one. */
    private int commentEnd(int at) {
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

    private void line(int at, String line) {
      Matcher heading = HEADING.matcher(line);
      if (heading.matches()) {
        heading(at, heading.group(1).length(), heading.group(2));
      } else if (isAnchor(line) || (isDamagedAnchor(line) && anchor < 0)) {
        anchor(at, line);
      } else if (isDamagedAnchor(line)) {
        return; // A comment of the editor's between anchor and heading.
      } else if (!line.isBlank()) {
        bodyOfAnchor();
      }
    }

    private void heading(int at, int level, String words) {
      if (level == 3) {
        begin(anchor >= 0 ? anchor : at, Part.Kind.ITEM, words);
      } else {
        bodyOfAnchor();
        if (level == 2) {
          begin(at, Part.Kind.SECTION, words);
        }
      }
    }

    private void anchor(int at, String line) {
      bodyOfAnchor();
      Matcher sound = ANCHOR.matcher(line);
      anchor = at;
      anchorId = sound.matches() ? sound.group(1) : null;
    }

    /** Text follows an anchor where its heading was: the editor rewrote the item from its top. */
    private void bodyOfAnchor() {
      if (anchor >= 0 && anchorId != null) {
        begin(anchor, Part.Kind.ITEM, "");
      }
      anchor = -1;
      anchorId = null;
    }

    private void begin(int at, Part.Kind newKind, String words) {
      cut(at, newKind);
      id = anchorId;
      Matcher link = LINK.matcher(words);
      url = link.find() ? link.group(1) : null;
      title = words.strip();
      anchor = -1;
      anchorId = null;
    }

    private void cut(int at, Part.Kind next) {
      if (at > start) {
        parts.add(new Part(kind, id, url, title, text.substring(start, at)));
      }
      start = at;
      kind = next;
      id = null;
      url = null;
      title = "";
    }

    /** The line after the front matter; 0 where there is none, or none that is closed. */
    private int frontMatterEnd() {
      if (lines.isEmpty() || !isFrontMatterFence(lines.getFirst().replaceFirst("^\uFEFF", ""))) {
        return 0;
      }
      for (int at = 1; at < lines.size(); at++) {
        if (isFrontMatterFence(lines.get(at))) {
          return at + 1;
        }
        if (isAnchor(lines.get(at)) || !YAML.matcher(lines.get(at)).matches()) {
          return 0;
        }
      }
      return 0;
    }

    private static boolean isFrontMatterFence(String line) {
      return line.stripTrailing().equals("---");
    }
  }
}
