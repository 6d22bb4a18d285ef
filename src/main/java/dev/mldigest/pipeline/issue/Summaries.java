package dev.mldigest.pipeline.issue;

import static java.util.stream.Collectors.joining;

import dev.mldigest.assemble.Lint;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Pick;
import dev.mldigest.domain.issue.Rewrite;
import dev.mldigest.domain.issue.Summary;
import dev.mldigest.domain.issue.SummaryOutcome;
import dev.mldigest.domain.issue.SummarySentence;
import dev.mldigest.model.Usage;
import dev.mldigest.pipeline.harvest.Concurrent;
import dev.mldigest.pipeline.harvest.Progress;
import dev.mldigest.summarise.Opinions;
import dev.mldigest.summarise.Summariser;
import dev.mldigest.summarise.opening.Voice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The picks' summaries, and what the replies they use add up to. */
final class Summaries {
  /** Questions on the issue as a whole: its introduction and its subject lines. */
  private static final int FRONT_PAGE = 2;

  private final Summariser summariser;
  private final Opinions opinions;
  private final Progress progress;
  private final Lint lint = new Lint();

  /** The opinions count among the replies that are used. */
  Summaries(Writers writers) {
    this.summariser = writers.summariser();
    this.opinions = writers.opinions();
    this.progress = writers.progress();
  }

  /** From now on everything is for the issue of that week. */
  void begin(Week week) {
    summariser.begin(week);
  }

  /** What the latest entries of a source say. */
  void know(String sourceId, List<String> texts) {
    summariser.know(sourceId, texts);
  }

  /**
   * By story id, in the picks' order. How many calls are in flight is the gateway's business.
   *
   * @param rewrites by entry id: what the editor wants instead of an earlier summary
   */
  Map<String, SummaryOutcome> of(List<Pick> picks, Voice voice, Map<String, Rewrite> rewrites) {
    summariser.expect(picks.size() + FRONT_PAGE);
    List<SummaryOutcome> outcomes =
        Concurrent.map(
            "summarising",
            picks,
            picks.size(),
            progress,
            pick ->
                fit(
                    ShortDescription.orElse(
                        summariser.summarise(
                            pick.story(), voice, rewrites.get(pick.story().primary().id())),
                        pick.story())));
    Map<String, SummaryOutcome> byStory = new LinkedHashMap<>();
    for (int i = 0; i < picks.size(); i++) {
      byStory.put(picks.get(i).story().id(), outcomes.get(i));
    }
    return byStory;
  }

  /** Of one pick alone. */
  SummaryOutcome of(Pick pick, Voice voice, Map<String, Rewrite> rewrites) {
    return Objects.requireNonNull(of(List.of(pick), voice, rewrites).get(pick.story().id()));
  }

  /**
   * A source may hold, and a model may write, what no digest may: such sentences go, so that one
   * hostile or broken page never keeps a week's issue from being written.
   */
  private SummaryOutcome fit(SummaryOutcome outcome) {
    Summary summary = outcome.summary();
    List<SummarySentence> fit =
        summary.sentences().stream().filter(sentence -> lint.isFit(sentence.text())).toList();
    if (!lint.isFit(fit.stream().map(SummarySentence::text).collect(joining(" ")))) {
      fit = fit.subList(0, 1);
    }
    if (fit.size() == summary.sentences().size()) {
      return outcome;
    }
    Summary shorter = new Summary(fit, summary.highlight(), summary.by());
    return switch (outcome) {
      case SummaryOutcome.Summarised whole -> new SummaryOutcome.Summarised(shorter);
      case SummaryOutcome.Extractive(var whole, String reason) ->
          new SummaryOutcome.Extractive(shorter, reason);
    };
  }

  boolean budgetReached() {
    return summariser.budgetReached();
  }

  /** Input and output tokens of the replies that were used, asked for now or earlier. */
  Usage used() {
    return summariser.usage().values().stream().reduce(opinions.usage(), Usage::plus);
  }
}
