package dev.mldigest.fetch;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Titles and names as plain text. What is stated to be text is taken as it is ({@link #folded});
 * what may hold HTML loses tags and references ({@link #of}).
 */
final class PlainText {
  private static final int LONGEST = 10_000;
  private static final Pattern COMMENT = Pattern.compile("<!--.{0,1000}?-->", Pattern.DOTALL);
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u200b\\ufeff]+");
  private static final Pattern BLANK_LINE = Pattern.compile("\\r?\\n[ \\t]*\\r?\\n\\s*");

  private PlainText() {}

  /**
   * HTML as text: tags removed, references decoded, white space folded. Only what HTML knows is a
   * tag, and of a pair without attributes both halves must be there: {@code p<q and r>s} is
   * mathematics, and so is {@code a<b>c}.
   */
  static String of(@Nullable String html) {
    if (html == null || html.isEmpty()) {
      return "";
    }
    String cut = html.length() > LONGEST ? html.substring(0, LONGEST) : html;
    if (cut.indexOf('<') >= 0) {
      cut = withoutTags(COMMENT.matcher(cut).replaceAll(""));
    }
    return decoded(cut);
  }

  /** Text in which nothing is a tag, though references may have been escaped once too often. */
  static String decoded(String text) {
    return folded(text.indexOf('&') >= 0 ? Parser.unescapeEntities(text, false) : text);
  }

  private static String withoutTags(String html) {
    String lower = html.toLowerCase(Locale.ROOT);
    StringBuilder out = new StringBuilder(html.length());
    int from = 0;
    for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
      HtmlTag tag = HtmlTag.at(html, at);
      if (tag != null && (tag.standsAlone() || tag.isPaired(lower))) {
        out.append(html, from, at);
        from = tag.end();
        at = tag.end() - 1;
      }
    }
    return out.append(html, from, html.length()).toString();
  }

  static String folded(String text) {
    return SPACE.matcher(text).replaceAll(" ").strip();
  }

  /** Text as HTML that shows it: nothing in it is markup, blank lines part paragraphs. */
  static String html(String text) {
    String escaped = Entities.escape(text.strip());
    return BLANK_LINE.matcher(escaped).find()
        ? "<p>" + BLANK_LINE.matcher(escaped).replaceAll("</p><p>") + "</p>"
        : escaped;
  }
}
