package dev.mldigest.fetch.document;

import java.util.Locale;
import java.util.Set;
import org.jsoup.parser.Parser;
import org.jsoup.parser.TagSet;
import org.jspecify.annotations.Nullable;

/** Reads one tag in one walk. */
final class HtmlTagReader {
  /** The longest name that HTML, SVG or MathML know has 19 characters. */
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

  private final String text;
  private final int start;
  private int at;
  private boolean attributed;

  private HtmlTagReader(String text, int start) {
    this.text = text;
    this.start = start;
    this.at = start + 1;
  }

  /** The tag that begins at this {@code <}, or null if none does. */
  static @Nullable HtmlTag at(String text, int start) {
    return new HtmlTagReader(text, start).tag();
  }

  private @Nullable HtmlTag tag() {
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

  private static boolean isKnown(String name) {
    return TagSet.Html().get(name, Parser.NamespaceHtml) != null
        || OBSOLETE.contains(name)
        || TagSet.Html().get(name, Parser.NamespaceSvg) != null
        || TagSet.Html().get(name, Parser.NamespaceMathml) != null;
  }
}
