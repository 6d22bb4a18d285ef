package dev.mldigest.pipeline.issue;

import dev.mldigest.domain.Window;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.select.Panel;
import dev.mldigest.select.piece.Piece;
import dev.mldigest.summarise.Opinions;
import java.util.List;
import java.util.stream.Stream;

/** Joins selection's questions to the model's opinions: the two know nothing of one another. */
final class Judges {
  /** Examples of each kind that tell a model for whom the digest is. */
  private static final int EXAMPLES = 10;

  /**
   * Distinct troubles that are told of: a fourth adds nothing to what the editor does about them.
   */
  static final int MOST_TROUBLES = 3;

  private final Settings settings;
  private final Opinions opinions;

  Judges(Settings settings, Opinions opinions) {
    this.settings = settings;
    this.opinions = opinions;
  }

  /**
   * Those to be asked for one issue.
   *
   * @param window of the issue: its end is the seed of the orders in which stories are shown, so
   *     that making it again asks the same
   */
  Panel panel(Window window) {
    Panel panel = Panel.empty();
    if (opinions.onStories()) {
      panel = panel.with((one, other) -> opinions.sameStory(report(one), report(other)));
    }
    if (opinions.onOrder()) {
      String audience = audience(settings.audience());
      panel =
          panel.with(
              shown -> opinions.order(audience, shown.stream().map(Judges::report).toList()),
              settings.model().judges().rerank(),
              window.to().getEpochSecond());
    }
    return panel;
  }

  /** What was asked and what became of it, one sentence each. */
  static List<String> notes(Panel panel, Opinions opinions) {
    return Stream.concat(
            panel.notes().stream(),
            opinions.troubles().stream()
                .limit(MOST_TROUBLES)
                .map(reason -> "A question on the stories has no answer: " + reason))
        .toList();
  }

  private static Opinions.Report report(Piece piece) {
    return new Opinions.Report(piece.id(), piece.title(), piece.text());
  }

  private static String audience(Settings.Audience audience) {
    return audience.description()
        + examples(" Wanted, for example: ", audience.wanted())
        + examples(" Not wanted, for example: ", audience.unwanted());
  }

  private static String examples(String heading, List<String> examples) {
    return examples.isEmpty()
        ? ""
        : heading
            + String.join("; ", examples.subList(0, Math.min(EXAMPLES, examples.size())))
            + ".";
  }
}
