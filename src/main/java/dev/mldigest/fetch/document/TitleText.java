package dev.mldigest.fetch.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;
import org.jsoup.parser.TagSet;
import org.jspecify.annotations.Nullable;

/**
 * Titles and names as plain text. What is stated to be text is taken as it is ({@link #folded});
 * what may hold HTML loses tags and references ({@link #of}).
 */
public final class TitleText {
  /** Characters, markup included; titles have under 300. Bounds the time of a hostile one. */
  private static final int LONGEST = 10_000;

  private static final Pattern COMMENT = Pattern.compile("<!--.{0,1000}?-->", Pattern.DOTALL);

  /** Elements that {@link InlineRuns} reads. */
  private static final Set<String> READ =
      Set.of("sup", "sub", "del", "s", "strike", "a", "span", "cite", "math");

  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u200b\\ufeff]+");

  /** Where a line may break, or may not: of a word they show nothing, and a search misses it. */
  private static final Pattern UNSEEN = Pattern.compile("[\\u00ad\\u2060]+");

  private static final Pattern BLANK_LINE = Pattern.compile("\\r?\\n[ \\t]*\\r?\\n\\s*");

  private TitleText() {}

  /**
   * HTML as text: tags removed, references decoded, white space folded. Only what HTML knows is a
   * tag, and of a pair without attributes both halves must be there: {@code p<q and r>s} is
   * mathematics, and so is {@code a<b>c}.
   */
  public static String of(@Nullable String html) {
    if (html == null || html.isEmpty()) {
      return "";
    }
    String cut = html.length() > LONGEST ? html.substring(0, LONGEST) : html;
    if (cut.indexOf('<') >= 0) {
      String runs = runs(COMMENT.matcher(cut).replaceAll(""));
      return runs.indexOf('<') < 0 ? decoded(runs) : folded(InlineRuns.text(runs));
    }
    return decoded(cut);
  }

  /** Text in which nothing is a tag, though references may have been escaped once too often. */
  public static String decoded(String text) {
    return folded(text.indexOf('&') >= 0 ? Parser.unescapeEntities(text, false) : text);
  }

  /** The tags that {@link InlineRuns} reads, blank where others part lines; all else is text. */
  private static String runs(String html) {
    List<HtmlTag> tags = tags(html);
    Set<HtmlTag> paired = TagPairs.of(tags, html);
    boolean ofTags = namesTags(tags, paired, html);
    StringBuilder out = new StringBuilder(html.length());
    int from = 0;
    for (HtmlTag tag : tags) {
      boolean pair = paired.contains(tag);
      boolean word = ofTags && !tag.attributed() && tag.isWord(html);
      if (tag.start() < from || (!pair && (word || !tag.standsAlone(html)))) {
        continue;
      }
      text(html, from, tag.start(), out);
      from = tag.end();
      if (pair && READ.contains(tag.name())) {
        from = tag.name().equals("math") && !tag.closing() ? mathEnd(html, from) : from;
        out.append(html, tag.start(), from);
      } else if (parts(tag.name())) {
        out.append(' ');
      }
    }
    text(html, from, html.length(), out);
    return out.toString();
  }

  private static void text(String html, int from, int to, StringBuilder out) {
    out.append(html.substring(from, to).replace("<", "&lt;"));
  }

  /** The names within a formula are none of HTML. */
  private static int mathEnd(String html, int from) {
    int end = html.toLowerCase(Locale.ROOT).indexOf("</math", from);
    return end < 0 ? from : end;
  }

  /** Whether it begins or ends a line. */
  private static boolean parts(String name) {
    Tag known = TagSet.Html().get(name, Parser.NamespaceHtml);
    return switch (name) {
      case "br" -> true;
      case "ins", "del", "script", "style", "math" -> false;
      default -> known != null && known.isBlock();
    };
  }

  private static List<HtmlTag> tags(String html) {
    List<HtmlTag> tags = new ArrayList<>();
    int from = 0;
    for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', from)) {
      HtmlTag tag = HtmlTagReader.at(html, at);
      from = tag == null ? at + 1 : tag.end();
      if (tag != null) {
        tags.add(tag);
      }
    }
    return tags;
  }

  /** A title in which two different tags stand as words speaks of them: {@code <br> or <p>?} */
  private static boolean namesTags(List<HtmlTag> tags, Set<HtmlTag> paired, String html) {
    return tags.stream()
            .filter(tag -> !paired.contains(tag) && !tag.attributed() && !tag.isSelfClosed(html))
            .filter(tag -> tag.isWord(html))
            .map(HtmlTag::name)
            .distinct()
            .limit(2)
            .count()
        == 2;
  }

  public static String folded(String text) {
    return SPACE.matcher(UNSEEN.matcher(text).replaceAll("")).replaceAll(" ").strip();
  }

  /** Text as HTML that shows it: nothing in it is markup, blank lines part paragraphs. */
  public static String html(String text) {
    String escaped = Entities.escape(text.strip());
    return BLANK_LINE.matcher(escaped).find()
        ? "<p>" + BLANK_LINE.matcher(escaped).replaceAll("</p><p>") + "</p>"
        : escaped;
  }
}
