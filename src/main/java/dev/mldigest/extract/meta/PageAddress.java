package dev.mldigest.extract.meta;

import java.net.URI;
import java.net.URISyntaxException;
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
      String absolute = uri.isAbsolute() ? spelt : new URI(base).resolve(uri).toString();
      return isWeb(absolute) ? absolute : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  static boolean isWeb(String address) {
    try {
      URI uri = new URI(address.strip());
      String scheme = uri.getScheme();
      return uri.getHost() != null
          && scheme != null
          && (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
