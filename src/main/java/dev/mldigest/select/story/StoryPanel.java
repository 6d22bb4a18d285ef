package dev.mldigest.select.story;

import dev.mldigest.select.piece.Piece;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The judge of stories for one issue: however often its week is grouped, no pair is put to the
 * judge twice, and no more pairs than allowed.
 */
public final class StoryPanel {
  /** Pairs of stories that are put to the judge for an issue. */
  static final int MOST_PAIRS = 20;

  private final StoryJudge judge;
  private final int pairs;
  private final Map<String, Boolean> answers = new LinkedHashMap<>();

  private StoryPanel(StoryJudge judge, int pairs) {
    this.judge = judge;
    this.pairs = pairs;
  }

  /** A panel of nobody. */
  public static StoryPanel empty() {
    return new StoryPanel((one, other) -> false, 0);
  }

  public static StoryPanel of(StoryJudge judge) {
    return new StoryPanel(judge, MOST_PAIRS);
  }

  boolean isEmpty() {
    return pairs == 0;
  }

  /** True if it was asked about these two before or may still be asked. */
  boolean mayAnswer(Piece one, Piece other) {
    return answers.containsKey(key(one, other)) || answers.size() < pairs;
  }

  boolean sameStory(Piece one, Piece other) {
    return answers.computeIfAbsent(key(one, other), pair -> judge.sameStory(one, other));
  }

  private static String key(Piece one, Piece other) {
    return one.id() + "\n" + other.id();
  }

  /** What was asked and what it led to: one sentence, or none. */
  public List<String> notes() {
    if (answers.isEmpty()) {
      return List.of();
    }
    long joined = answers.values().stream().filter(yes -> yes).count();
    return List.of(
        "The model was asked of %d pair%s of stories whether they are one, and joined %d."
            .formatted(answers.size(), answers.size() == 1 ? "" : "s", joined));
  }
}
