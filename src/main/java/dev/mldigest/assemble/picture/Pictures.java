package dev.mldigest.assemble.picture;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Explanation;
import dev.mldigest.domain.issue.Funnel;
import dev.mldigest.domain.issue.Label;
import dev.mldigest.domain.issue.Labels;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The scenes: each of numbers alone, with its alternative in words and its table. */
public final class Pictures {
  private Pictures() {}

  /** A score as the sum of its parts. */
  public static Scene waterfall(double score, List<Explanation.Part> parts) {
    return Waterfall.of(score, parts);
  }

  /** From what was fetched to what was picked, and what became of the rest. */
  public static Scene funnel(Funnel funnel) {
    return funnel(funnel, Labels.ENGLISH);
  }

  /** The same in the words of an issue; in other languages without the reasons, which are ours. */
  public static Scene funnel(Funnel funnel, Labels labels) {
    return FunnelPicture.of(funnel, labels);
  }

  /**
   * True if the pictures that readers see can be told in these words: ours, or all of one's own.
   */
  public static boolean tell(Labels labels, Label... words) {
    return labels.locale().getLanguage().equals("en")
        || Stream.of(words).map(Label::key).allMatch(labels.own()::containsKey);
  }

  /**
   * What the last issues were about.
   *
   * @param items how many of each topic, in the order they are read, by issue
   */
  public static Scene topics(Map<Week, Map<String, Integer>> items) {
    return topics(items, Labels.ENGLISH);
  }

  /** The same in the words of an issue. */
  public static Scene topics(Map<Week, Map<String, Integer>> items, Labels labels) {
    return TopicsPicture.of(items, labels);
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
