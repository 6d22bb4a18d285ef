package dev.mldigest.pipeline.filing;

import dev.mldigest.domain.Week;
import dev.mldigest.review.Contents;

/** What the editor is told of a digest that lost more than an edit takes away. */
final class Notices {
  private Notices() {}

  /**
   * @param version of what stood in the file before
   */
  static String slip(int vanished, int stood, Week week, int version) {
    return vanished
        + " of "
        + stood
        + " items left digest.md at once. They count as rejected from the next run on,"
        + " not yet: 'digest restore "
        + week
        + " --number "
        + version
        + "' brings them back.";
  }

  /**
   * @param lost what the file held instead of the digest
   */
  static String lost(String lost, Week week) {
    return Contents.isBlank(lost)
        ? "digest.md was empty or gone; it was written again as it last stood."
        : "digest.md held nothing of the digest; it was written again as it last stood, and what"
            + " was there is kept ('digest restore "
            + week
            + " --list').";
  }
}
