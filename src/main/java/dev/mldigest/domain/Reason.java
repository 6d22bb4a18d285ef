package dev.mldigest.domain;

import java.util.Locale;

/** Why a harvested entry is in the issue, or why it is not. Every entry has exactly one. */
public enum Reason {
  PICKED,

  /** Picked, and taken out of the digest by the editor. */
  REJECTED,
  BENCH,
  DUPLICATE,

  /** Collects other people's news: evidence for stories, no item of its own. */
  ROUND_UP,
  TOO_OLD,
  OFF_TOPIC,
  BEGINNER,
  LOW_RANK,
  UNREADABLE,
  FAILED;

  /**
   * The word used in the ledger and in {@code digest inspect week}: lower case, words parted by a
   * space.
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  public static Reason of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace(' ', '_'));
  }
}
