package dev.mldigest.review.approval;

import dev.mldigest.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Where the lines that readers see stood in the editor's text, which holds comments and marks
 * besides: the longest run of lines that both have, in their order.
 */
public final class ShownLines {
  /** Nobody writes a part of more than 2,000 lines; beyond it a line is told by counting alone. */
  private static final int MOST = 4_000_000;

  private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\n|\\r");
  private static final Pattern COMMENT =
      Pattern.compile("(?s)<!--([ \\t]*note[ \\t]*:)?(.*?)(?:-->|\\z)");

  private final int[] origins;

  private ShownLines(int[] origins) {
    this.origins = origins;
  }

  /**
   * @param before a part of the file
   * @param shown what is left of it
   */
  public static ShownLines of(String before, String shown) {
    List<String> theirs = keys(COMMENT.matcher(before).replaceAll(ShownLines::blanked));
    List<String> ours = keys(shown);
    int[] origins = new int[ours.size()];
    Arrays.fill(origins, -1);
    if ((long) theirs.size() * ours.size() <= MOST) {
      align(theirs, ours, origins);
    }
    for (int i = 0; i < origins.length; i++) {
      if (origins[i] < 0) {
        origins[i] = i == 0 ? 0 : Math.min(origins[i - 1] + 1, below(origins, i, theirs.size()));
      }
    }
    return new ShownLines(origins);
  }

  /** From 0, of a line from 0. */
  public int before(int line) {
    return origins.length == 0 ? 0 : origins[Math.clamp(line, 0, origins.length - 1)];
  }

  private static void align(List<String> theirs, List<String> ours, int[] origins) {
    int[][] common = new int[ours.size() + 1][theirs.size() + 1];
    for (int i = ours.size() - 1; i >= 0; i--) {
      for (int j = theirs.size() - 1; j >= 0; j--) {
        common[i][j] =
            ours.get(i).equals(theirs.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    for (int i = 0, j = 0; i < ours.size() && j < theirs.size(); ) {
      if (ours.get(i).equals(theirs.get(j))) {
        origins[i++] = j++;
      } else if (common[i + 1][j] >= common[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
  }

  /** A line that only one has lies above the next that both have. */
  private static int below(int[] origins, int from, int lines) {
    for (int i = from; i < origins.length; i++) {
      if (origins[i] >= 0) {
        return Math.max(0, origins[i] - 1);
      }
    }
    return Math.max(0, lines - 1);
  }

  /** What is hidden has no letters; what a note says is seen. */
  private static String blanked(MatchResult comment) {
    String said = comment.group(1) == null ? comment.group(2) : "";
    String seen = comment.group(1) == null ? "" : comment.group(2);
    return java.util.regex.Matcher.quoteReplacement(
        said.replaceAll("[^\\r\\n]", " ") + " " + seen + " ");
  }

  /** By their letters, and what has none by its signs. */
  private static List<String> keys(String text) {
    List<String> keys = new ArrayList<>();
    LINE_END
        .splitAsStream(text)
        .forEach(line -> {
          String letters = Texts.letters(line.replace("&lt;", "<"));
          keys.add(letters.isEmpty() ? line.strip() : letters);
        });
    return keys;
  }
}
