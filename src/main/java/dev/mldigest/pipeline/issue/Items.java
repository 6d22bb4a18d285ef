package dev.mldigest.pipeline.issue;

import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.FollowUp;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Pick;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.domain.issue.Summary;
import dev.mldigest.select.story.Reports;
import dev.mldigest.text.PlainTex;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an issue holds of a pick, whoever picked it. */
final class Items {
  private Items() {}

  /**
   * @param follows what of an earlier issue it carries on, or null
   * @param headline what stands in place of the title, or null
   */
  static Issue.Item of(
      Pick pick, Summary summary, @Nullable FollowUp follows, @Nullable String headline) {
    Candidate primary = pick.story().primary();
    return Issue.Item.of(
        primary.id(),
        new Issue.Report(
                PlainTex.of(primary.title()),
                primary.address(),
                primary.source().title(),
                primary.published(),
                primary.source().kind().word(),
                Reports.others(pick.story()))
            .mentionedIn(mentions(pick.story()))
            .following(follows)
            .foundAt(found(pick.story())),
        summary,
        pick.why(),
        headline);
  }

  /** Whoever told it first. */
  private static Instant found(Story story) {
    return story.members().stream()
        .map(member -> member.entry().firstSeen())
        .min(Comparator.naturalOrder())
        .orElse(story.primary().entry().firstSeen());
  }

  /** One of each source. */
  private static List<Issue.Link> mentions(Story story) {
    Set<String> sources = new HashSet<>();
    return story.mentions().stream()
        .filter(mention -> sources.add(mention.source().title()))
        .map(Items::link)
        .toList();
  }

  static Issue.Link link(Candidate candidate) {
    return new Issue.Link(
        candidate.id(),
        PlainTex.of(candidate.title()),
        candidate.address(),
        candidate.source().title());
  }
}
