package dev.mldigest.pipeline.issue;

import static java.util.stream.Collectors.joining;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.domain.issue.Pick;
import dev.mldigest.domain.issue.Rewrite;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.domain.issue.Summary;
import dev.mldigest.domain.issue.SummaryOutcome;
import dev.mldigest.domain.issue.SummarySentence;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.model.Usage;
import dev.mldigest.pipeline.filing.Filing;
import dev.mldigest.pipeline.filing.FrozenIssue;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.pipeline.filing.RunLock;
import dev.mldigest.pipeline.past.EditorsProse;
import dev.mldigest.review.Contents;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Has one item of a made issue written again. Promises that not one byte of anything else in the
 * digest changes, that what the editor wrote stays, that nothing is replaced by what did not pass
 * the groundedness check, and that the wish is kept: making the whole issue again honours it, at no
 * further cost for this item.
 */
public final class Redo {
  private final Store store;
  private final IssueFiles files;
  private final Summaries summaries;
  private final Openings openings;
  private final Filing filing;
  private final WeekCandidates candidates;
  private final NewWords words;

  public Redo(Settings settings, Store store, Writers writers, IssueFiles files) {
    this.store = store;
    this.files = files;
    this.summaries = new Summaries(writers.withoutOpinions());
    this.openings = new Openings(settings, writers);
    this.filing = new Filing(store, files);
    this.candidates = new WeekCandidates(settings, store);
    this.words = new NewWords(store, files, filing);
  }

  /** What became of it. */
  public sealed interface Outcome {
    /**
     * The item has a new summary.
     *
     * @param kept true if the editor had edited the item, so that the new text is only offered
     * @param notices what else the editor must know of the digest, one sentence each
     * @param usage of the reply, paid now or earlier
     */
    record Rewritten(
        Issue.Item before,
        Issue.Item after,
        Path digest,
        boolean kept,
        List<String> notices,
        Usage usage)
        implements Outcome {
      public Rewritten {
        notices = List.copyOf(notices);
      }
    }

    /** What it would read like; nothing was changed. */
    record Proposed(Issue.Item before, Issue.Item after, Usage usage) implements Outcome {
      public long tokens() {
        return usage.total();
      }

      /** Millionths of the currency's unit; 0 without prices. */
      public long micros() {
        return usage.micros();
      }
    }

    /**
     * The summary stays as it is.
     *
     * @param reason one sentence
     */
    record Unchanged(String reason) implements Outcome {}

    /** Another run is at work in the same output folder. */
    record Busy() implements Outcome {}
  }

  /** Items of a made issue that have that id or link, or that text in their title. */
  public List<Issue.Item> find(Week week, String wanted) {
    String part = wanted.toLowerCase(Locale.ROOT);
    List<Issue.Item> items =
        issue(week).stream()
            .flatMap(issue -> issue.sections().stream())
            .flatMap(section -> section.items().stream())
            .toList();
    List<Issue.Item> exact =
        items.stream()
            .filter(item -> item.id().equals(wanted) || item.url().equals(wanted))
            .toList();
    return exact.isEmpty()
        ? items.stream()
            .filter(item -> item.title().toLowerCase(Locale.ROOT).contains(part))
            .toList()
        : exact;
  }

  /**
   * @param instruction what the editor wants; null takes earlier wishes back
   * @param only true to propose and change nothing; the reply is kept, so that doing it afterwards
   *     costs nothing
   */
  public Outcome redo(
      Week week, Issue.Item item, @Nullable String instruction, boolean only, Instant now) {
    try (RunLock lock = RunLock.acquire(files.state()).orElse(null)) {
      return lock == null ? new Outcome.Busy() : locked(week, item, instruction, only, now);
    }
  }

  /**
   * Puts in what was proposed, without asking for it again.
   *
   * @param instruction for which it was proposed
   * @param shown all that was proposed for the item: only what one of them replaced or put in is
   *     replaced, and nothing newer that nobody was shown
   */
  public Outcome take(
      Week week,
      Outcome.Proposed proposed,
      String instruction,
      List<Outcome.Proposed> shown,
      Instant now) {
    try (RunLock lock = RunLock.acquire(files.state()).orElse(null)) {
      return lock == null ? new Outcome.Busy() : taken(week, proposed, instruction, shown, now);
    }
  }

