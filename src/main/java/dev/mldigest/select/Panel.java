package dev.mldigest.select;

import dev.mldigest.select.rank.OrderJudge;
import dev.mldigest.select.rank.Ranker;
import dev.mldigest.select.rank.Rerank;
import dev.mldigest.select.story.Piece;
import dev.mldigest.select.story.StoryJudge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Those who may be asked where selection is not sure. One panel serves one issue: however often the
 * issue is chosen anew, nothing is asked twice and no more is asked than allowed. Selection does
 * without any answer.
 */
public final class Panel {
  /** Pairs of stories that are put to the judge for an issue. */
  static final int MOST_PAIRS = 20;

  private final StoryJudge judge;
  private final int pairs;
  private final Rerank rerank;
  private final Map<String, Boolean> answers = new LinkedHashMap<>();

  private Panel(StoryJudge judge, int pairs, Rerank rerank) {
    this.judge = judge;
    this.pairs = pairs;
    this.rerank = rerank;
  }

  /** A panel of nobody. */
  public static Panel empty() {
    return new Panel((one, other) -> false, 0, new Rerank(shown -> List.of(), 0, 0));
  }

  /** The same with a judge of stories. */
  public Panel with(StoryJudge storyJudge) {
    return new Panel(storyJudge, MOST_PAIRS, rerank);
  }

  /**
   * The same with a judge of the order.
   *
   * @param most of the best-ranked stories that are put in order, 0 to 100
   * @param seed of the orders in which they are shown
   */
  public Panel with(OrderJudge orderJudge, int most, long seed) {
    return new Panel(judge, pairs, new Rerank(orderJudge, most, seed));
  }

  public boolean judgesStories() {
    return pairs > 0;
  }

  /** True if it was asked about these two before or may still be asked. */
  public boolean mayAnswer(Piece one, Piece other) {
    return answers.containsKey(key(one, other)) || answers.size() < pairs;
  }

  public boolean sameStory(Piece one, Piece other) {
    return answers.computeIfAbsent(key(one, other), pair -> judge.sameStory(one, other));
  }

  private static String key(Piece one, Piece other) {
    return one.id() + "\n" + other.id();
  }

  /**
   * @param ranked best first
   */
  public List<Ranker.Scored> inOrder(List<Ranker.Scored> ranked) {
    return rerank.applied(ranked);
  }

  /** What was asked and what it led to, one sentence each. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (!answers.isEmpty()) {
      long joined = answers.values().stream().filter(yes -> yes).count();
      notes.add(
          "The model was asked of %d pair%s of stories whether they are one, and joined %d."
              .formatted(answers.size(), answers.size() == 1 ? "" : "s", joined));
    }
    notes.addAll(rerank.notes());
    return List.copyOf(notes);
  }
}
