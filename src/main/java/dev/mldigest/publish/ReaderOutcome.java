package dev.mldigest.publish;

import dev.mldigest.domain.readers.Readership;

/** What a target says of the readers of one issue. */
public sealed interface ReaderOutcome {
  /**
   * @param counts its links by the names that were given for them
   */
  record Counted(Readership.Counts counts) implements ReaderOutcome {}

  /** There is no such mail or post there, or not any more. */
  record Gone(String sentence) implements ReaderOutcome {}

  /** There are none to ask for, now or ever. */
  record None(String sentence) implements ReaderOutcome {}

  /**
   * @param sentence what went wrong; it holds no secret
   * @param mayPass true where trying later may do
   * @param ofAll true where asking for another issue would end the same
   */
  record NotKnown(String sentence, boolean mayPass, boolean ofAll) implements ReaderOutcome {}
}
