package dev.mldigest.domain;

import java.time.Instant;

/**
 * What a source without dates held when it was first read: there before anybody looked, so no news.
 * What such a source shows later counts from when it was first seen.
 */
public final class Baseline {
  /** The date of its entries: before every window. */
  public static final Instant DATE = Instant.parse("1995-01-01T00:00:00Z");

  private Baseline() {}

  /** True for kinds that are told apart from what they held before by what is stored alone. */
  public static boolean isKeptOf(SourceKind kind) {
    return kind == SourceKind.SITEMAP || kind == SourceKind.LISTING;
  }
}
