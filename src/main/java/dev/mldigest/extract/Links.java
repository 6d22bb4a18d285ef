package dev.mldigest.extract;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Where the links of one page lead, as Markdown can hold it. Most addresses are absolute or begin
 * with a slash: these are resolved without a parser of URLs, which took a third of the reading.
 */
final class Links {
  private static final int LONGEST = 2000;

  /** Scheme and host of the page, once they were asked for. */
  private @Nullable String origin;

  /** The address of a link to another page, or an empty string if it is none. */
  String target(Element a) {
    String href = a.attr("href");
    if (href.isBlank() || href.startsWith("#") || href.length() > LONGEST) {
      return "";
    }
    String url = isPlain(href) ? resolve(a, href) : escape(a.absUrl("href"));
    return url.startsWith("http://") || url.startsWith("https://") ? url : "";
  }

  private String resolve(Element a, String href) {
    if (href.startsWith("http://") || href.startsWith("https://")) {
      return href;
    }
    if (href.startsWith("/") && !href.startsWith("//")) {
      origin = origin == null ? originOf(a.baseUri()) : origin;
      if (!origin.isEmpty()) {
        return origin + href;
      }
    }
    return escape(a.absUrl("href"));
  }

  private static String originOf(String base) {
    int host = base.startsWith("https://") ? 8 : base.startsWith("http://") ? 7 : 0;
    int end = host;
    while (end < base.length() && "/?#".indexOf(base.charAt(end)) < 0) {
      end++;
    }
    return host == 0 || end == host || !isPlain(base) ? "" : base.substring(0, end);
  }

  /** Nothing that is resolved (a segment of dots), left out or escaped. */
  private static boolean isPlain(String url) {
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      boolean dots = c == '.' && i > 0 && url.charAt(i - 1) == '/';
      if (c <= ' ' || c >= 0x7f || c == '(' || c == ')' || c == '<' || c == '>' || dots) {
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
