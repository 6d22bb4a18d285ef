package dev.mldigest.fetch.site;

import org.jsoup.select.QueryParser;

/** Tells whether an editor's CSS selector is one, before anything is asked. */
public final class Selectors {
  private Selectors() {}

  public static boolean isValid(String css) {
    try {
      return QueryParser.parse(css) != null;
    } catch (IllegalArgumentException | IllegalStateException e) {
      return false;
    }
  }
}
