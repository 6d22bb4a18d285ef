package dev.mldigest.select;

import dev.mldigest.select.rank.OrderJudge;
import dev.mldigest.select.rank.Ranker;
import dev.mldigest.select.rank.Rerank;
import dev.mldigest.select.story.StoryJudge;
import dev.mldigest.select.story.StoryPanel;
import java.util.List;
import java.util.stream.Stream;

/**
 * Those who may be asked where selection is not sure. One panel serves one issue: however often the
 * issue is chosen anew, nothing is asked twice and no more is asked than allowed. Selection does
 * without any answer.
 */
public final class Panel {
  private final StoryPanel stories;
  private final Rerank rerank;

  private Panel(StoryPanel stories, Rerank rerank) {
    this.stories = stories;
    this.rerank = rerank;
  }

  /** A panel of nobody. */
  public static Panel empty() {
    return new Panel(StoryPanel.empty(), new Rerank(shown -> List.of(), 0, 0));
  }

  /** The same with a judge of stories. */
  public Panel with(StoryJudge storyJudge) {
    return new Panel(StoryPanel.of(storyJudge), rerank);
  }

  /**
   * The same with a judge of the order.
   *
   * @param most of the best-ranked stories that are put in order, 0 to 100
   * @param seed of the orders in which they are shown
   */
  public Panel with(OrderJudge orderJudge, int most, long seed) {
    return new Panel(stories, new Rerank(orderJudge, most, seed));
  }

  StoryPanel stories() {
    return stories;
  }

  /**
   * @param ranked best first
   */
  public List<Ranker.Scored> inOrder(List<Ranker.Scored> ranked) {
    return rerank.applied(ranked);
  }

  /** What was asked and what it led to, one sentence each. */
  public List<String> notes() {
    return Stream.concat(stories.notes().stream(), rerank.notes().stream()).toList();
  }
}
