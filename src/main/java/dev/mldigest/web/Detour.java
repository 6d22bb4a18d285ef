package dev.mldigest.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address in a link that leads over a counter: feeds of Google Alerts name each page so, and
 * what answers there is a page that only a browser leaves.
 */
public final class Detour {
  private static final Pattern COUNTER =
      Pattern.compile(
          "https?://(?:www\\.)?google\\.[a-z.]{2,6}/url\\?(?:[^#]*&)?(?:url|q)=(https?(?:%3A|:)[^&#]+).*",
          Pattern.CASE_INSENSITIVE);

  private Detour() {}

  /** The link itself where it is none. */
  public static @Nullable String past(@Nullable String link) {
    Matcher counter = link == null ? null : COUNTER.matcher(link);
    if (counter == null || !counter.matches()) {
      return link;
    }
    try {
      String target = URLDecoder.decode(counter.group(1), StandardCharsets.UTF_8);
      return CanonicalUrl.of(target).isPresent() ? target : link;
    } catch (IllegalArgumentException e) {
      return link;
    }
  }
}
