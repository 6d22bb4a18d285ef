package dev.mldigest.review;

import dev.mldigest.review.digest.LineEnds;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lines of the front matter of which the first that says something counts: {@code subject}, {@code
 * subject-2} and so on.
 */
final class ProposedLines {
  /** A value in either quotes or in none (YAML 1.2, 7.3), and a comment behind it. */
  private static final Pattern LINE =
      Pattern.compile(
          "([a-z]+)(?:-\\d)?:(?:[ \\t]+|$)"
              + "(\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^']|'')*+'|(?:(?![ \\t]#)[^\"'#|>])?"
              + "(?:(?![ \\t]+#).)*+)(?:[ \\t]+#.*|[ \\t]*)");

  private static final Pattern ESCAPED = Pattern.compile("\\\\([\"\\\\])");

  private ProposedLines() {}

  /** What they say, in their order; what stands on many lines is not among it. */
  static Stream<String> values(String frontMatter, String key) {
    return LineEnds.unix(frontMatter)
        .lines()
        .map(LINE::matcher)
        .filter(line -> line.matches() && line.group(1).equals(key))
        .map(line -> scalar(line.group(2)))
        .filter(value -> !value.isBlank());
  }

  /**
   * The one that counts says other words; where there is none, a line is put before the closing
   * fence. A value that goes on in the next line is left as it is.
   */
  static String with(String frontMatter, String key, String words, String lineEnd) {
    int close = 0;
    for (int from = 0; from < frontMatter.length(); ) {
      int next = LineEnds.next(frontMatter, from);
      String line = LineEnds.without(frontMatter, from, next);
      Matcher proposal = LINE.matcher(line);
      if (proposal.matches()
          && proposal.group(1).equals(key)
          && !scalar(proposal.group(2)).isBlank()) {
        return goesOn(frontMatter, next)
            ? frontMatter
            : frontMatter.substring(0, from + proposal.start(2))
                + quoted(words)
                + frontMatter.substring(from + proposal.end(2));
      }
      close = from > 0 && line.stripTrailing().equals("---") ? from : close;
      from = next;
    }
    return frontMatter.substring(0, close)
        + key
        + ": "
        + quoted(words)
        + lineEnd
        + frontMatter.substring(close);
  }

  private static boolean goesOn(String text, int at) {
    return at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t');
  }

  private static String scalar(String value) {
    String inner = value.length() > 1 ? value.substring(1, value.length() - 1) : value;
    return value.startsWith("\"")
        ? ESCAPED.matcher(inner).replaceAll(found -> Matcher.quoteReplacement(found.group(1)))
        : value.startsWith("'") ? inner.replace("''", "'") : value.strip();
  }

  private static String quoted(String words) {
    return '"' + words.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
