package dev.mldigest.domain.readers;

import dev.mldigest.domain.Week;
import java.time.Instant;
import java.util.List;

/**
 * What readers did with a week's issue that went out by one target.
 *
 * @param target its name in feeds.yaml, or the service's where a file was read
 * @param asked when the service said so
 */
public record Readership(Week week, String target, Instant asked, Counts counts) {
  /** What the numbers of links count. */
  public enum Measure {
    /** Readers: who follows a link twice counts once. */
    READERS,
    /** Clicks, however many are one reader's. */
    CLICKS,
    /** One or the other, by a setting of the service that it does not tell. */
    UNSAID
  }

  /**
   * @param links most followed first; empty where the service counts none
   * @param complete false where the service tells only some: of the others nothing is known
   * @param notes what the editor should know of these numbers, one sentence each
   */
  public record Counts(
      Totals totals,
      Measure measure,
      List<LinkClicks> links,
      boolean complete,
      List<String> notes) {
    public Counts {
      links = List.copyOf(links);
      notes = List.copyOf(notes);
    }
  }
}
