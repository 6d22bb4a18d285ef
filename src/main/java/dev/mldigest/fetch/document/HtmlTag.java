package dev.mldigest.fetch.document;

import java.util.Locale;
import java.util.Set;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;
import org.jsoup.parser.TagSet;
import org.jspecify.annotations.Nullable;

/**
 * A tag that HTML knows, as it is written in a text. Everything else that begins with {@code <} is
 * a less-than sign: {@code $a<b$ and $c>d$}, {@code k<E experts, with E>1}, {@code Atomic<T>}.
 *
 * @param start index of its {@code <}
 * @param end index of the first character behind it
 */
record HtmlTag(String name, boolean closing, boolean attributed, int start, int end) {
  private static final int LONGEST_NAME = 40;

  /** Attributes that stand without a value: WHATWG HTML, "Attributes", those marked Boolean. */
  private static final Set<String> BOOLEAN =
      Set.of(
          "allowfullscreen",
          "async",
          "autofocus",
          "autoplay",
          "checked",
          "controls",
          "default",
          "defer",
          "disabled",
          "download",
          "formnovalidate",
          "hidden",
          "inert",
          "ismap",
          "itemscope",
          "loop",
          "multiple",
          "muted",
          "nomodule",
          "novalidate",
          "open",
          "playsinline",
          "readonly",
          "required",
          "reversed",
          "selected",
          "nowrap",
          "noshade",
          "compact",
          "alt",
          "class",
          "style",
          "title");

  /** WHATWG HTML, "Non-conforming features": those that jsoup does not know. */
  private static final Set<String> OBSOLETE =
      Set.of(
          "bgsound",
          "blink",
          "isindex",
          "listing",
          "marquee",
          "multicol",
          "nextid",
          "nobr",
          "noembed",
          "plaintext",
          "rb",
          "rtc",
          "spacer",
          "tt",
          "xmp");

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

  /** The tag that begins at this {@code <}, or null if none does. */
  static @Nullable HtmlTag at(String text, int start) {
    return new Reader(text, start).tag();
  }

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

  private static boolean isKnown(String name) {
    return TagSet.Html().get(name, Parser.NamespaceHtml) != null
        || OBSOLETE.contains(name)
        || TagSet.Html().get(name, Parser.NamespaceSvg) != null
        || TagSet.Html().get(name, Parser.NamespaceMathml) != null;
  }

  /** Reads one tag in one walk. */
  private static final class Reader {
    private final String text;
    private final int start;
    private int at;
    private boolean attributed;

    Reader(String text, int start) {
      this.text = text;
      this.start = start;
      this.at = start + 1;
    }

    @Nullable HtmlTag tag() {
      boolean closing = peek() == '/';
      at += closing ? 1 : 0;
      int from = at;
      while (at - from < LONGEST_NAME && isNameCharacter(peek(), at == from)) {
        at++;
      }
      String name = text.substring(from, Math.min(at, text.length())).toLowerCase(Locale.ROOT);
      boolean named = !name.isEmpty() && " \t\n\r/>".indexOf(peek()) >= 0;
      boolean custom = name.indexOf('-') > 0 || name.indexOf(':') > 0;
      if (!named || !(custom || isKnown(name)) || !rest(closing)) {
        return null;
      }
      return new HtmlTag(name, closing, attributed, start, at);
    }

    private static boolean isNameCharacter(char c, boolean first) {
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      return letter || (!first && ((c >= '0' && c <= '9') || c == '-' || c == ':'));
    }

    /** The character at hand; NUL past the end, which no tag holds. */
    private char peek() {
      return at < text.length() ? text.charAt(at) : 0;
    }

    private boolean rest(boolean closing) {
      while (true) {
        while (Character.isWhitespace(peek()) || (peek() == '/' && !closing)) {
          at++;
        }
        if (peek() == '>') {
          at++;
          return true;
        }
        if (closing || !attribute()) {
          return false;
        }
      }
    }

    private boolean attribute() {
      int from = at;
      while (peek() != 0 && !Character.isWhitespace(peek()) && "=<>/\"'$\\".indexOf(peek()) < 0) {
        at++;
      }
      String name = text.substring(from, Math.min(at, text.length())).toLowerCase(Locale.ROOT);
      if (name.isEmpty()) {
        return false;
      }
      if (peek() != '=') {
        return BOOLEAN.contains(name);
      }
      at++;
      attributed = true;
      return value();
    }

    private boolean value() {
      char quote = peek();
      if (quote == '"' || quote == '\'') {
        int close = text.indexOf(quote, at + 1);
        at = close < 0 ? text.length() : close + 1;
        return close >= 0;
      }
      int from = at;
      while (peek() != 0 && !Character.isWhitespace(peek()) && "<>".indexOf(peek()) < 0) {
        at++;
      }
      return at > from;
    }
  }
}
