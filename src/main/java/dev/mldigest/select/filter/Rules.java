package dev.mldigest.select.filter;

import dev.mldigest.domain.Reason;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.text.WordList;
import dev.mldigest.text.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What no learner is needed for: papers that were withdrawn, texts about other subjects.
 * Conservative: what no rule names clearly stays.
 */
public final class Rules {
  /** Fewer words may not reach the point where the subject shows. */
  private static final int ENOUGH_WORDS = 150;

  /** Characters that are looked at: by then a text of this field has named it many times. */
  private static final int LEAD = 6_000;

  /**
   * @param sentence says what was found
   */
  public record Verdict(Reason reason, String sentence) {}

  private static final Set<String> FIELD =
      WordList.read("/select/field.txt").set().stream()
          .map(Words::stem)
          .collect(Collectors.toUnmodifiableSet());

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

  /** True for a text of some length without a term of the field. */
  static boolean isOffTopic(Candidate candidate) {
    String text = candidate.text();
    List<String> words = Words.stems(text.length() > LEAD ? text.substring(0, LEAD) : text);
    // Of scripts without blanks no words are told apart: that none is of the field says nothing.
    if (words.stream().filter(word -> !Words.isSign(word.charAt(0))).count() < ENOUGH_WORDS) {
      return false;
    }
    Set<String> all = new HashSet<>(words);
    all.addAll(Words.stems(candidate.title()));
    return all.stream().noneMatch(FIELD::contains);
  }
}
