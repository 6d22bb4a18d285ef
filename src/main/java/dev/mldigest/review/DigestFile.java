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
 * heading. Headings within fenced code begin nothing. What the parts mean against another version
 * is left to {@link Merge}.
 */
public record DigestFile(List<Part> parts) {
  private static final Pattern ANCHOR =
      Pattern.compile("[ \\t]*<!-- *item:([A-Za-z0-9._:]+)(?: +v=([0-9a-f]{8}))? *-->[ \\t]*");
  private static final Pattern HEADING = Pattern.compile(" {0,3}(#{1,3})[ \\t]+(.*)");
  private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,}).*");

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
    private final List<Part> parts = new ArrayList<>();
    private int start;
    private Part.Kind kind = Part.Kind.PREAMBLE;
    private @Nullable String id;
    private @Nullable String url;
    private String title = "";

    /** Start of the anchor, sound or damaged, that stands above with only blank lines since. */
    private int anchor = -1;

    private @Nullable String anchorId;
    private @Nullable String fence;

    Reader(String text) {
      this.text = text;
    }

    DigestFile read() {
      int from = frontMatterEnd();
      if (from > 0) {
        kind = Part.Kind.FRONT_MATTER;
        cut(from, Part.Kind.PREAMBLE);
      }
      for (int line = from; line < text.length(); ) {
        int next = nextLine(text, line);
        line(line, withoutEnd(text, line, next));
        line = next;
      }
      if (anchorId != null && anchor > start) {
        begin(anchor, Part.Kind.ITEM, "");
      }
      cut(text.length(), kind);
      return new DigestFile(parts);
    }

    private void line(int at, String line) {
      if (inFence(line)) {
        return;
      }
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

    private boolean inFence(String line) {
      Matcher mark = FENCE.matcher(line);
      if (fence == null) {
        if (!mark.matches()) {
          return false;
        }
        bodyOfAnchor();
        fence = mark.group(1);
      } else if (mark.matches()
          && mark.group(1).startsWith(fence)
          && line.strip().equals(mark.group(1))) {
        fence = null;
      }
      return true;
    }

    private int frontMatterEnd() {
      int first = text.startsWith("\uFEFF") ? 1 : 0;
      int line = nextLine(text, first);
      if (!withoutEnd(text, first, line).stripTrailing().equals("---")) {
        return 0;
      }
      while (line < text.length()) {
        int next = nextLine(text, line);
        if (withoutEnd(text, line, next).stripTrailing().equals("---")) {
          return next;
        }
        line = next;
      }
      return 0;
    }
  }
}
