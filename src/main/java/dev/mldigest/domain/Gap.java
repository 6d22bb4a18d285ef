package dev.mldigest.domain;

import java.time.Instant;

/**
 * Time of which entries of a source may be missing.
 *
 * @param since everything announced up to here was seen
 * @param until everything announced from here on was seen
 * @param reason one sentence
 */
public record Gap(Instant since, Instant until, String reason) {
  /** A whole document that reaches back over such a gap closes it. */
  public static final String CUT_SHORT =
      "The document was cut short, so entries announced since the last whole one may be missing.";

  /** Nothing but a source that can be asked by date closes such a gap. */
  public static final String MOVED_ON =
      "The document held nothing known any more when it was read again: entries came and went in"
          + " between.";

  /** The source was asked by date and could not be asked back to where it was read last. */
  public static final String OUT_OF_REACH =
      "The source could not be asked back to the time it was read last.";

  public boolean touches(Window window) {
    return since.isBefore(window.to()) && until.isAfter(window.from());
  }
}
