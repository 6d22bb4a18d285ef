package dev.mldigest.review.desk;

import org.jspecify.annotations.Nullable;

/**
 * What the editor decided on an item, beside its text.
 *
 * @param rejected why it was taken out, perhaps empty; null for what was not
 */
public record Mark(boolean accepted, boolean pinned, @Nullable String rejected) {
  public static final Mark NONE = new Mark(false, false, null);

  Mark accept() {
    return new Mark(true, pinned, null);
  }

  Mark pin(boolean on) {
    return new Mark(accepted, on, rejected);
  }

  Mark reject(String reason) {
    return new Mark(false, pinned, reason);
  }

  Mark bringBack() {
    return new Mark(accepted, pinned, null);
  }
}
