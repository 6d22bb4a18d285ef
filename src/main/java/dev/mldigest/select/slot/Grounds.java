package dev.mldigest.select.slot;

import dev.mldigest.domain.Baseline;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.PastIssues;
import dev.mldigest.domain.issue.Pick;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.select.rank.Ranker;
import dev.mldigest.select.story.Covered;
import dev.mldigest.text.Words;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The grounds for a story in words: what made it rank, what it follows up, from when it is, what
 * the panel had to do with it.
 *
 * @param spilled ids of the stories that fill a slot of another section
 * @param judged ids of the reports that are in their story by the panel's word
 */
public record Grounds(
    Covered covered, Evergreens evergreens, Set<String> judged, Set<String> spilled) {
  /** Fewer words are a description of what was said, neither notes nor a transcript. */
  private static final int DESCRIPTION_WORDS = 60;

  public String of(Ranker.Scored story) {
    return of(story, covered.followedBy(story.story()));
  }

  private String of(Ranker.Scored story, PastIssues.@Nullable Past before) {
    String why =
        before == null
            ? story.why()
            : story.why() + " Follow-up to " + before.title() + " (" + when(before) + ").";
    String origin = evergreens.has(story.story()) ? " " + evergreens.origin(story.story()) : "";
    String spill =
        spilled.contains(story.story().id())
            ? " It fills a slot that another section could not fill."
            : "";
    return why
        + brief(story.story())
        + joined(story.story())
        + story.moveSentence()
        + spill
        + origin;
  }

  /** Who picks a talk should know from how little it was judged. */
  private static String brief(Story story) {
    Candidate primary = story.primary();
    return primary.source().kind().isSpoken() && Words.count(primary.text()) < DESCRIPTION_WORDS
        ? " Judged from its short description."
        : "";
  }

  private String joined(Story story) {
    long reports = story.members().stream().filter(one -> judged.contains(one.id())).count();
    return reports == 0
        ? ""
        : " %d of its %d reports joined by the model's judgement."
            .formatted(reports, story.members().size());
  }

  public Pick pick(Ranker.Scored story) {
    PastIssues.Past before = covered.followedBy(story.story());
    return new Pick(
        story.story(), SlotFiller.section(story), story.score(), of(story, before), before);
  }

  /** When something was covered, as a person says it. */
  public static String when(PastIssues.Past before) {
    return before.week().equals(Week.of(Baseline.DATE, ZoneOffset.UTC))
        ? "a past newsletter without a date"
        : before.week().toString();
  }
}
