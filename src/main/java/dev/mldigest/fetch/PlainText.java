package dev.mldigest.fetch;

import dev.mldigest.domain.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
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

  /** Short, and without a tag within: an exponent, an index, an ordinal. */
  private static final Pattern SCRIPT =
      Pattern.compile("(?i)<(su[bp])(?: [^<>]{0,200})?>([^<>]{1,24})</\\1\\s*>");

  private static final Pattern STRUCK =
      Pattern.compile(
          "(?i)<(del|s|strike)(?: [^<>]{0,200})?>(?! [^<>]{0,200} </)[^<>]{0,200}</\\1\\s*>");

  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u200b\\ufeff]+");

  /** Where a line may break, or may not: of a word they show nothing, and a search misses it. */
  private static final Pattern UNSEEN = Pattern.compile("[\\u00ad\\u2060]+");

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
      String lines = STRUCK.matcher(COMMENT.matcher(cut).replaceAll("")).replaceAll("");
      cut = withoutTags(SCRIPT.matcher(lines).replaceAll(script -> script(lines, script)));
    }
    return decoded(cut);
  }

  /** Text in which nothing is a tag, though references may have been escaped once too often. */
  static String decoded(String text) {
    return folded(text.indexOf('&') >= 0 ? Parser.unescapeEntities(text, false) : text);
  }

  private static String withoutTags(String html) {
    List<HtmlTag> tags = tags(html);
    Set<HtmlTag> paired = TagPairs.of(tags, html);
    boolean ofTags = namesTags(tags, paired, html);
    StringBuilder out = new StringBuilder(html.length());
    int from = 0;
    for (HtmlTag tag : tags) {
      boolean word = ofTags && !tag.attributed() && tag.isWord(html);
      if (paired.contains(tag) || (!word && tag.standsAlone(html))) {
        out.append(html, from, tag.start());
        from = tag.end();
      }
    }
    return out.append(html, from, html.length()).toString();
  }

  private static List<HtmlTag> tags(String html) {
    List<HtmlTag> tags = new ArrayList<>();
    int from = 0;
    for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', from)) {
      HtmlTag tag = HtmlTag.at(html, at);
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

  /**
   * What is raised must not be read as further digits of a number. Letters alone, as of an ordinal
   * or a mark of trade, are text, and so is a number of atoms.
   */
  private static String script(String html, MatchResult script) {
    String own = Parser.unescapeEntities(script.group(2), false).strip();
    boolean number = own.codePoints().anyMatch(Character::isDigit);
    boolean raised = script.group(1).endsWith("p");
    boolean atoms =
        script.start() > 0 && Character.isUpperCase(html.charAt(script.start() - 1)) && !raised;
    String written = !number || atoms ? own : raised ? Script.raised(own) : Script.lowered(own);
    return Matcher.quoteReplacement(Entities.escape(written));
  }

  static String folded(String text) {
    return SPACE.matcher(UNSEEN.matcher(text).replaceAll("")).replaceAll(" ").strip();
  }

  /** Text as HTML that shows it: nothing in it is markup, blank lines part paragraphs. */
  static String html(String text) {
    String escaped = Entities.escape(text.strip());
    return BLANK_LINE.matcher(escaped).find()
        ? "<p>" + BLANK_LINE.matcher(escaped).replaceAll("</p><p>") + "</p>"
        : escaped;
  }
}
