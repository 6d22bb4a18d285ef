package dev.mldigest.assemble.post;

import java.util.regex.Pattern;

/** Mastodon: a link counts 23 characters. */
final class Mastodon extends Plain {
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
  private static final String LINK = "x".repeat(23);

  @Override
  public String words(String text) {
    return Inert.tags(Inert.mentions(text));
  }

  @Override
  public int size(String text) {
    return clusters(ADDRESS.matcher(text).replaceAll(LINK));
  }
}
