package dev.mldigest.select;

import dev.mldigest.domain.Reason;
import dev.mldigest.domain.article.ExtractOutcome;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.Decision;
import dev.mldigest.domain.issue.Explanation;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.select.rank.Ranker;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What selection decides, as it decides it: in the end exactly one decision per candidate. */
final class Decisions {
  private final Map<String, Decision> decisions = new HashMap<>();
  private final Set<String> judged = new HashSet<>();

  /** Notes which reports are in their story by the panel's word. */
  void judged(Set<String> reports) {
    judged.addAll(reports);
  }

  void set(
      Candidate candidate, Reason reason, String detail, @Nullable String story, double score) {
    decisions.put(candidate.id(), new Decision(candidate.id(), reason, detail, story, score));
  }

  /**
   * Decides on all reports of a story.
   *
   * @param explained by story id
   */
  void story(
      Ranker.Scored scored, Reason reason, String detail, Map<String, Explanation> explained) {
    Story story = scored.story();
    String id = story.primary().id();
    decisions.put(
        id,
        new Decision(id, reason, detail, story.id(), scored.score(), explained.get(story.id())));
    duplicates(story, scored.score());
  }

  /** Decides on all reports of a story but the primary. */
  void duplicates(Story story, double score) {
    String detail =
        "Duplicate of " + story.primary().title() + " (" + story.primary().source().title() + ")";
    for (Candidate member : story.members().subList(1, story.members().size())) {
      String by = judged.contains(member.id()) ? ", joined by the model's judgement." : ".";
      set(member, Reason.DUPLICATE, detail + by, story.id(), score);
    }
  }

  void unread(Candidate candidate, @Nullable ExtractOutcome outcome, Story story) {
    switch (outcome) {
      case null -> set(candidate, Reason.UNREADABLE, "It has no text to read.", story.id(), 0);
      case ExtractOutcome.Extracted extracted ->
          set(candidate, Reason.UNREADABLE, "Its article has no text.", story.id(), 0);
      case ExtractOutcome.Unreadable(var kind, var why) ->
          set(candidate, Reason.UNREADABLE, why, story.id(), 0);
      case ExtractOutcome.Missing(var why) -> set(candidate, Reason.FAILED, why, story.id(), 0);
    }
  }

  List<Decision> inOrder(List<Candidate> candidates) {
    return candidates.stream()
        .map(candidate -> Objects.requireNonNull(decisions.get(candidate.id())))
        .toList();
  }
}
