package dev.mldigest.pipeline.issue;

import static java.util.stream.Collectors.joining;

import dev.mldigest.assemble.Lint;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Decision;
import dev.mldigest.domain.issue.Explanation;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Opening;
import dev.mldigest.domain.issue.Pick;
import dev.mldigest.domain.issue.SummaryOutcome;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.pipeline.filing.FrozenIssue;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.pipeline.harvest.Concurrent;
import dev.mldigest.pipeline.harvest.Progress;
import dev.mldigest.pipeline.past.EditorsProse;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import dev.mldigest.summarise.opening.FrontPage;
import dev.mldigest.summarise.opening.Voice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The headlines and the opening of an issue, as far as they are fit to print. */
final class Openings {
  /** One sentence alone introduces nothing: the prompt asks for two or three. */
  private static final int FEWEST_SENTENCES = 2;

  private final Settings settings;
  private final FrontPage frontPage;
  private final Progress progress;
  private final Lint lint = new Lint();

  Openings(Settings settings, Writers writers) {
    this.settings = settings;
    this.frontPage = writers.frontPage();
    this.progress = writers.progress();
  }

  Map<String, String> headlines(Chosen chosen) {
    return headlines(chosen.shortlist().picks(), chosen.summaries());
  }

  /** By story id; an item that is not named stands under its own title. */
  Map<String, String> headlines(List<Pick> picks, Map<String, SummaryOutcome> summaries) {
    if (!settings.style().writtenHeadlines()) {
      return Map.of();
    }
    List<Optional<String>> written =
        Concurrent.map(
            "writing headlines",
            picks,
            picks.size(),
            progress,
            pick -> {
              String id = pick.story().id();
              return frontPage.headline(id, Objects.requireNonNull(summaries.get(id)).summary());
            });
    Map<String, String> byStory = new HashMap<>();
    for (int i = 0; i < picks.size(); i++) {
      String id = picks.get(i).story().id();
      written.get(i).filter(lint::isFit).ifPresent(headline -> byStory.put(id, headline));
    }
    return byStory;
  }

  /**
   * What is unfit is left out: no title may keep a week's issue from being written.
   *
   * @param decisions with the importance by which the lead is told
   */
  Opening of(Week week, List<Issue.Section> sections, List<Decision> decisions, Voice voice) {
    Map<String, Double> scores = new HashMap<>();
    decisions.forEach(
        decision -> importance(decision).ifPresent(i -> scores.put(decision.entryId(), i)));
    Opening opening = frontPage.opening(settings.title(), week, sections, scores, voice);
    List<Opening.Sentence> intro =
        opening.intro().stream().filter(sentence -> lint.isFit(sentence.text())).toList();
    // They stand in one paragraph: a mark that one leaves open turns the quotations of the next.
    String words = intro.stream().map(Opening.Sentence::text).collect(joining(" "));
    boolean whole = intro.size() >= FEWEST_SENTENCES && lint.isFit(words);
    List<String> preheaders = opening.preheaders().stream().filter(lint::isFit).toList();
    List<String> subjects = opening.subjects().stream().filter(lint::isFit).toList();
    return new Opening(
        preheaders.isEmpty() ? List.of() : subjects, // A subject wants a preheader.
        preheaders,
        whole ? intro : List.of(),
        opening.by());
  }

  /** An earlier version kept the score alone. */
  private static Optional<Double> importance(Decision decision) {
    Explanation explanation = decision.explanation();
    return explanation == null
        ? Optional.empty()
        : Optional.of(Objects.requireNonNullElse(explanation.importance(), decision.score()));
  }

  /** A made issue, with an opening that is written anew where it is to speak of other items. */
  Function<List<Issue.Section>, Issue> anew(Issues.Stored made, Store store, IssueFiles files) {
    Issue issue = FrozenIssue.of(made);
    return shown ->
        shown.equals(issue.sections())
            ? issue
            : issue.with(
                of(
                    made.week(),
                    shown,
                    store.ledger().decisions(made.week()),
                    EditorsProse.before(made.week(), store, files)));
  }

  boolean budgetReached() {
    return frontPage.budgetReached();
  }

  List<String> troubles() {
    return frontPage.troubles();
  }
}
