package dev.mldigest.assemble;

import dev.mldigest.domain.issue.Funnel;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Label;
import dev.mldigest.domain.issue.Labels;
import java.text.NumberFormat;
import java.util.Map;
import java.util.stream.Stream;

/** An issue's numbers in its labels' words: the sentence for readers, the funnel for the editor. */
final class Numbers {
  private final Issue issue;
  private final Labels labels;
  private final NumberFormat form;

  Numbers(Issue issue) {
    this.issue = issue;
    this.labels = issue.labels();
    this.form = NumberFormat.getIntegerInstance(labels.locale());
  }

  /** How well the sources were read, in one plain sentence without names. */
  String coverage() {
    long failed =
        Stream.concat(
                issue.gaps().failedSources().stream().map(Issue.FailedSource::title),
                issue.gaps().missed().stream().map(Issue.Missed::title))
            .distinct()
            .count();
    return labels.filled(
        failed == 0 ? Label.COVERAGE : Label.COVERAGE_IN_PART,
        Map.of(
            "harvested", form.format(issue.funnel().harvested()),
            "picked", form.format(issue.items().size()),
            "sources", form.format(issue.gaps().sources()),
            "failed", form.format(failed)));
  }

  /** From harvested to picked. */
  String funnel() {
    Funnel funnel = issue.funnel();
    if (!labels.own().containsKey(Label.FUNNEL.key())) {
      return "%s → %s → %s ranked → %s."
          .formatted(
              count(funnel.harvested(), "entry harvested", "entries harvested"),
              count(funnel.unique(), "unique story", "unique stories"),
              form.format(funnel.ranked()),
              count(funnel.picked(), "pick", "picks"));
    }
    return labels.filled(
        Label.FUNNEL,
        Map.of(
            "harvested", form.format(funnel.harvested()),
            "unique", form.format(funnel.unique()),
            "ranked", form.format(funnel.ranked()),
            "picked", form.format(funnel.picked())));
  }

  private String count(long n, String one, String many) {
    return form.format(n) + " " + (n == 1 ? one : many);
  }
}
