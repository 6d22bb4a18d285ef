package dev.mldigest.review.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Walks the lines of a digest once and cuts where a part begins. */
final class DigestReader {
  private static final Pattern HEADING =
      Pattern.compile(" {0,3}(#{1,3})[ \\t]+(.*)", Pattern.DOTALL);

  /** Wherever it begins, a destination ends at white space or at the bracket. */
  private static final Pattern LINK = Pattern.compile("]\\(<?([^\\s()<>]+)");

  private final String text;
  private final DigestLines lines;
  private final List<Part> parts = new ArrayList<>();
  private int start;
  private Part.Kind kind = Part.Kind.PREAMBLE;
  private @Nullable String id;
  private @Nullable String url;
  private String title = "";

  /** Start of the anchor, sound or damaged, that stands above with only blank lines since. */
  private int anchor = -1;

  private @Nullable String anchorId;

  private DigestReader(String text) {
    this.text = text;
    this.lines = new DigestLines(text);
  }

  /** The parts of a text: one after the other they are the text. */
  static List<Part> parts(String text) {
    return new DigestReader(text).read();
  }

  private List<Part> read() {
    int from = lines.frontMatterEnd();
    if (from > 0) {
      kind = Part.Kind.FRONT_MATTER;
      cut(lines.start(from), Part.Kind.PREAMBLE);
    }
    for (int at = from; at < lines.size(); ) {
      at = block(at);
    }
    if (anchorId != null && anchor >= start) {
      begin(anchor, Part.Kind.ITEM, "");
    }
    cut(text.length(), kind);
    return parts;
  }

  /** One line, or as many as one piece of code or one comment has; the line after it. */
  private int block(int at) {
    String fence = lines.fence(at);
    if (fence != null) {
      bodyOfAnchor();
      return lines.fenceEnd(at, fence);
    }
    int slotEnd = lines.slotEnd(at);
    if (slotEnd > at) {
      bodyOfAnchor();
      begin(lines.start(at), Part.Kind.SLOT, Slot.mark(lines.get(at)));
      return slotEnd;
    }
    line(lines.start(at), lines.get(at));
    return lines.commentEnd(at);
  }

  private void line(int at, String line) {
    String words = line.stripLeading();
    if (!words.startsWith("#") && !words.startsWith("<!--")) { // most lines, and quickly seen
      if (!line.isBlank()) {
        bodyOfAnchor();
      }
      return;
    }
    Matcher heading = HEADING.matcher(line);
    if (heading.matches()) {
      heading(at, heading.group(1).length(), heading.group(2));
    } else if (Anchor.isWhole(line) || (Anchor.isDamaged(line) && anchor < 0)) {
      anchor(at, line);
    } else if (Anchor.isDamaged(line)) {
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
    anchor = at;
    anchorId = Anchor.id(line);
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
}
