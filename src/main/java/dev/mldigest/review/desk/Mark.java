package dev.mldigest.review.desk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the editor decided on an item, beside its text.
 *
 * @param rejected why it was taken out, perhaps empty; null for what was not
 * @param answers what was said for its sentences that rest on nothing, oldest first
 */
public record Mark(
    boolean accepted, boolean pinned, @Nullable String rejected, List<Answer> answers) {
  public static final Mark NONE = new Mark(false, false, null, List.of());

  public Mark {
    answers = List.copyOf(answers);
  }

  /**
   * Why sentences may stand that rest on nothing: those that stood in the item after an event.
   *
   * @param event its number
   */
  public record Answer(int event, String reason) {}

  Mark accept(int event, String reason) {
    List<Answer> all = new ArrayList<>(answers);
    if (!reason.isBlank()) {
      all.add(new Answer(event, reason.strip()));
    }
    return new Mark(true, pinned, null, all);
  }

  Mark pin(boolean on) {
    return new Mark(accepted, on, rejected, answers);
  }

  Mark reject(String reason) {
    return new Mark(false, pinned, reason, answers);
  }

  Mark bringBack() {
    return new Mark(accepted, pinned, null, answers);
  }
}
