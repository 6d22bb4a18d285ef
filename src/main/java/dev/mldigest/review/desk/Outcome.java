package dev.mldigest.review.desk;

import java.util.List;

/** What became of an act. */
public sealed interface Outcome {
  /**
   * It is kept, and the file shows it.
   *
   * @param notices what the editor must know besides, one sentence each
   */
  record Saved(IssueState state, List<String> notices) implements Outcome {
    public Saved {
      notices = List.copyOf(notices);
    }
  }

  /**
   * Somebody else changed what it is about since the author looked; nothing was done.
   *
   * @param now the issue as it is
   */
  record Conflict(IssueState now, String sentence) implements Outcome {}

  /** It cannot be done. */
  record Refused(String sentence) implements Outcome {}
}
