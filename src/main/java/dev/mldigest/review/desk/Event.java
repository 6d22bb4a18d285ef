package dev.mldigest.review.desk;

import java.time.Instant;

/**
 * What happened to an issue.
 *
 * @param number from 1, without gaps
 * @param author who did it: {@code file}, {@code command}, {@code run}, or a page's session
 * @param delta how it changed the text of digest.md
 */
public record Event(int number, Instant at, String author, Act act, Delta delta) {
  public static final String FILE = "file";
  public static final String COMMAND = "command";
  public static final String RUN = "run";
}
