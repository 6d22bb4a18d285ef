package dev.mldigest.domain.issue;

import dev.mldigest.domain.PollEnding;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.Window;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The frozen issue: everything the renderers need and nothing they must ask for. Depends on the
 * state alone, never on how long a run took, on the machine, or on attempts.
 *
 * @param title the newsletter's name
 * @param zone IANA time zone in which dates are shown
 * @param opening what it says before the first item
 * @param sections in reading order, none empty
 * @param alsoSeen runners-up, best first
 * @param labels in what words it is set
 */
public record Issue(
    String title,
    Week week,
    Window window,
    String zone,
    Opening opening,
    List<Section> sections,
    List<Link> alsoSeen,
    Gaps gaps,
    Funnel funnel,
    Labels labels) {
  public Issue {
    sections = List.copyOf(sections);
    alsoSeen = List.copyOf(alsoSeen);
  }

  /** One in English that tells readers nothing of its coverage. */
  public Issue(
      String title,
      Week week,
      Window window,
      String zone,
      Opening opening,
      List<Section> sections,
      List<Link> alsoSeen,
      Gaps gaps,
      Funnel funnel) {
    this(title, week, window, zone, opening, sections, alsoSeen, gaps, funnel, Labels.ENGLISH);
  }

  /** The same that begins otherwise. */
  public Issue with(Opening other) {
    return new Issue(title, week, window, zone, other, sections, alsoSeen, gaps, funnel, labels);
  }

  /** The same that holds other items. */
  public Issue with(List<Section> other) {
    return new Issue(title, week, window, zone, opening, other, alsoSeen, gaps, funnel, labels);
  }

  /** The same with other runners-up. */
  public Issue withAlsoSeen(List<Link> other) {
    return new Issue(title, week, window, zone, opening, sections, other, gaps, funnel, labels);
  }

  /** The same that says other things of its gaps and its numbers. */
  public Issue with(Gaps otherGaps, Funnel otherFunnel) {
    return new Issue(
        title, week, window, zone, opening, sections, alsoSeen, otherGaps, otherFunnel, labels);
  }

  /** The items in reading order. */
  public List<Item> items() {
    return sections.stream().flatMap(section -> section.items().stream()).toList();
  }

  /** The model of each summary that a model wrote. */
  public List<String> writers() {
    return items().stream()
        .map(item -> item.summary().by())
        .filter(by -> !by.equals(Summary.OFFLINE))
        .toList();
  }

  /** The same with this item in the place of the one of its id. */
  public Issue with(Item item) {
    List<Section> changed =
        sections.stream()
            .map(section ->
                new Section(
                    section.id,
                    section.title,
                    section.items.stream()
                        .map(one -> one.id.equals(item.id) ? item : one)
                        .toList()))
            .toList();
    return new Issue(title, week, window, zone, opening, changed, alsoSeen, gaps, funnel, labels);
  }

  public record Section(String id, String title, List<Item> items) {
    public Section {
      items = List.copyOf(items);
    }
  }

  /**
   * One item.
   *
   * @param id the entry's id: anchors, edits and redo refer to it
   * @param source title of the source
   * @param date when its origin published it, else first seen
   * @param found when we first saw it, or null where no source brought it
   * @param kind the source's kind, as in feeds.yaml
   * @param reportedBy titles of the other sources that carried the story
   * @param mentions round-ups and newsletters that mention it
   * @param why one sentence: what made it rank
   * @param follows what of an earlier issue it carries on, or null
   * @param headline what stands in place of the title, or null for the source's own words
   */
  public record Item(
      String id,
      String title,
      String url,
      String source,
      Instant date,
      String kind,
      Summary summary,
      List<String> reportedBy,
      List<Link> mentions,
      @Nullable FollowUp follows,
      @Nullable Instant found,
      String why,
      @Nullable String headline) {
    public Item {
      reportedBy = List.copyOf(reportedBy);
      mentions = List.copyOf(mentions);
    }

    /**
     * @param headline what stands in place of the title, or null for the source's own words
     */
    public static Item of(
        String id, Report report, Summary summary, String why, @Nullable String headline) {
      return new Item(
          id,
          report.title,
          report.url,
          report.source,
          report.date,
          report.kind,
          summary,
          report.reportedBy,
          report.mentions,
          report.follows,
          report.found,
          why,
          headline);
    }

    /** What it is about, apart from what is said of it. */
    public Report report() {
      return new Report(title, url, source, date, kind, reportedBy, mentions, follows, found);
    }

    /** The same in other words. */
    public Item with(Summary rewritten, @Nullable String newHeadline) {
      return of(id, report(), rewritten, why, newHeadline);
    }
  }

  /** What an item is about, as {@link Item} holds it. */
  public record Report(
      String title,
      String url,
      String source,
      Instant date,
      String kind,
      List<String> reportedBy,
      List<Link> mentions,
      @Nullable FollowUp follows,
      @Nullable Instant found) {
    /** What no round-up is known to mention, and no earlier issue to have told. */
    public Report(
        String title,
        String url,
        String source,
        Instant date,
        String kind,
        List<String> reportedBy) {
      this(title, url, source, date, kind, reportedBy, List.of(), null, null);
    }

    /** The same that these round-ups mention. */
    public Report mentionedIn(List<Link> roundUps) {
      return new Report(title, url, source, date, kind, reportedBy, roundUps, follows, found);
    }

    /** The same at another place, or under another title. */
    public Report as(String newTitle, String newUrl) {
      return new Report(newTitle, newUrl, source, date, kind, reportedBy, mentions, follows, found);
    }

    /** The same as what it carries on; null for nothing. */
    public Report following(@Nullable FollowUp earlier) {
      return new Report(title, url, source, date, kind, reportedBy, mentions, earlier, found);
    }

    /** The same, first seen then. */
    public Report foundAt(Instant firstSeen) {
      return new Report(title, url, source, date, kind, reportedBy, mentions, follows, firstSeen);
    }
  }

  /** A title with its address and source. */
  public record Link(String id, String title, String url, String source) {}

  /**
   * What the digest says of its own gaps.
   *
   * @param failedSources sources that gave nothing, with the reason
   * @param unread entries of the window whose article could not be read
   * @param shortfalls slots that could not be filled, one sentence each
   * @param extractive items whose prose is extractive although a model is configured
   * @param model the configured model, or null
   * @param missed times of which entries of a source may be missing
   * @param partly titles of sources that were read, but not proven to have been read for the whole
   *     window: they are new, their document does not reach back, or they were not read to its end
   */
  public record Gaps(
      int sources,
      List<FailedSource> failedSources,
      int unread,
      List<String> shortfalls,
      int extractive,
      @Nullable String model,
      List<Missed> missed,
      List<String> partly) {
    public Gaps {
      failedSources = List.copyOf(failedSources);
      shortfalls = List.copyOf(shortfalls);
      missed = List.copyOf(missed);
      partly = List.copyOf(partly);
    }

    public static Gaps of(Watch watch, int unread, List<String> shortfalls, Asked asked) {
      return new Gaps(
          watch.sources,
          watch.failed,
          unread,
          shortfalls,
          asked.extractive,
          asked.model,
          watch.missed,
          watch.partly);
    }

    /** The same with other slots short, and other items told offline where a model is asked. */
    public Gaps with(List<String> nowShort, int nowExtractive) {
      return of(
          new Watch(sources, failedSources, missed, partly),
          unread,
          nowShort,
          new Asked(model, model == null ? extractive : nowExtractive));
    }
  }

  /** How well the sources were watched, as {@link Gaps} holds it. */
  public record Watch(
      int sources, List<FailedSource> failed, List<Missed> missed, List<String> partly) {}

  /** What the model was asked, as {@link Gaps} holds it. */
  public record Asked(@Nullable String model, int extractive) {
    public static final Asked NOBODY = new Asked(null, 0);
  }

  /**
   * Time within the issue's window of which entries of a source may be missing.
   *
   * @param title of the source
   */
  public record Missed(String title, Instant since, Instant until) {}

  public record FailedSource(String title, String outcome) {
    public PollEnding ending() {
      return PollEnding.of(outcome);
    }
  }
}
