package dev.mldigest.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The main content of a page, or of the full text a feed carries.
 *
 * @param url where it was read
 * @param text plain text, blocks parted by one newline
 * @param markdown the same with headings, lists, tables, fenced code, quotes, links and TeX kept
 * @param words number of white-space separated words of {@code text}
 * @param image the picture it is shown with, or null
 */
public record Article(
    String url,
    String title,
    @Nullable String byline,
    @Nullable Instant published,
    @Nullable String language,
    @Nullable String siteName,
    @Nullable String canonical,
    PageKind kind,
    String text,
    String markdown,
    int words,
    @Nullable LeadImage image) {

  /** The same article, read elsewhere or at another length. */
  public Article withText(String text, String markdown, int words) {
    return new Article(
        url, title, byline, published, language, siteName, canonical, kind, text, markdown, words,
        image);
  }

  /** The same article, to be found elsewhere. */
  public Article at(String address) {
    return new Article(
        address, title, byline, published, language, siteName, canonical, kind, text, markdown,
        words, image);
  }
}
