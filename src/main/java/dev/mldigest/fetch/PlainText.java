package dev.mldigest.fetch;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jsoup.parser.TagSet;
import org.jspecify.annotations.Nullable;

/** Titles and names as plain text: HTML tags removed, references decoded, white space folded. */
final class PlainText {
  private static final int LONGEST = 10_000;
  private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9]{0,15})([^<>]*)>");
  private static final Pattern COMMENT = Pattern.compile("<!--.{0,1000}?-->", Pattern.DOTALL);
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u200b\\ufeff]+");

  private PlainText() {}

  /** Only names that HTML knows are tags: {@code p<q and r>s} is mathematics. */
  static String of(@Nullable String html) {
    if (html == null || html.isEmpty()) {
      return "";
    }
    String cut = html.length() > LONGEST ? html.substring(0, LONGEST) : html;
    if (cut.indexOf('<') >= 0) {
      cut = COMMENT.matcher(cut).replaceAll("");
      cut = TAG.matcher(cut).replaceAll(PlainText::tag);
    }
    if (cut.indexOf('&') >= 0) {
      cut = Parser.unescapeEntities(cut, false);
    }
    return folded(cut);
  }

  private static String tag(java.util.regex.MatchResult tag) {
    boolean known =
        TagSet.Html().get(tag.group(2).toLowerCase(Locale.ROOT), Parser.NamespaceHtml) != null;
    return known ? "" : Matcher.quoteReplacement(tag.group());
  }

  static String folded(String text) {
    return SPACE.matcher(text).replaceAll(" ").strip();
  }
}
