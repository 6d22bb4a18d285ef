package dev.mldigest.pipeline.issue;

import dev.mldigest.domain.article.Article;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.Evidence;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.domain.issue.Summary;
import dev.mldigest.domain.issue.SummaryOutcome;
import dev.mldigest.domain.issue.SummarySentence;
import dev.mldigest.summarise.ground.UnfitSentences;
import java.util.List;

/**
 * The summary of a talk or an episode of which nobody wrote more than a line: that line, as it
 * stands. A line is no reason to leave it out, and is all that may be said of it.
 */
final class ShortDescription {
  /** What may stand for a summary as it is; longer notes hold sentences to choose from. */
  private static final int MOST_CHARACTERS = 300;

  private ShortDescription() {}

  /** The same where it tells something; else the line, if it is fit to be printed. */
  static SummaryOutcome orElse(SummaryOutcome outcome, Story story) {
    Candidate primary = story.primary();
    Article article = primary.article();
    if (!outcome.isEmpty() || article == null || !primary.source().kind().isSpoken()) {
      return outcome;
    }
    String line = article.text().strip().replaceAll("\\s+", " ");
    if (line.isEmpty() || line.length() > MOST_CHARACTERS || isUnfit(line)) {
      return outcome;
    }
    SummarySentence told = new SummarySentence(line, List.of(new Evidence(1, line)));
    Summary summary = new Summary(List.of(told), "", Summary.OFFLINE);
    return new SummaryOutcome.Extractive(summary, "Its short description is all there is of it.");
  }

  private static boolean isUnfit(String line) {
    return UnfitSentences.speaksToAModel(line) || UnfitSentences.holdsMarkup(line);
  }
}
