package dev.mldigest.domain;

import java.util.Locale;

/** How a poll of a source ended; the state and issue.json keep its {@link #word}. */
public enum PollEnding {
  FETCHED,

  /** Read, but not to the end. */
  PARTIAL,
  NOT_MODIFIED,
  RATE_LIMITED,
  GONE,
  REFUSED,

  /** Of a failed poll the word of its {@link FetchFailure} is kept instead of this one. */
  FAILED;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** What a word says that was kept; one that is not among these names a failure. */
  public static PollEnding of(String word) {
    for (PollEnding ending : values()) {
      if (ending.word().equals(word)) {
        return ending;
      }
    }
    return FAILED;
  }

  /** True where the source was read to the end. */
  public boolean isWell() {
    return this == FETCHED || this == NOT_MODIFIED;
  }
}
