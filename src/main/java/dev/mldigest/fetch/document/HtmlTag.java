package dev.mldigest.fetch.document;

import java.util.Set;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;
import org.jsoup.parser.TagSet;

/**
 * A tag that HTML knows, as it is written in a text. Everything else that begins with {@code <} is
 * a less-than sign: {@code $a<b$ and $c>d$}, {@code k<E experts, with E>1}, {@code Atomic<T>}.
 *
 * @param start index of its {@code <}
 * @param end index of the first character behind it
 */
record HtmlTag(String name, boolean closing, boolean attributed, int start, int end) {
  /** Elements whose end tag HTML lets one leave out (WHATWG HTML section 13.1.2.4). */
  private static final Set<String> OPEN_ENDED =
      Set.of("p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "option", "body", "html");

  /** Elements that only a text of several parts has. */
  private static final Set<String> STRUCTURE =
      Set.of(
          "p",
          "br",
          "div",
          "ul",
          "ol",
          "li",
          "dl",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "blockquote",
          "pre",
          "table",
          "figure",
          "section",
          "article",
          "hr");

  /**
   * Elements whose text no reader shows as text that holds, so that left open they take the rest.
   */
  private static final Set<String> TAKES_AWAY =
      Set.of(
          "s",
          "del",
          "strike",
          "title",
          "textarea",
          "script",
          "style",
          "iframe",
          "object",
          "applet",
          "noscript",
          "template",
          "select",
          "datalist",
          "button",
          "svg",
          "math",
          "audio",
          "video",
          "canvas",
          "xmp",
          "plaintext",
          "noembed",
          "noframes");

  /** Elements that hold parts of a text; broken HTML often leaves them open. */
  private static final Set<String> HOLDERS =
      Set.of(
          "main",
          "span",
          "font",
          "center",
          "address",
          "details",
          "summary",
          "tfoot",
          "caption",
          "colgroup",
          "figcaption",
          "hgroup",
          "ruby");

  private static final Set<String> BREAKS = Set.of("br", "hr", "wbr");

  /** True for an element of text that is set in parts, or one that carries attributes. */
  boolean structures() {
    return attributed || STRUCTURE.contains(name);
  }

  /** True where the tag can stand alone: an empty element, one left open, one with attributes. */
  boolean standsAlone(String text) {
    return attributed
        || OPEN_ENDED.contains(name)
        || (isEmpty() && !isSpokenOf(text))
        || ((name.equals("script") || name.equals("style")) && !isWord(text));
  }

  private boolean isEmpty() {
    Tag known = TagSet.Html().get(name, Parser.NamespaceHtml);
    return known != null && known.isEmpty();
  }

  /** True for an element that takes away what it holds, or strikes it out. */
  boolean takesAway() {
    return TAKES_AWAY.contains(name);
  }

  /** True for a script or a style sheet: of one that was cut off the rest is no text. */
  boolean isCode() {
    return name.equals("script") || name.equals("style");
  }

  /**
   * Whether a tag of a longer text that has no other half is spoken of: no markup without an end is
   * worth the rest of the text, and a phrase's text stands right behind its start tag.
   */
  boolean isSpokenOf(String text) {
    if (attributed || isSelfClosed(text) || BREAKS.contains(name)) {
      return false;
    }
    if (isEmpty()) {
      return isWord(text);
    }
    if (takesAway()) {
      return isCode() ? !closing && isWord(text) : !closing || isWord(text) || isGlued(text);
    }
    boolean holder =
        STRUCTURE.contains(name) || OPEN_ENDED.contains(name) || HOLDERS.contains(name);
    return !holder && !closing && end < text.length() && (isEnded(text) || isGlued(text));
  }

  boolean isSelfClosed(String text) {
    return text.charAt(end - 2) == '/';
  }

  /** Set off on both sides, as a word of a sentence is. */
  boolean isWord(String text) {
    char before = start == 0 ? ' ' : text.charAt(start - 1);
    return (before == ' ' || "([{\"'\u201c\u2018`*,".indexOf(before) >= 0) && isEnded(text);
  }

  private boolean isEnded(String text) {
    char after = end >= text.length() ? ' ' : text.charAt(end);
    return after == ' ' || ")]}\"'\u201d\u2019`*.,;:!?".indexOf(after) >= 0;
  }

  /** Between letters: {@code q<i>r}. */
  private boolean isGlued(String text) {
    return start > 0
        && end < text.length()
        && Character.isLetterOrDigit(text.charAt(start - 1))
        && Character.isLetterOrDigit(text.charAt(end));
  }
}
