package dev.mldigest.review;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What approval takes out of the digest file before anything is made of it: anchors, empty note
 * slots, and the subject lines and preheaders that were not chosen. All else stays, and what the
 * editor wrote inside a note slot becomes visible text.
 */
public final class Approval {
  private static final Pattern NOTE = Pattern.compile("(?m)^<!--[ \\t]*note:");
  private static final Pattern INTRO =
      Pattern.compile("(?m)^[ \\t]*<!--[ \\t]*intro\\b[^>\\r\\n]*-->[ \\t]*(?:\\r\\n|\\n|\\r|\\z)");
  private static final String END = "-->";

  private Approval() {}

  /** The Markdown that is published. */
  public static String strip(String markdown) {
    StringBuilder out = new StringBuilder(markdown.length());
    for (Part part : DigestFile.parse(markdown).parts()) {
      out.append(
          switch (part.kind()) {
            case FRONT_MATTER -> FrontMatter.chosen(part.text());
            case PREAMBLE -> INTRO.matcher(part.text()).replaceAll("");
            case SECTION -> part.text();
            case ITEM -> withoutAnchor(part.text());
          });
    }
    return withoutNoteSlots(out.toString());
  }

  /** Anchors, sound or damaged, stand at an item's begin only. */
  private static String withoutAnchor(String item) {
    int from = 0;
    while (from < item.length()) {
      int next = DigestFile.nextLine(item, from);
      String line = DigestFile.withoutEnd(item, from, next);
      if (!line.isBlank() && !DigestFile.isAnchor(line) && !DigestFile.isDamagedAnchor(line)) {
        break;
      }
      from = next;
    }
    return item.substring(from);
  }

  private static String withoutNoteSlots(String markdown) {
    Matcher slot = NOTE.matcher(markdown);
    StringBuilder out = new StringBuilder(markdown.length());
    int from = 0;
    while (slot.find(from)) {
      int end = markdown.indexOf(END, slot.end());
      int line = DigestFile.nextLine(markdown, slot.end());
      // Without an end the comment would swallow the rest of the issue: it ends with its line.
      int close = end < 0 ? slot.end() + slotEnd(markdown, slot.end(), line) : end;
      String note = markdown.substring(slot.end(), close).strip();
      out.append(markdown, from, slot.start()).append(note);
      from = Math.min(markdown.length(), end < 0 ? close : end + END.length());
      if (note.isEmpty()) {
        from = emptyLineEnd(markdown, slot.start(), from);
      }
    }
    return out.append(markdown, from, markdown.length()).toString();
  }

  private static int slotEnd(String text, int from, int line) {
    return DigestFile.withoutEnd(text, from, line).length();
  }

  /** An empty slot goes with its line and one blank line after it. */
  private static int emptyLineEnd(String text, int start, int end) {
    boolean alone = start == 0 || text.charAt(start - 1) == '\n' || text.charAt(start - 1) == '\r';
    int next = DigestFile.nextLine(text, end);
    if (!alone || !text.substring(end, next).isBlank()) {
      return end;
    }
    int after = DigestFile.nextLine(text, next);
    return text.substring(next, after).isBlank() ? after : next;
  }
}
