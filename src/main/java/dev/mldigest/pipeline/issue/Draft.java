package dev.mldigest.pipeline.issue;

import dev.mldigest.domain.Reason;
import dev.mldigest.domain.Settings;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.Decision;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Opening;
import dev.mldigest.domain.issue.Pick;
import dev.mldigest.store.Issues;
import dev.mldigest.web.CanonicalUrl;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Puts the frozen issue together from what the stages made; says nothing that is not in the state.
 */
final class Draft {
  private static final Set<Reason> RANKED =
      EnumSet.of(Reason.PICKED, Reason.REJECTED, Reason.BENCH, Reason.LOW_RANK);

  private final Settings settings;
  private final Issues.Stored open;
  private final Chosen chosen;
  private final Map<String, String> headlines;

  /**
   * @param headlines by story id, where one stands in place of the title
   */
  Draft(Settings settings, Issues.Stored open, Chosen chosen, Map<String, String> headlines) {
    this.settings = settings;
    this.open = open;
    this.chosen = chosen;
    this.headlines = headlines;
  }

  /** The issue that begins so and says that of its gaps. */
  Issue issue(Opening opening, Issue.Gaps gaps) {
    return new Issue(
        settings.title(),
        open.week(),
        open.window(),
        settings.zone().getId(),
        opening,
        sections(),
        chosen.shortlist().bench().stream()
            .limit(settings.slots().alsoSeen())
            .map(Draft::link)
            .toList(),
        gaps,
        funnel(chosen.decisions()));
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

  /** The week in numbers, by what became of each entry. */
  static Issue.Funnel funnel(List<Decision> decisions) {
    Map<Reason, Integer> counts = new EnumMap<>(Reason.class);
    decisions.forEach(decision -> counts.merge(decision.reason(), 1, Integer::sum));
    int unique =
        (int) decisions.stream().map(Decision::storyId).filter(Objects::nonNull).distinct().count();
    int ranked = RANKED.stream().mapToInt(reason -> counts.getOrDefault(reason, 0)).sum();
    List<Issue.Count> reasons =
        counts.entrySet().stream()
            .map(count -> new Issue.Count(count.getKey().word(), count.getValue()))
            .toList();
    int picked = counts.getOrDefault(Reason.PICKED, 0); // without what comes from the archive
    return new Issue.Funnel(decisions.size(), unique, ranked, picked, reasons);
  }

  private Issue.Item item(Pick pick) {
    Candidate primary = pick.story().primary();
    List<String> reportedBy =
        pick.story().members().stream()
            .map(member -> member.source().title())
            .filter(title -> !title.equals(primary.source().title()))
            .distinct()
            .sorted()
            .toList();
    return new Issue.Item(
        primary.id(),
        primary.title(),
        address(primary),
        primary.source().title(),
        primary.entry().date(),
        primary.source().kind().word(),
        Objects.requireNonNull(chosen.summaries().get(pick.story().id())).summary(),
        reportedBy,
        pick.why(),
        headlines.get(pick.story().id()));
  }

  private static Issue.Link link(Pick pick) {
    Candidate primary = pick.story().primary();
    return new Issue.Link(
        primary.id(), primary.title(), address(primary), primary.source().title());
  }

  /**
   * Where the text was read, behind redirects, without what tracks the reader; else the link. Of
   * several entries on one page each keeps its place on it.
   */
  static String address(Candidate candidate) {
    if (candidate.entry().isPlaceless()) {
      String link = candidate.entry().link();
      return CanonicalUrl.of(link).orElse("") + CanonicalUrl.place(link);
    }
    String read = candidate.article() == null ? null : candidate.article().url();
    return CanonicalUrl.of(read).or(() -> CanonicalUrl.of(candidate.entry().link())).orElse("");
  }
}
