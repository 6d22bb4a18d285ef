package dev.mldigest.review.approval;

import dev.mldigest.review.digest.Comments;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What looks like the begin or the end of a comment and is none: nobody can tell what it hides. */
final class BrokenEdges {
  /**
   * What editing programs make of the begin of a comment, which is none any more, and definitions
   * that lead nowhere where CommonMark sees none: directly below text, or with other brackets.
   */
  private static final Pattern NO_BEGIN =
      Pattern.compile(
          "(?m)(?:<!(?:-(?!-)|[–—]|[ \\t]{1,9}--)|<[ \\t]{1,9}!--(?=.*-->)"
              + "|^[ \\t>]*(?:(?:[-+*]|\\d{1,9}[.)])[ \\t]+)?\\[[^]\\r\\n]{0,60}]:"
              + "[ \\t]*(?:#|<>)(?:[ \\t]|$))[^\\r\\n]*");

  /** The end of a comment or an anchor that lost its begin. */
  private static final Pattern STRAY_END =
      Pattern.compile("(?m)^[ \\t]*(?:<?!?-{0,2}[ \\t]*item:.*)?--!?>[ \\t]*$");

  /**
   * @param what it is, as a part of a sentence
   * @param at where it begins
   */
  record Edge(String what, String words, int at) {}

  private BrokenEdges() {}

  /** Those of a text that stand outside of code, begins first. */
  static List<Edge> in(String text) {
    List<Edge> edges = new ArrayList<>();
    Structure structure = Structure.of(text);
    Matcher begin = NO_BEGIN.matcher(text);
    while (begin.find()) {
      if (structure.behindCode(begin.start()) < 0 && !Comments.isEscaped(text, begin.start())) {
        edges.add(new Edge("what looks like a comment and is none", begin.group(), begin.start()));
      }
    }
    Matcher end = STRAY_END.matcher(text);
    while (end.find()) {
      if (structure.behindCode(end.start()) < 0 && structure.behindCode(end.end() - 1) < 0) {
        edges.add(new Edge("the end of a comment without its begin", end.group(), end.start()));
      }
    }
    return edges;
  }
}
