package dev.mldigest.pipeline.issue;

import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.Funnel;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Opening;
import dev.mldigest.domain.issue.Pick;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.domain.issue.Summary;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.select.story.Reports;
import dev.mldigest.store.Issues;
import dev.mldigest.text.PlainTex;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Puts the frozen issue together from what the stages made; says nothing that is not in the state.
 *
 * @param headlines by story id, where one stands in place of the title
 * @param earlier knows what earlier issues told
 */
record Draft(
    Settings settings,
    Issues.Stored open,
    Chosen chosen,
    Map<String, String> headlines,
    Earlier earlier) {
  /** The issue that begins so and says that of its gaps. */
  Issue issue(Opening opening, Issue.Gaps gaps) {
    return new Issue(
        settings.title(),
        open.week(),
        open.window(),
        settings.zone().getId(),
        opening,
        sections(),
        chosen.shortlist().alsoSeen().stream().map(Draft::link).toList(),
        gaps,
        Funnel.of(chosen.decisions()),
        settings.labels());
  }

  /** In reading order, none empty. */
  private List<Issue.Section> sections() {
    return settings.slots().sections().stream()
        .map(rule -> new Issue.Section(rule.id(), rule.title(), items(rule.id())))
        .filter(section -> !section.items().isEmpty())
        .toList();
  }

  private List<Issue.Item> items(String section) {
    return chosen.shortlist().picks().stream()
        .filter(pick -> pick.section().equals(section))
        .map(this::item)
        .toList();
  }

  private Issue.Item item(Pick pick) {
    Candidate primary = pick.story().primary();
    Summary summary = Objects.requireNonNull(chosen.summaries().get(pick.story().id())).summary();
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
            .following(earlier.of(pick, summary))
            .foundAt(found(pick.story())),
        summary,
        pick.why(),
        headlines.get(pick.story().id()));
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
        .map(Draft::link)
        .toList();
  }

  private static Issue.Link link(Pick pick) {
    return link(pick.story().primary());
  }

  private static Issue.Link link(Candidate candidate) {
    return new Issue.Link(
        candidate.id(),
        PlainTex.of(candidate.title()),
        candidate.address(),
        candidate.source().title());
  }
}
