package dev.mldigest.domain.readers;

import dev.mldigest.domain.Week;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What readers did with a week's issue that went out by one target.
 *
 * @param target its name in feeds.yaml, or the service's where a file was read
 * @param asked when the service said so
 */
public record Readership(Week week, String target, Instant asked, Counts counts) {
  /** What numbers count. */
  public enum Measure {
    /** Readers: who opens twice, or follows a link twice, counts once. */
    READERS,
    /** Openings and clicks, however many are one reader's. */
    CLICKS,
    /** One or the other: it is not told which. */
    UNSAID
  }

  /**
   * @param totalled what the opens and clicks of the totals count
   * @param measure what the clicks of links count
   * @param links empty where the service counts none
   * @param complete false where the service tells only some: of the others nothing is known
   * @param notes what the editor should know of these numbers, one sentence each
   */
  public record Counts(
      Totals totals,
      Measure totalled,
      Measure measure,
      List<LinkClicks> links,
      boolean complete,
      List<String> notes) {
    public Counts {
      links = List.copyOf(links);
      notes = List.copyOf(notes);
    }

    /** With one more sentence. */
    public Counts noting(String sentence) {
      List<String> more = new ArrayList<>(notes);
      more.add(sentence);
      return new Counts(totals, totalled, measure, links, complete, more);
    }

    /**
     * What came now, and of before what it does not have: totals of the same measure are filled in,
     * others are not mixed; all links are worth more than some or none.
     */
    public Counts over(Counts before) {
      boolean links =
          !this.links.isEmpty() && (complete || !before.complete || before.links.isEmpty());
      boolean same = totalled == before.totalled;
      boolean now = same || totals.recipients() != null || before.totals.recipients() == null;
      Counts linked = links ? this : before;
      return new Counts(
          same ? totals.over(before.totals) : now ? totals : before.totals,
          now ? totalled : before.totalled,
          linked.measure,
          linked.links,
          linked.complete,
          linked.notes);
    }
  }
}
