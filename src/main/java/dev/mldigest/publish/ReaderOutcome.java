package dev.mldigest.publish;

import dev.mldigest.domain.readers.Readership;

/** What a target says of the readers of one issue. */
public sealed interface ReaderOutcome {
  /**
   * @param counts its links as they are reported: they may hold who followed them, and are not to
   *     be kept or shown before they were named after the issue's own
   */
  record Counted(Readership.Counts counts) implements ReaderOutcome {}

  /** There is no such mail or post there, or not any more. */
  record Gone(String sentence) implements ReaderOutcome {}

  /** There are none to ask for, now or ever. */
  record None(String sentence) implements ReaderOutcome {}

  /**
   * @param sentence what went wrong; it holds no secret
   * @param mayPass true where trying later may do
   */
  record NotKnown(String sentence, boolean mayPass) implements ReaderOutcome {}
}
