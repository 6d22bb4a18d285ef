package dev.mldigest.review.digest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HTML comments in the editor's text: where they begin and where they end. They nest, as editors
 * mean them, and one that runs into a mark of the digest's own (an anchor, a note slot) was never
 * closed. What is code is left to others.
 */
public final class Comments {
  public static final String BEGIN = "<!--";

  /** What the digest itself writes in comments; nobody writes it within one of his own. */
  private static final Pattern MARK =
      Pattern.compile("<!--[ \\t]*(?:note:|intro\\b|item\\b|/?slot\\b)");

  private static final Pattern EDGE = Pattern.compile("<!--(?:-?>)?|--!?>");

  /** What an arrow in some later sentence must not reach over: a blank line, a heading. */
  private static final Pattern GAP =
      Pattern.compile("(?:\\r\\n|\\n|\\r)(?:[ \\t]*(?:\\r|\\n)| {0,3}#{2,3}[ \\t])");

  private static final Pattern REST_OF_LINE = Pattern.compile("[ \\t]*(?:\\r|\\n|$)");

  private Comments() {}

  /** True where the digest's own mark stands at that place. */
  static boolean isMark(String text, int at) {
    return MARK.matcher(text).region(at, text.length()).lookingAt();
  }

  /**
   * The place behind the comment's end.
   *
   * @param at where it begins
   * @return -1 if it is not closed
   */
  public static int end(String text, int at) {
    Matcher edge = EDGE.matcher(text);
    int open = 0;
    for (int from = at; edge.find(from); from = edge.end()) {
      if (edge.start() > at && isMark(text, edge.start())) {
        return -1;
      }
      open += edge.group().equals(BEGIN) ? 1 : edge.group().startsWith(BEGIN) ? 0 : -1;
      if (open == 0) {
        return isArrow(text, at, edge) ? -1 : edge.end();
      }
    }
    return -1;
  }

  private static boolean isArrow(String text, int begin, Matcher edge) {
    return GAP.matcher(text).region(begin, edge.start()).find()
        && !REST_OF_LINE.matcher(text).region(edge.end(), text.length()).lookingAt();
  }

  /**
   * Where a comment of the editor's begins in the line that does not end in it.
   *
   * @return -1 if there is none
   */
  static int open(String line) {
    int at = 0;
    while (at < line.length()) {
      char c = line.charAt(at);
      if (c == '\\') {
        at += 2;
      } else if (c == '`') {
        at = behindCode(line, at);
      } else if (line.startsWith(BEGIN, at)) {
        if (isMark(line, at)) {
          return -1;
        }
        int end = end(line, at);
        if (end < 0) {
          return at;
        }
        at = end;
      } else {
        at++;
      }
    }
    return -1;
  }

  /** Behind the code that begins there; behind the backticks where it does not end in the line. */
  private static int behindCode(String line, int at) {
    int text = at;
    while (text < line.length() && line.charAt(text) == '`') {
      text++;
    }
    Matcher close = Pattern.compile("(?<!`)`{" + (text - at) + "}(?!`)").matcher(line);
    return close.find(text) ? close.end() : text;
  }

  /** True if the backslashes before the place make its character text. */
  public static boolean isEscaped(String text, int at) {
    int slash = at;
    while (slash > 0 && text.charAt(slash - 1) == '\\') {
      slash--;
    }
    return (at - slash) % 2 == 1;
  }
}
