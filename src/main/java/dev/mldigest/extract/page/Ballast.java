package dev.mldigest.extract.page;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Takes out of a page, before it is decoded and parsed, what is never read: scripts, style sheets
 * and what drawings are made of, a third to half of the bytes of a page of today. The elements
 * stay, empty, so that what is left parses to the same tree; wherever that is not certain nothing
 * is taken. Metadata (JSON-LD) and formulas (MathJax) are scripts that are read. One pass, linear.
 */
final class Ballast {
  private static final Set<String> SVG = NameList.load("svg.txt").section("elements");

  /**
   * The attribute by which MathJax says what a part of its drawing is: there the formula is read.
   */
  private static final String FORMULA = "data-mml-node";

  /** The longest name of an element looked for. */
  private static final int LONGEST = 20;

  private final byte[] body;
  private final String page;

  /** Pairs of places between which bytes are left out. */
  private int[] cuts = new int[64];

  private int ends;
  private int at;

  private Ballast(byte[] body, int to) {
    this.body = body;
    // One character a byte: names of elements are ASCII in every encoding that is left alone here.
    this.page = new String(body, 0, to, StandardCharsets.ISO_8859_1);
  }

  /**
   * The first bytes of a page without its ballast.
   *
   * @param to how many bytes there are to be looked at; later ones are left out
   */
  static byte[] dropped(byte[] body, int to) {
    Ballast ballast = new Ballast(body, to);
    // ISO-2022-JP writes its letters in bytes of ASCII, after an escape.
    if (ballast.page.indexOf('\u001b') < 0) {
      ballast.pass();
    }
    return ballast.lean();
  }

  private void pass() {
    for (at = page.indexOf('<'); at >= 0; at = page.indexOf('<', at)) {
      int tag = at++;
      if (page.startsWith("!--", at)) {
        at = after("-->", tag + 2);
      } else if (at < page.length() && isLetter(page.charAt(at))) {
        at = tagEnd(at);
        if (mayMatter(tag + 1)) {
          start(word(tag + 1), tag, at);
        }
      }
    }
  }

