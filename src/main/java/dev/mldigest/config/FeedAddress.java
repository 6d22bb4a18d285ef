package dev.mldigest.config;

import java.net.URI;
import java.util.Locale;

/** When two addresses mean one feed: whatever their scheme, letter case of the host, last slash. */
public final class FeedAddress {
  private FeedAddress() {}

  /** Equal for addresses of one feed. */
  public static String key(URI url) {
    String host = url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
    boolean usual = url.getPort() == -1 || url.getPort() == 80 || url.getPort() == 443;
    String path = url.getRawPath() == null ? "" : url.getRawPath();
    while (path.endsWith("/")) {
      path = path.substring(0, path.length() - 1);
    }
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    return host + (usual ? "" : ":" + url.getPort()) + path + query;
  }
}