  private Outcome taken(
      Week week,
      Outcome.Proposed proposed,
      String instruction,
      List<Outcome.Proposed> shown,
      Instant now) {
    Issues.Stored found = store.issues().find(week).orElseThrow();
    List<String> notices = filing.complete(found, openings.anew(found, store, files), now);
    Issues.Stored made = store.issues().find(week).orElseThrow();
    String id = proposed.after().id();
    Optional<Issue.Item> stands =
        FrozenIssue.of(made).items().stream().filter(item -> item.id().equals(id)).findFirst();
    if (stands.isEmpty() || isGone(made, id)) {
      return new Outcome.Unchanged("It no longer stands in the digest: you took it out.");
    }
    if (!reads(stands.get(), proposed.before())
        && shown.stream().noneMatch(one -> reads(stands.get(), one.after()))) {
      return new Outcome.Unchanged(
          "It was changed elsewhere since that version was made; nothing was overwritten.");
    }
    Rewrite wish = new Rewrite(instruction, text(proposed.before().summary()));
    Issue.Item after = stands.get().with(proposed.after().summary(), proposed.after().headline());
    return after.equals(stands.get())
        ? new Outcome.Unchanged("It stands there already.")
        : words.put(made, stands.get(), after, wish, notices, now, proposed.usage());
  }

  /** True if an item has the words of another. */
  private static boolean reads(Issue.Item item, Issue.Item other) {
    return text(item.summary()).equals(text(other.summary()))
        && Objects.equals(item.headline(), other.headline());
  }

  private Outcome locked(
      Week week, Issue.Item item, @Nullable String instruction, boolean only, Instant now) {
    Issues.Stored found = store.issues().find(week).orElseThrow();
    List<String> notices = filing.complete(found, openings.anew(found, store, files), now);
    Issues.Stored made = store.issues().find(week).orElseThrow();
    if (isGone(made, item.id())) {
      return new Outcome.Unchanged("It no longer stands in the digest: you took it out.");
    }
    Optional<Candidate> candidate = candidates.find(week, item.id());
    if (candidate.isEmpty()) {
      return new Outcome.Unchanged("Its source is no longer in feeds.yaml, or its text is gone.");
    }
    Rewrite wish = instruction == null ? null : new Rewrite(instruction, text(item.summary()));
    summaries.begin(week);
    Pick pick = pick(candidate.get());
    SummaryOutcome outcome =
        summaries.of(
            pick,
            EditorsProse.before(week, store, files),
            wish == null ? Map.of() : Map.of(item.id(), wish));
    if (outcome instanceof SummaryOutcome.Extractive(Summary offline, String reason)) {
      return new Outcome.Unchanged(reason);
    }
    Issue.Item after = with(item, outcome.summary(), pick, outcome);
    if (after.equals(item)) {
      return new Outcome.Unchanged("The new summary reads like the old one.");
    }
    return only
        ? new Outcome.Proposed(item, after, summaries.used())
        : words.put(made, item, after, wish, notices, now, summaries.used());
  }

  private boolean isGone(Issues.Stored made, String id) {
    String base = Objects.requireNonNull(made.generated());
    return files
        .readDigest(made.week())
        .filter(text -> !Contents.of(text, base).ids().contains(id))
        .isPresent();
  }

  private static Pick pick(Candidate candidate) {
    Story story = new Story(candidate.id(), candidate, List.of(candidate));
    return new Pick(story, candidate.source().section(), 0, "", null);
  }

  private Issue.Item with(Issue.Item item, Summary summary, Pick pick, SummaryOutcome outcome) {
    String id = pick.story().id();
    String headline =
        item.headline() == null
            ? null
            : openings.headlines(List.of(pick), Map.of(id, outcome)).get(id);
    return item.with(summary, headline);
  }

  private static String text(Summary summary) {
    return summary.sentences().stream().map(SummarySentence::text).collect(joining(" "));
  }

  private Optional<Issue> issue(Week week) {
    return store.issues().find(week).filter(Issues.Stored::made).map(FrozenIssue::of);
  }
}
