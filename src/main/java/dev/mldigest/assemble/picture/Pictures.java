package dev.mldigest.assemble.picture;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Explanation;
import dev.mldigest.domain.issue.Funnel;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** The scenes: each of numbers alone, with its alternative in words and its table. */
public final class Pictures {
  private Pictures() {}

  /** A score as the sum of its parts. */
  public static Scene waterfall(double score, List<Explanation.Part> parts) {
    return Waterfall.of(score, parts);
  }

  /** From what was fetched to what was picked, and what became of the rest. */
  public static Scene funnel(Funnel funnel) {
    return FunnelPicture.of(funnel);
  }

  /**
   * What the last issues were about.
   *
   * @param items how many of each topic, in the order they are read, by issue
   */
  public static Scene topics(Map<Week, Map<String, Integer>> items) {
    return TopicsPicture.of(items);
  }

  /** What each source brought, and where it could not be read. */
  public static Scene sources(List<SourceWeeks> sources) {
    return SourcesPicture.of(sources);
  }

  /**
   * Which sources carried a story.
   *
   * @param story its title
   * @param zone in which the times are told
   */
  public static Scene story(String story, List<Report> reports, ZoneId zone) {
    return StoryPicture.of(story, reports, zone);
  }
}
