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
  /** The arXiv API, asked by category and date window; every other kind is a feed. */
  ARXIV;

  /** The word used in feeds.yaml, issue.json and reports: lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** True for kinds whose entries are papers. */
  public boolean isPaper() {
    return this == PAPERS || this == ARXIV;
  }

  /** True for kinds that are listened to or watched. */
  public boolean isSpoken() {
    return this == PODCAST || this == VIDEO;
  }
}
