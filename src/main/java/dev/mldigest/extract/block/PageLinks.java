package dev.mldigest.extract.block;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Where the links of one page lead, as Markdown can hold it. Most addresses are absolute or begin
 * with a slash: these are resolved without a parser of URLs, which took a third of the reading.
 */
final class PageLinks {
  /** Of 120,000 links of 695 pages 25 are longer: pictures and states of a program, no pages. */
  private static final int LONGEST = 2000;

  /** Of ASCII what needs no escape. */
  private static final boolean[] PLAIN = new boolean[0x7f];

  static {
    for (char c = '!'; c < PLAIN.length; c++) {
      PLAIN[c] = "()<>".indexOf(c) < 0;
    }
  }

  /** Scheme and host of the page, once they were asked for; empty if they are unusual. */
  private String origin = "";

  private boolean asked;

  /** The same with the path up to its last slash. */
  private String folder = "";

  /** The address of a link to another page, or an empty string if it is none. */
  String target(Element a, String href) {
    if (href.isBlank() || href.startsWith("#") || href.length() > LONGEST) {
      return "";
    }
    if (isOther(href)) {
      return "";
    }
    String url = isPlain(href) ? resolved(a, href) : null;
    url = url == null ? escape(a.absUrl("href")) : url;
    return url.startsWith("http://") || url.startsWith("https://") ? url : "";
  }

  /** Of a scheme that no page has, as {@code mailto:} (RFC 3986, section 3.1). */
  private static boolean isOther(String href) {
    int i = 0;
    while (i < href.length() && "/?#:".indexOf(href.charAt(i)) < 0) {
      i++;
    }
    return i < href.length()
        && href.charAt(i) == ':'
        && !href.regionMatches(true, 0, "http:", 0, 5)
        && !href.regionMatches(true, 0, "https:", 0, 6);
  }

  private @Nullable String resolved(Element a, String href) {
    if (href.startsWith("http://") || href.startsWith("https://")) {
      return href;
    }
    if (!asked) {
      asked = true;
      base(a.baseUri());
    }
    if (origin.isEmpty() || href.startsWith("?")) {
      return null;
    }
    if (href.startsWith("//")) {
      return href.length() > 2 ? origin.substring(0, origin.indexOf(':') + 1) + href : null;
    }
    if (href.startsWith("/")) {
      return origin + href;
    }
    return href.indexOf(':') < 0 ? folder + href : null;
  }

  private void base(String base) {
    int host = base.startsWith("https://") ? 8 : base.startsWith("http://") ? 7 : 0;
    int end = host;
    while (end < base.length() && "/?#".indexOf(base.charAt(end)) < 0) {
      end++;
    }
    origin = host == 0 || end == host || !isPlain(base) ? "" : base.substring(0, end);
    int path = end;
    while (path < base.length() && "?#".indexOf(base.charAt(path)) < 0) {
      path++;
    }
    folder = path == end ? origin + "/" : base.substring(0, base.lastIndexOf('/', path - 1) + 1);
  }

  /** Nothing that is resolved (a segment of dots), left out or escaped. */
  private static boolean isPlain(String url) {
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      if (c >= PLAIN.length || !PLAIN[c] || (c == '.' && (i == 0 || url.charAt(i - 1) == '/'))) {
        return false;
      }
    }
    return true;
  }

  private static String escape(String url) {
    return url.replace("(", "%28")
        .replace(")", "%29")
        .replace(" ", "%20")
        .replace("<", "%3C")
        .replace(">", "%3E")
        .replace("\n", "");
  }
}
