package dev.mldigest.select;

import dev.mldigest.domain.Baseline;
import dev.mldigest.domain.PastIssues;
import dev.mldigest.domain.Pick;
import dev.mldigest.domain.Week;
import java.time.ZoneOffset;

/** The grounds for a story in words: what made it rank, what it follows up, from when it is. */
record Grounds(Covered covered, Evergreens evergreens) {
  String of(Ranker.Scored story) {
    PastIssues.Past before = covered.followedBy(story.story());
    String why =
        before == null
            ? story.why()
            : story.why() + " Follow-up to " + before.title() + " (" + when(before) + ").";
    return evergreens.has(story.story()) ? why + " " + evergreens.origin(story.story()) : why;
  }

  Pick pick(Ranker.Scored story) {
    return new Pick(story.story(), SlotFiller.section(story), story.score(), of(story));
  }

  /** When something was covered, as a person says it. */
  static String when(PastIssues.Past before) {
    return before.week().equals(Week.of(Baseline.DATE, ZoneOffset.UTC))
        ? "a past newsletter without a date"
        : before.week().toString();
  }
}
