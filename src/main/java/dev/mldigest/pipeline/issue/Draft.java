package dev.mldigest.pipeline.issue;

import dev.mldigest.domain.issue.Funnel;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Opening;
import dev.mldigest.domain.issue.Pick;
import dev.mldigest.domain.issue.Summary;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.store.Issues;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
    Summary summary = Objects.requireNonNull(chosen.summaries().get(pick.story().id())).summary();
    return Items.of(pick, summary, earlier.of(pick, summary), headlines.get(pick.story().id()));
  }

  private static Issue.Link link(Pick pick) {
    return Items.link(pick.story().primary());
  }
}
