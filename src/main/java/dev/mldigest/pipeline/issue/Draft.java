package dev.mldigest.pipeline.issue;

import dev.mldigest.domain.Reason;
import dev.mldigest.domain.Settings;
import dev.mldigest.domain.Settings.SectionRule;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.Window;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.Decision;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Opening;
import dev.mldigest.domain.issue.Pick;
import dev.mldigest.domain.issue.Shortlist;
import dev.mldigest.domain.issue.SummaryOutcome;
import dev.mldigest.web.CanonicalUrl;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the frozen issue together from what the stages made; says nothing that is not in the state.
 */
final class Draft {
  private static final Set<Reason> RANKED =
      EnumSet.of(Reason.PICKED, Reason.REJECTED, Reason.BENCH, Reason.LOW_RANK);

  private final Settings settings;
  private final Shortlist shortlist;
  private final List<Decision> decisions;

  /**
   * @param decisions one for each entry that was harvested for the week
   */
  Draft(Settings settings, Shortlist shortlist, List<Decision> decisions) {
    this.settings = settings;
    this.shortlist = shortlist;
    this.decisions = decisions;
  }

  /**
   * The sections in reading order, none empty.
   *
   * @param headlines by story id, where one stands in place of the title
   */
  List<Issue.Section> sections(
      Map<String, SummaryOutcome> summaries, Map<String, String> headlines) {
    List<Issue.Section> sections = new ArrayList<>();
    for (SectionRule rule : settings.slots().sections()) {
      List<Issue.Item> items =
          shortlist.picks().stream()
              .filter(pick -> pick.section().equals(rule.id()))
              .map(pick ->
                  item(
                      pick,
                      Objects.requireNonNull(summaries.get(pick.story().id())),
                      headlines.get(pick.story().id())))
              .toList();
      if (!items.isEmpty()) {
        sections.add(new Issue.Section(rule.id(), rule.title(), items));
      }
    }
    return sections;
  }

  Issue issue(
      Week week, Window window, Opening opening, List<Issue.Section> sections, Issue.Gaps gaps) {
    return new Issue(
        settings.title(),
        week,
        window,
        settings.zone().getId(),
        opening,
        sections,
        shortlist.bench().stream().limit(settings.slots().alsoSeen()).map(Draft::link).toList(),
        gaps,
        funnel(decisions));
  }

  /** How many entries ended for that reason. */
  int count(Reason reason) {
    return (int) decisions.stream().filter(decision -> decision.reason() == reason).count();
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

  private static Issue.Item item(Pick pick, SummaryOutcome summary, @Nullable String headline) {
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
        summary.summary(),
        reportedBy,
        pick.why(),
        headline);
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
