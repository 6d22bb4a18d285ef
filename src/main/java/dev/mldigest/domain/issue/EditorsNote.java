package dev.mldigest.domain.issue;

import java.util.Locale;

/**
 * A line of the front matter that is for the editor alone: it stands in digest.md and leaves in no
 * form that is published.
 */
public enum EditorsNote {
  /** How well the sources were watched and read. */
  COVERAGE,
  /** Slots that could not be filled. */
  SHORTFALLS,
  /** Who wrote the summaries. */
  SUMMARIES,
  /** The week in numbers. */
  FUNNEL;

  /** Its key in the front matter. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
