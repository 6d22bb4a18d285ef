package dev.mldigest.domain.issue;

/**
 * The editor's wish to have one item's summary written again.
 *
 * @param instruction what to tell and how, one line of at most {@value #LONGEST} characters
 * @param previous the summary that the editor did not like, as plain text
 */
public record Rewrite(String instruction, String previous) {
  /** Enough for a wish; more would be a text of its own. */
  public static final int LONGEST = 500;

  /** What is asked for where the editor only wants another wording. */
  public static final String OTHERWISE = "Tell it in other words and with another emphasis.";
}
