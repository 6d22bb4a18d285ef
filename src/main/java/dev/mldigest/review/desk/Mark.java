package dev.mldigest.review.desk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the editor decided on an item, beside its text.
 *
 * @param accepted true if it was accepted and what stands there is what was accepted
 * @param rejected why it was taken out, perhaps empty; null for what was not
 * @param answers what was said for its sentences that rest on nothing, oldest first
 * @param lapsed the text that was accepted, where another program put another in its place; else
 *     null
 */
public record Mark(
    boolean accepted,
    boolean pinned,
    @Nullable String rejected,
    List<Answer> answers,
    @Nullable String lapsed) {
  public static final Mark NONE = new Mark(false, false, null, List.of(), null);

  public Mark {
    answers = List.copyOf(answers);
  }

  /**
   * Why sentences may stand that rest on nothing: those that stood in the item after an event.
   *
   * @param event its number
   */
  public record Answer(int event, String reason) {}

  /** True if it was accepted, and reads otherwise since by what another program did. */
  public boolean isLapsed() {
    return lapsed != null;
  }

  Mark accept(int event, String reason) {
    List<Answer> all = new ArrayList<>(answers);
    if (!reason.isBlank()) {
      all.add(new Answer(event, reason.strip()));
    }
    return new Mark(true, pinned, null, all, null);
  }

  Mark pin(boolean on) {
    return new Mark(accepted, on, rejected, answers, lapsed);
  }

  Mark reject(String reason) {
    return new Mark(false, pinned, reason, answers, null);
  }

  Mark bringBack() {
    return new Mark(accepted, pinned, null, answers, lapsed);
  }

  /**
   * Another program put a text in the place of another; null stands for none. An acceptance is of
   * the text that the editor had before him, and counts again where that stands again.
   */
  Mark reworded(@Nullable String from, @Nullable String to) {
    String of = accepted ? from : lapsed;
    if (of == null) {
      return this;
    }
    boolean stands = of.equals(to);
    return new Mark(stands, pinned, rejected, answers, stands ? null : of);
  }
}
