package dev.mldigest.publish;

/** What became of one publication. */
public sealed interface PublishOutcome {
  /** The place as a person would name it. */
  String where();

  /** The content now stands there. */
  record Published(String where, long bytes) implements PublishOutcome {}

  /** The same content stood there already; nothing was touched. */
  record Unchanged(String where) implements PublishOutcome {}

  /**
   * Nothing was published; what stood there before is as it was (a stream may have taken a part).
   *
   * @param sentence what went wrong and what to do
   * @param mayPass true for want of room on the disk
   */
  record Failed(String where, String sentence, boolean mayPass) implements PublishOutcome {}
}
