package dev.mldigest.fetch.service;

import dev.mldigest.domain.Feed;
import dev.mldigest.domain.FeedEntry;
import dev.mldigest.fetch.document.TitleText;
import dev.mldigest.fetch.feed.FeedProtocol;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the releases of a repository. Their titles are often a bare number: the repository's name
 * and the tag are put before what lacks them.
 */
public final class GitHubReleases implements FeedProtocol.Refinement {
  private static final Pattern RELEASE =
      Pattern.compile("https?://[^/]{1,200}/[^/]{1,100}/([^/]{1,100})/releases/tag/([^?#]{1,200})");

  @Override
  public Feed refine(Feed feed, byte[] body) {
    return feed.withEntries(feed.entries().stream().map(GitHubReleases::named).toList());
  }

  private static FeedEntry named(FeedEntry entry) {
    Matcher release = RELEASE.matcher(String.valueOf(entry.link()));
    if (!release.lookingAt()) {
      return entry;
    }
    String tag = decoded(release.group(2));
    String title = entry.title().isEmpty() ? tag : entry.title();
    if (!holds(title, tag.replaceFirst("^[vV](?=[0-9])", ""))) {
      title = tag + ": " + title;
    }
    if (!holds(title, release.group(1))) {
      title = release.group(1) + " " + title;
    }
    return entry.toBuilder().title(TitleText.folded(title)).build();
  }

  private static boolean holds(String title, String part) {
    return title.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }

  private static String decoded(String tag) {
    try {
      return URLDecoder.decode(tag.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return tag;
    }
  }
}
