package dev.mldigest.review;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Merges a part paragraph by paragraph: those the editor left alone take the new text. */
final class Paragraphs {
  /** A paragraph with the line ends and blank lines after it. */
  private static final Pattern PARAGRAPH =
      Pattern.compile("(?:\\r?\\n|\\r)[ \\t]*(?:\\r\\n|\\n|\\r)");

  private Paragraphs() {}

  /** The editor's part, renewed only where ours has as many paragraphs as before. */
  static Part merge(Part before, Part mine, Part after, String lineEnd) {
    List<String> old = split(before.compared()).stream().map(String::strip).toList();
    List<String> fresh = split(LineEnds.unix(after.core())).stream().map(String::strip).toList();
    if (old.size() != fresh.size()) {
      return mine;
    }
    StringBuilder text = new StringBuilder();
    for (String paragraph : split(mine.text())) {
      String body = paragraph.stripTrailing();
      int at = old.indexOf(LineEnds.unix(body).strip());
      boolean renew = at >= 0 && !old.get(at).isEmpty() && !old.get(at).equals(fresh.get(at));
      text.append(
          renew
              ? LineEnds.adapt(fresh.get(at), lineEnd) + paragraph.substring(body.length())
              : paragraph);
    }
    return new Part(mine.kind(), mine.id(), mine.url(), mine.title(), text.toString());
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
