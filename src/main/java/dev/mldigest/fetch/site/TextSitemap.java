package dev.mldigest.fetch.site;

import dev.mldigest.fetch.document.Links;
import java.util.List;

/** A sitemap that is a plain text: one address a line, and nothing else (sitemaps.org). */
final class TextSitemap {
  /** A file may name 50,000 pages; bounds what is looked at before it is taken for one. */
  private static final int MOST_LINES = 60_000;

  private TextSitemap() {}

  /** The addresses in order, or none where the text is anything else. */
  static List<String> links(String text) {
    List<String> lines =
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).limit(MOST_LINES).toList();
    return lines.stream().allMatch(TextSitemap::isAddress) ? lines : List.of();
  }

  private static boolean isAddress(String line) {
    return Links.web(line) && line.chars().noneMatch(c -> c <= ' ' || c == '<' || c == '"');
  }
}
