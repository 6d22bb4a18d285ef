package dev.mldigest.web;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The identifier of a YouTube video in any address that shows it. */
public final class VideoId {
  private static final Set<String> HOSTS =
      Set.of("youtube.com", "music.youtube.com", "youtube-nocookie.com");
  private static final Pattern PATH =
      Pattern.compile("^/(?:shorts|live|embed|v|e)/([\\w-]{11})/?$");
  private static final Pattern QUERY = Pattern.compile("[?&]v=([\\w-]{11})(?:&.*)?$");
  private static final Pattern SHORT = Pattern.compile("^/([\\w-]{11})/?$");

  /** Words of eleven letters that stand where an embedded video's identifier does. */
  private static final Set<String> NO_IDS = Set.of("videoseries", "live_stream");

  private VideoId() {}

  /** Whether an address is that of a video. */
  public static boolean isIn(String url) {
    Address page = Address.parse(url);
    return page != null && of(page) != null;
  }

  /** Null where a page shows no video. */
  static @Nullable String of(Address page) {
    String bare = page.bareHost();
    Matcher id = null;
    if (bare.equals("youtu.be")) {
      id = SHORT.matcher(page.path());
    } else if (HOSTS.contains(bare)) {
      boolean watched = page.path().equals("/watch") || page.path().equals("/watch/");
      id = watched ? QUERY.matcher(page.query()) : PATH.matcher(page.path());
    }
    boolean found =
        id != null && page.port().isEmpty() && id.find() && !NO_IDS.contains(id.group(1));
    return found && id != null ? id.group(1) : null;
  }
}
