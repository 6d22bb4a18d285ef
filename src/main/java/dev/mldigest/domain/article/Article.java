package dev.mldigest.domain.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The main content of a page, or of the full text a feed carries.
 *
 * @param url where it was read
 * @param about what its page says of it
 */
public record Article(String url, About about, PageKind kind, Body body) {
  /**
   * What a page says of itself.
   *
   * @param canonical the address it wants to be known by, or null
   * @param image the picture it is shown with, or null
   */
  public record About(
      String title,
      @Nullable String byline,
      @Nullable Instant published,
      @Nullable String language,
      @Nullable String siteName,
      @Nullable String canonical,
      @Nullable LeadImage image) {
    /** Of which only the title is known. */
    public static About titled(String title) {
      return new About(title, null, null, null, null, null, null);
    }
  }

  /**
   * @param text plain text, blocks parted by one newline
   * @param markdown the same with headings, lists, tables, fenced code, quotes, links and TeX kept
   * @param words number of white-space separated words of {@code text}
   */
  public record Body(String text, String markdown, int words) {}

  public String title() {
    return about.title();
  }

  public String text() {
    return body.text();
  }

  public String markdown() {
    return body.markdown();
  }

  public int words() {
    return body.words();
  }

  /** The same article, read elsewhere or at another length. */
  public Article withText(String text, String markdown, int words) {
    return new Article(url, about, kind, new Body(text, markdown, words));
  }

  /** The same article, to be found elsewhere. */
  public Article at(String address) {
    return new Article(address, about, kind, body);
  }
}
