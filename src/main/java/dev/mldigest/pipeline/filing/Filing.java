package dev.mldigest.pipeline.filing;

import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.io.KeptFile;
import dev.mldigest.review.Contents;
import dev.mldigest.review.desk.Act;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Files a made issue: into the state, and into the editor's folder with all that the editor did
 * there. Promises that nothing of the editor's is overwritten, at whatever moment it is saved, and
 * that what a crash cut off is made good by {@link #complete}, with the same end.
 */
public final class Filing {
  private final Store store;
  private final IssueFiles files;
  private final Origins origins;
  private final Versions versions;
  private final Attempt attempt;

  /** What stood in a digest before most of it vanished, where only this run told of it. */
  private @Nullable String stoodBefore;

  public Filing(Store store, IssueFiles files) {
    this.store = store;
    this.files = files;
    this.origins = new Origins(store, files);
    this.versions = new Versions(store, files);
    this.attempt = new Attempt(store, files, versions);
  }

  /** The state first, then the files: a crash in between is mended by {@link #complete}. */
  public FiledIssue save(Issues.Stored open, Proposal proposal, Instant now) {
    return save(open, proposal, new Act.Remade(), now);
  }

  /**
   * The same.
   *
   * @param act what it is that made the issue so
   */
  public FiledIssue save(Issues.Stored open, Proposal proposal, Act act, Instant now) {
    Origin from = origin(open.week(), now);
    if (from != null && stoodBefore != null) {
      from = new Origin(from.base(), from.issue(), stoodBefore);
    }
    stoodBefore = null;
    return file(open.week(), from, proposal, act, now);
  }

  /** What commands did while a run was at work is part of it. */
  private @Nullable Origin origin(Week week, Instant now) {
    Issues.Stored stored = store.issues().find(week).orElseThrow();
    if (stored.isLaidOpen()) {
      Desks.of(week, store, files, () -> now).load();
      stored = store.issues().find(week).orElseThrow();
    }
    return Origins.of(stored);
  }

  /** Again and again until the file holds what was merged: a save in between is merged too. */
  private FiledIssue file(Week week, @Nullable Origin origin, Proposal made, Act act, Instant now) {
    Proposal proposal = made.toldOnce();
    List<String> notices = new ArrayList<>();
    Origin known = origin;
    FirstEvents.of(store.issues().find(week).orElseThrow(), store);
    String seen = files.readWhole(week).orElse(null);
    if (known == null && seen != null) {
      seen = asideUnlessOurs(week, seen, proposal, notices);
    }
    String mine = seen;
    while (true) {
      int last = store.events().last(week);
      Origin from = origins.nearest(week, known, mine);
      Reconciled ours =
          from == null
              ? Reconciliation.first(proposal)
              : Reconciliation.of(from.with(Taken.of(week, store)), mine, proposal, rejected(week));
      Attempt.Result filed =
          attempt.of(week, from, new Attempt.Sight(seen, mine, last), ours, act, notices, now);
      switch (filed.outcome()) {
        case KeptFile.Outcome.Replaced replaced -> {
          return Objects.requireNonNull(filed.issue());
        }
        case KeptFile.Outcome.Changed changed -> {
          known = filed.committed() ? known : origin(week, now);
          seen = files.readSettled(week).orElse(null);
          mine = seen;
        }
        case KeptFile.Outcome.Late(KeptFile.Version old) -> {
          versions.remember(week, ours.text(), ours.merged().base(), ours.json());
          mine = files.read(old);
          seen = ours.text();
        }
      }
    }
  }

  private Set<String> rejected(Week week) {
    return store.edits().deleted().getOrDefault(week, Set.of());
  }

  /** A digest that the state knows nothing of makes room, under a name of its own. */
  private @Nullable String asideUnlessOurs(
      Week week, String seen, Proposal proposal, List<String> notices) {
    if (seen.equals(Reconciliation.first(proposal).text())) {
      return seen;
    }
    Path kept = files.keepAside(week);
    notices.add("A digest that the state does not know was there; it is kept as " + kept + ".");
    return null;
  }

  /**
   * Brings the files of a made issue to what the state holds, if they were not written, or the
   * digest is gone or empty. What the editor did to the digest meanwhile is merged.
   *
   * @param told the made issue with an opening that speaks of the items it is given
   * @return what the editor must know, one sentence each
   */
  public List<String> complete(
      Issues.Stored made, Function<List<Issue.Section>, Issue> told, Instant now) {
    Week week = made.week();
    stoodBefore = null;
    files.recover(week);
    if (made.isLaidOpen()) {
      Desks.of(week, store, files, () -> now).load();
      return complete(store.issues().find(week).orElseThrow(), told, now);
    }
    String seen = files.readWhole(week).orElse(null);
    String written = Objects.requireNonNull(made.written());
    if (made.mergedFrom() == null) {
      return Origins.isThere(made, seen) ? List.of() : again(made, seen);
    }
    if (seen == null
        || Contents.isBlank(seen)
        || seen.equals(made.mergedWith())
        || seen.equals(written)) {
      files.writeJson(week, Objects.requireNonNull(made.json()));
      if (!written.equals(seen) && !isReplaced(week, seen, written)) {
        return complete(store.issues().find(week).orElseThrow(), told, now);
      }
      List<String> notices = slip(made);
      store.issues().filesWritten(week);
      return notices;
    }
    Proposal proposal =
        new Proposal(
            FrozenIssue.of(Objects.requireNonNull(made.json())),
            store.ledger().decisions(week),
            told);
    return file(week, origins.unfinished(made, seen), proposal, new Act.Remade(), now).told();
  }

  /** What a run that was cut off could not tell: that most items vanished. */
  private List<String> slip(Issues.Stored made) {
    Week week = made.week();
    Set<String> vanished = store.edits().vanished(week);
    Optional<Versions.Kept> before =
        vanished.isEmpty()
            ? Optional.empty()
            : versions.with(vanished, week, Objects.requireNonNull(made.generated()));
    stoodBefore = before.map(Versions.Kept::text).orElse(stoodBefore);
    return before
        .map(kept -> Notices.slip(vanished.size(), kept.items(), week, kept.number()))
        .stream()
        .toList();
  }

  private List<String> again(Issues.Stored made, @Nullable String seen) {
    Week week = made.week();
    files.writeJson(week, Objects.requireNonNull(made.json()));
    if (!isReplaced(week, seen, Objects.requireNonNull(made.written()))) {
      return List.of(); // Someone is at work on it: it holds something again.
    }
    return List.of(Notices.lost(Objects.requireNonNullElse(seen, ""), week));
  }

  private boolean isReplaced(Week week, @Nullable String seen, String text) {
    KeptFile.Outcome outcome = files.replace(week, seen, text);
    files.passed("replaced");
    return outcome instanceof KeptFile.Outcome.Replaced;
  }
}
