package dev.mldigest.review.desk;

import org.jspecify.annotations.Nullable;

/** The file that the editor may have open in any program. */
public interface Sheet {
  /** What it holds; null where it is gone. */
  @Nullable String read();

  /**
   * Puts a text in the place of what was seen there, and only of that.
   *
   * @return null if it stands there; else what somebody saved meanwhile, and nothing of that is
   *     lost
   */
  @Nullable Missed put(@Nullable String seen, String text);

  /**
   * @param saved by somebody meanwhile; null where the file is gone
   * @param stands what the file holds now
   */
  record Missed(@Nullable String saved, @Nullable String stands) {}
}
