package dev.mldigest.domain;

import java.util.Locale;

/**
 * What a source publishes. It decides the default medium of its entries and how a source is read.
 */
public enum SourceKind {
  BLOG,
  NEWS,
  PAPERS,
  PODCAST,
  VIDEO,
  RELEASES,
  /** arXiv: announcements, OAI-PMH and the API, asked by category and date window. */
  ARXIV,
  /** Hacker News through Algolia's search API: search words, points. */
  HACKER_NEWS,
  /** A subreddit's feed. */
  REDDIT,
  /** A YouTube channel's or playlist's feed. */
  YOUTUBE,
  /** The releases of a GitHub repository. */
  GITHUB,
  /** Hugging Face's daily papers, with upvotes. */
  HUGGING_FACE,
  /** NewsAPI's "everything": search words, a key. */
  NEWS_API,
  /** A site without a feed, by its sitemap. */
  SITEMAP,
  /** A site without a feed, by the links of a page. */
  LISTING,
  /**
   * Newsletters: mails in files, or the pages or the feed of an archive; round-ups, all of them.
   */
  NEWSLETTER,
  /** The editor's own past newsletters: a folder of Markdown; what was covered, never news. */
  ARCHIVE;

  /** The word used in feeds.yaml, issue.json and reports: lower case, words parted by a hyphen. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** True for kinds whose entries are papers. */
  public boolean isPaper() {
    return this == PAPERS || this == ARXIV || this == HUGGING_FACE;
  }

  /** True for kinds that are listened to or watched. */
  public boolean isSpoken() {
    return this == PODCAST || this == VIDEO || this == YOUTUBE;
  }
}
