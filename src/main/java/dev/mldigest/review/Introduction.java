package dev.mldigest.review;

import dev.mldigest.review.digest.LineEnds;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words between a digest's title and its first section, below their anchor if it stands. */
final class Introduction {
  private static final Pattern ANCHOR =
      Pattern.compile("(?m)^[ \\t]*<!--[ \\t]*intro\\b[^>]*-->[ \\t]*(?:\\R|\\z)");
  private static final Pattern TITLE = Pattern.compile("(?m)^ {0,3}#[ \\t][^\\r\\n]*(?:\\R|\\z)");

  private Introduction() {}

  static String of(String preamble) {
    return LineEnds.unix(preamble.substring(start(preamble))).strip();
  }

  /** Other words in the same place; empty takes them out, and leaves the anchor. */
  static String with(String preamble, String words, String lineEnd) {
    int start = start(preamble);
    String head = preamble.substring(0, start);
    String old = preamble.substring(start);
    String text = LineEnds.adapt(words, lineEnd);
    if (!old.isBlank()) {
      int from = old.indexOf(old.strip());
      return head + old.substring(0, from) + text + old.substring(from + old.strip().length());
    }
    boolean ends = head.isEmpty() || head.endsWith("\n") || head.endsWith("\r");
    String above = head.isEmpty() || ANCHOR.matcher(head).find() ? "" : lineEnd;
    return text.isEmpty()
        ? preamble
        : head + (ends ? "" : lineEnd) + above + text + lineEnd + lineEnd;
  }

  private static int start(String preamble) {
    Matcher anchor = ANCHOR.matcher(preamble);
    Matcher title = TITLE.matcher(preamble);
    return anchor.find() ? anchor.end() : title.find() ? title.end() : 0;
  }
}
