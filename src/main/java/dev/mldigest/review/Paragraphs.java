package dev.mldigest.review;

import dev.mldigest.review.digest.LineEnds;
import dev.mldigest.review.digest.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Merges a part paragraph by paragraph: those the editor left alone take the new text. The
 * introduction is known by its anchor, since an issue may have none.
 */
final class Paragraphs {
  /** A paragraph with the line ends and blank lines after it. */
  private static final Pattern PARAGRAPH =
      Pattern.compile("(?:\\r?\\n|\\r(?!\\n))[ \\t]*(?:\\r\\n|\\n|\\r)");

  private static final Pattern INTRO = Pattern.compile("<!--[ \\t]*intro\\b");

  private Paragraphs() {}

  /**
   * The editor's part, renewed only where ours has as many paragraphs as before beside the
   * introduction.
   */
  static Part merge(Part before, Part mine, Part after, String lineEnd) {
    List<String> old = beside(before);
    List<String> fresh = beside(after);
    if (old.size() != fresh.size()) {
      return mine;
    }
    String intro = intro(before);
    StringBuilder text = new StringBuilder();
    for (String paragraph : split(mine.text())) {
      String body = paragraph.stripTrailing();
      String compared = LineEnds.unix(body).strip();
      if (!intro.isEmpty() && compared.equals(intro)) {
        String ours = intro(after);
        text.append(
            ours.isEmpty()
                ? ""
                : LineEnds.adapt(ours, lineEnd) + paragraph.substring(body.length()));
        continue;
      }
      int at = old.indexOf(compared);
      boolean renew = at >= 0 && !old.get(at).isEmpty() && !old.get(at).equals(fresh.get(at));
      text.append(
          renew
              ? LineEnds.adapt(fresh.get(at), lineEnd) + paragraph.substring(body.length())
              : paragraph);
    }
    return new Part(mine.kind(), mine.id(), mine.url(), mine.title(), text.toString());
  }

  /** The paragraph with the introduction's anchor; empty where there is none. */
  static String intro(Part part) {
    return split(part.compared()).stream()
        .map(String::strip)
        .filter(Paragraphs::isIntro)
        .findFirst()
        .orElse("");
  }

  private static List<String> beside(Part part) {
    return split(part.compared()).stream()
        .map(String::strip)
        .filter(paragraph -> !isIntro(paragraph))
        .toList();
  }

  private static boolean isIntro(String paragraph) {
    return INTRO.matcher(paragraph).lookingAt();
  }

  private static List<String> split(String text) {
    List<String> paragraphs = new ArrayList<>();
    Matcher gap = PARAGRAPH.matcher(text);
    int start = 0;
    while (gap.find()) {
      paragraphs.add(text.substring(start, gap.end()));
      start = gap.end();
    }
    paragraphs.add(text.substring(start));
    return paragraphs;
  }
}
