package dev.mldigest.pipeline.issue;

import dev.mldigest.assemble.DigestMarkdown;
import dev.mldigest.assemble.IssueJson;
import dev.mldigest.assemble.Lint;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.Decision;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Opening;
import dev.mldigest.domain.issue.Pick;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.domain.issue.SummaryOutcome;
import dev.mldigest.domain.settings.SectionRule;
import dev.mldigest.pipeline.filing.FrozenIssue;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.pipeline.past.EditorsProse;
import dev.mldigest.review.desk.Block;
import dev.mldigest.review.digest.DigestFile;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells one candidate as an item of a made issue: summarised, grounded, set and checked as any
 * other. Promises to change nothing of the issue.
 */
final class Telling {
  private final Store store;
  private final IssueFiles files;
  private final Summaries summaries;
  private final WeekCandidates candidates;
  private final Sections sections;

  Telling(
      Store store,
      IssueFiles files,
      Summaries summaries,
      WeekCandidates candidates,
      Sections sections) {
    this.store = store;
    this.files = files;
    this.summaries = summaries;
    this.candidates = candidates;
    this.sections = sections;
  }

  Bench.Told of(Week week, Candidate candidate) {
    Issues.Stored made = store.issues().find(week).orElseThrow();
    summaries.begin(week);
    Pick pick =
        new Pick(
            story(week, candidate), sections.of(candidate).id(), 0, "The editor picked it.", null);
    SummaryOutcome outcome =
        summaries.of(pick, EditorsProse.before(week, store, files), store.edits().rewrites(week));
    if (outcome.isEmpty()) {
      return new Bench.Told.NotTold("Not one sentence of its text is fit to be printed.", false);
    }
    Issue alone = alone(made, candidate, Items.of(pick, outcome.summary(), null, null));
    String text = new DigestMarkdown().render(alone);
    List<String> findings = new Lint().findings(text);
    return findings.isEmpty()
        ? new Bench.Told.Ready(
            new Block(
                candidate.id(),
                DigestFile.parse(text).items().getFirst().text(),
                new IssueJson().write(alone)),
            sections.of(candidate).title(),
            candidate.title())
        : new Bench.Told.NotTold(findings.getFirst(), false);
  }

  /** The issue with that item and no other. */
  private Issue alone(Issues.Stored made, Candidate candidate, Issue.Item item) {
    SectionRule section = sections.of(candidate);
    return FrozenIssue.of(made)
        .with(Opening.NONE)
        .withAlsoSeen(List.of())
        .with(List.of(new Issue.Section(section.id(), section.title(), List.of(item))));
  }

  /** With the other reports of its story. */
  private Story story(Week week, Candidate candidate) {
    Map<String, Decision> decisions = candidates.decisions(week);
    Decision own = decisions.get(candidate.id());
    List<Candidate> members = new ArrayList<>(List.of(candidate));
    if (own != null && own.storyId() != null) {
      candidates.of(week).stream()
          .filter(other -> !other.id().equals(candidate.id()))
          .filter(other -> isOf(own.storyId(), decisions.get(other.id())))
          .forEach(members::add);
    }
    return new Story(candidate.id(), candidate, members);
  }

  private static boolean isOf(String story, @Nullable Decision decision) {
    return decision != null && story.equals(decision.storyId());
  }
}
