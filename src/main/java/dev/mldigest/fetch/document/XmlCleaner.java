package dev.mldigest.fetch.document;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/**
 * Makes a decoded document presentable to an XML parser, in one pass and linear time: what stands
 * before the first tag, the XML declaration and the DOCTYPE go, entities become characters, bare
 * ampersands are escaped, characters that XML forbids are dropped. Entities are never resolved: a
 * reference to one that the document declares itself is dropped and said so.
 */
final class XmlCleaner {

  /** The longest name of an HTML entity is shorter. */
  private static final int LONGEST_NAME = 40;

  /** A low surrogate by its number. */
  private static final Pattern LOW =
      Pattern.compile(
          "&#([xX][dD][c-fC-F][0-9a-fA-F]{2}|56[3-9]\\d\\d|57[0-2]\\d\\d|573[0-3]\\d|5734[0-3]);");

  private static final String C1 =
      "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d"
          + "\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153"
          + "\u009d\u017e\u0178";

  private final String in;
  private final ParseNotes notes;
  private final StringBuilder out;
  private final Set<String> declared = new HashSet<>();
  private int at;
  private int references;

  /** Looked for once only: looking for the end of each of a million would take quadratic time. */
  private boolean unbalancedDoctype;

  private XmlCleaner(String in, ParseNotes notes) {
    this.in = in;
    this.notes = notes;
    this.out = new StringBuilder(in.length() + 64);
  }

  static String clean(String text, ParseNotes notes) {
    return new XmlCleaner(text, notes).run();
  }

  private String run() {
    at = Math.max(0, in.indexOf('<'));
    while (at < in.length()) {
      char c = in.charAt(at);
      if (c == '<') {
        markup();
      } else if (c == '&') {
        reference();
      } else {
        character();
      }
    }
    return out.toString();
  }

  private void markup() {
    if (in.startsWith("<![CDATA[", at)) {
      verbatim("]]>");
    } else if (in.startsWith("<!--", at)) {
      skip("-->");
    } else if (in.startsWith("<?", at)) {
      skip("?>");
    } else if (in.regionMatches(true, at, "<!DOCTYPE", 0, 9)) {
      doctype();
    } else {
      out.append('<');
      at++;
    }
  }

  /** Comments and processing instructions say nothing to a feed reader. */
  private void skip(String end) {
    int close = in.indexOf(end, at + 2);
    at = close < 0 ? in.length() : close + end.length();
  }

  private void verbatim(String end) {
    int close = in.indexOf(end, at);
    int stop = close < 0 ? in.length() : close + end.length();
    while (at < stop) {
      character();
    }
    if (close < 0) {
      out.append(end);
    }
  }

  private void character() {
    char c = in.charAt(at);
    if (Character.isHighSurrogate(c)
        && at + 1 < in.length()
        && Character.isLowSurrogate(in.charAt(at + 1))) {
      out.append(c).append(in.charAt(at + 1));
      at += 2;
      return;
    }
    if (allowed(c)) {
      out.append(c);
    }
    at++;
  }

  private static boolean allowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c < 0xd800)
        || (c >= 0xe000 && c < 0xfffe)
        || (c >= 0x10000 && c <= 0x10ffff);
  }

  private void doctype() {
    int depth = 0;
    char quote = 0;
    int start = at;
    for (; at < in.length() && !unbalancedDoctype; at++) {
      char c = in.charAt(at);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || (c == '\'' && depth == 0)) {
        quote = c;
      } else if (c == '[') {
        depth++;
      } else if (c == ']') {
        depth--;
      } else if (c == '>' && depth <= 0) {
        at++;
        break;
      } else if (c == '<' && in.startsWith("<!ENTITY", at)) {
        declare();
      }
    }
    if (at >= in.length() || unbalancedDoctype) { // read it as the plainest DOCTYPE there is
      unbalancedDoctype = true;
      int close = in.indexOf('>', start);
      at = close < 0 ? in.length() : close + 1;
    }
  }

  private void declare() {
    int from = at + "<!ENTITY".length();
    while (from < in.length() && (in.charAt(from) <= ' ' || in.charAt(from) == '%')) {
      from++;
    }
    int to = from;
    while (to < in.length() && to - from < LONGEST_NAME && nameCharacter(in.charAt(to))) {
      to++;
    }
    declared.add(in.substring(from, to));
    notes.incomplete("The document declares entities; references to them were dropped.");
  }

  private static boolean nameCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == ':';
  }

  private void reference() {
    if (++references > DocumentBounds.REFERENCES) {
      notes.incomplete(
          "Only what stands before the " + DocumentBounds.REFERENCES + "th '&' was read.");
      at = in.length();
      return;
    }
    int semicolon = at + 1;
    int last = Math.min(in.length(), at + LONGEST_NAME);
    while (semicolon < last
        && (nameCharacter(in.charAt(semicolon)) || in.charAt(semicolon) == '#')) {
      semicolon++;
    }
    if (semicolon >= last || in.charAt(semicolon) != ';' || semicolon == at + 1) {
      escapeAmpersand();
      return;
    }
    String name = in.substring(at + 1, semicolon);
    if (name.startsWith("#")) {
      numeric(name.substring(1), semicolon);
    } else {
      named(name, semicolon);
    }
  }

  private void named(String name, int semicolon) {
    switch (name) {
      case "amp", "lt", "gt", "quot", "apos" -> out.append(in, at, semicolon + 1);
      default -> {
        if (declared.contains(name)) {
          notes.incomplete("The reference to the entity '" + name + "' was dropped.");
        } else if (Entities.isNamedEntity(name)) {
          Entities.getByName(name).codePoints().forEach(this::point);
        } else {
          escapeAmpersand();
          return;
        }
      }
    }
    at = semicolon + 1;
  }

  private void numeric(String digits, int semicolon) {
    try {
      int c = number(digits);
      at = semicolon + 1;
      point(isHigh(c) ? paired((char) c) : c);
    } catch (NumberFormatException e) {
      escapeAmpersand();
    }
  }

  private static int number(String digits) {
    boolean hex = digits.startsWith("x") || digits.startsWith("X");
    return hex ? Integer.parseInt(digits.substring(1), 16) : Integer.parseInt(digits);
  }

  private static boolean isHigh(int c) {
    return c >= Character.MIN_HIGH_SURROGATE && c <= Character.MAX_HIGH_SURROGATE;
  }

  /** Programs that count in UTF-16 write a rarer character as two references. */
  private int paired(char high) {
    Matcher low = LOW.matcher(in).region(at, in.length());
    if (!low.lookingAt()) {
      return high;
    }
    at = low.end();
    return Character.toCodePoint(high, (char) number(low.group(1)));
  }

  /** A character that came from a reference and must not turn into markup. */
  private void point(int c) {
    int meant = c >= 0x80 && c < 0xa0 ? C1.charAt(c - 0x80) : c; // as HTML reads &#146;
    if (meant == '<' || meant == '&' || meant == '>' || meant == '"' || meant == '\'') {
      out.append("&#").append(meant).append(';');
    } else if (meant == '\n' || meant == '\r' || meant == '\t') {
      out.append("&#").append(meant).append(';');
    } else if (allowed(meant)) {
      out.appendCodePoint(meant);
    }
  }

  private void escapeAmpersand() {
    out.append("&amp;");
    at++;
  }
}
