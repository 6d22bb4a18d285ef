package dev.mldigest.extract.meta;

import java.net.URI;
import java.net.URISyntaxException;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Addresses as pages spell them. */
final class PageAddress {
  /** Characters that Internet Explorer took, nearly: sites keep below. */
  private static final int LONGEST = 2048;

  private PageAddress() {}

  /** What a page means by an address, as an absolute one of the web; null if it is none. */
  static @Nullable String web(String base, String address) {
    String spelt = address.strip().replace(" ", "%20");
    if (spelt.isEmpty() || spelt.length() > LONGEST) {
      return null;
    }
    try {
      URI uri = new URI(spelt);
      URI absolute = uri.isAbsolute() ? uri : new URI(base).resolve(uri);
      return isWeb(absolute) ? absolute.toString() : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** Where an element leads; what resolves to itself, as most do, is not resolved. */
  static String absolute(Element e) {
    String href = e.attr("href");
    return isPlain(href) ? href : e.absUrl("href");
  }

  private static boolean isPlain(String href) {
    boolean web = href.startsWith("https://") || href.startsWith("http://");
    for (int i = 0; web && i < href.length(); i++) {
      char c = href.charAt(i);
      boolean dots = c == '.' && href.charAt(i - 1) == '/'; // behind the scheme
      web = c > ' ' && c < 0x7f && c != '\\' && c != '@' && !dots;
    }
    return web;
  }

  static boolean isWeb(String address) {
    try {
      return isWeb(new URI(address.strip()));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean isWeb(URI uri) {
    String scheme = uri.getScheme();
    return uri.getHost() != null
        && scheme != null
        && (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"));
  }
}