  private static boolean isLetter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }

  private void start(String name, int tag, int from) {
    switch (name) {
      case "svg" -> drawing(from);
      case "script", "style" -> script(name, tag, from);
      // Whatever looks like a tag in one of these is text.
      case "title", "textarea", "xmp", "iframe", "noembed", "noframes" -> at = close(name, from);
      case "plaintext" -> at = page.length();
      default -> {}
    }
  }

  /** By its first two letters: most of the thousands of tags of a page are of other names. */
  private boolean mayMatter(int name) {
    if (name + 1 >= page.length()) {
      return false;
    }
    int second = page.charAt(name + 1) | 0x20;
    return switch (page.charAt(name) | 0x20) {
      case 's' -> second == 'c' || second == 't' || second == 'v';
      case 't' -> second == 'i' || second == 'e';
      case 'i' -> second == 'f';
      case 'n' -> second == 'o';
      case 'p' -> second == 'l';
      case 'x' -> second == 'm';
      default -> false;
    };
  }

  private String word(int from) {
    int end = Math.min(from, page.length());
    int most = Math.min(page.length(), from + LONGEST);
    while (end < most && Character.isLetterOrDigit(page.charAt(end))) {
      end++;
    }
    return end < page.length() && isEnd(page.charAt(end))
        ? page.substring(from, end).toLowerCase(Locale.ROOT)
        : "";
  }

  private static boolean isEnd(char c) {
    return c == '>' || c == '/' || c <= ' ';
  }

  private void script(String name, int tag, int from) {
    int to = close(name, from);
    at = to;
    int comment = page.indexOf("<!--", from, to);
    if (comment >= 0 && !isPlain(comment, to)) {
      at = page.length();
    } else if (from < to && !isRead(page.substring(tag, from))) {
      cut(from, to);
    }
  }

  /**
   * Within a comment a script may hold another one, and then it ends elsewhere (HTML standard,
   * section 13.2.5.19); such a page is left as it is from here on.
   */
  private boolean isPlain(int comment, int to) {
    return page.indexOf("-->", comment, to) > 0 && page.indexOf("<", comment + 1, to) < 0;
  }

  /** Some servers write the plus of {@code application/ld+json} as an entity. */
  private static boolean isRead(String tag) {
    String lower = tag.toLowerCase(Locale.ROOT);
    return lower.contains("ld+") || lower.contains("ld&") || lower.contains("math/");
  }

  private void drawing(int from) {
    if (page.charAt(from - 2) != '/') {
      int to = drawn(from);
      at = to < 0 ? page.length() : to;
      if (to > from && page.indexOf(FORMULA, from, to) < 0) {
        cut(from, to);
      }
    }
  }

  /**
   * Where the tag begins that closes a drawing; -1 if it holds anything but what draws. Other
   * elements end it, whether it was closed or not (section 13.2.6.5), and scripts are read in ways
   * of their own: such a page is left as it is from here on.
   */
  private int drawn(int from) {
    int level = 1;
    for (int i = page.indexOf('<', from); i >= 0; i = page.indexOf('<', i + 1)) {
      if (page.startsWith("<!--", i)) {
        i = after("-->", i + 2) - 1;
        continue;
      }
      boolean closes = page.startsWith("</", i);
      String name = word(closes ? i + 2 : i + 1);
      if (name.equals("svg")) {
        level += closes ? -1 : page.charAt(tagEnd(i + 1) - 2) == '/' ? 0 : 1;
        if (level == 0) {
          return i;
        }
      } else if (!SVG.contains(name)) {
        return -1;
      }
    }
    return -1;
  }

  private void cut(int from, int to) {
    if (ends == cuts.length) {
      cuts = Arrays.copyOf(cuts, 2 * ends);
    }
    cuts[ends++] = from;
    cuts[ends++] = to;
  }

  private byte[] lean() {
    int size = page.length();
    for (int i = 0; i < ends; i += 2) {
      size -= cuts[i + 1] - cuts[i];
    }
    byte[] lean = new byte[size];
    int from = 0;
    int at = 0;
    for (int i = 0; i < ends; i += 2) {
      System.arraycopy(body, from, lean, at, cuts[i] - from);
      at += cuts[i] - from;
      from = cuts[i + 1];
    }
    System.arraycopy(body, from, lean, at, size - at);
    return lean;
  }

  /** One past the end of a tag; a quoted value may hold the sign that ends it (13.2.5.37). */
  private int tagEnd(int name) {
    int to = page.length();
    int i = name;
    while (i < to && body[i] != '>') {
      i = body[i] == '=' ? valueEnd(i + 1) : i + 1;
    }
    return Math.min(i + 1, to);
  }

  private int valueEnd(int from) {
    int i = from;
    while (i < page.length() && page.charAt(i) <= ' ') {
      i++;
    }
    char quote = i < page.length() ? page.charAt(i) : 0;
    if (quote == '"' || quote == '\'') {
      int end = page.indexOf(quote, i + 1);
      return end < 0 ? page.length() : end + 1;
    }
    while (i < page.length() && page.charAt(i) > ' ' && page.charAt(i) != '>') {
      i++;
    }
    return i;
  }

  /** Where the tag begins that closes an element, or the end of the page. */
  private int close(String name, int from) {
    for (int i = page.indexOf("</", from); i >= 0; i = page.indexOf("</", i + 2)) {
      int end = i + 2 + name.length();
      if (page.regionMatches(true, i + 2, name, 0, name.length())
          && end < page.length()
          && isEnd(page.charAt(end))) {
        return i;
      }
    }
    return page.length();
  }

  private int after(String end, int from) {
    int found = page.indexOf(end, from);
    return found < 0 ? page.length() : found + end.length();
  }
}
