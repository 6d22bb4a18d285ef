package dev.mldigest.select.filter;

import dev.mldigest.domain.Reason;
import dev.mldigest.domain.issue.Story;
import org.jspecify.annotations.Nullable;

/** What no learner is needed for: papers that were withdrawn. */
public final class Rules {
  /**
   * @param sentence says what was found
   */
  public record Verdict(Reason reason, String sentence) {}

  private Rules() {}

  /** Why a story is nobody's news, or null: the paper it is about was taken back. */
  public static @Nullable Verdict withdrawn(Story story) {
    boolean paper = story.primary().source().kind().isPaper();
    String page = story.primary().entry().page();
    return story.members().stream()
            .filter(member -> paper || member.entry().page().equals(page))
            .anyMatch(member -> member.entry().feedEntry().signals().withdrawn())
        ? new Verdict(Reason.OFF_TOPIC, "Its authors withdrew the paper.")
        : null;
  }
}
