package dev.mldigest.pipeline.issue;

import dev.mldigest.assemble.IssueJson;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.Issue;
import dev.mldigest.io.KeptFile;
import dev.mldigest.review.Contents;
import dev.mldigest.review.Likeness;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Files a made issue: into the state, and into the editor's folder with all that the editor did
 * there. Promises that nothing of the editor's is overwritten, at whatever moment it is saved, and
 * that what a crash cut off is made good by {@link #complete}, with the same end.
 */
public final class Filing {
  private static final String ANCHOR = "<!-- item:";

  private final Store store;
  private final IssueFiles files;

  /** What stood in a digest before most of it vanished, where only this run told of it. */
  private @Nullable String stoodBefore;

  public Filing(Store store, IssueFiles files) {
    this.store = store;
    this.files = files;
  }

  /** The state first, then the files: a crash in between is mended by {@link #complete}. */
  FiledIssue save(Issues.Stored open, Proposal proposal, Instant now) {
    Origin from = origin(open.generated(), open.json(), open);
    if (from != null && stoodBefore != null) {
      from = new Origin(from.base(), from.issue(), stoodBefore);
    }
    stoodBefore = null;
    return file(open.week(), from, proposal, now);
  }

  private static @Nullable Origin origin(
      @Nullable String base, @Nullable String json, Issues.Stored stored) {
    String written = stored.mergedWith() == null ? stored.written() : stored.mergedWith();
    return base == null || json == null || written == null
        ? null
        : new Origin(base, Reconciled.issue(json), written);
  }

  /** Again and again until the file holds what was merged: a save in between is merged too. */
  private FiledIssue file(Week week, @Nullable Origin known, Proposal made, Instant now) {
    Proposal proposal = made.toldOnce();
    List<String> notices = new ArrayList<>();
    String seen = files.readWhole(week).orElse(null);
    if (known == null && seen != null) {
      seen = asideUnlessOurs(week, seen, proposal, notices);
    }
    String mine = seen;
    while (true) {
      Origin from = nearest(week, known, mine);
      Reconciled ours =
          from == null ? Reconciled.first(proposal) : Reconciled.of(from, mine, proposal);
      commit(week, from, mine, ours, now);
      switch (put(week, seen, ours)) {
        case KeptFile.Outcome.Replaced replaced -> {
          return filed(week, from, ours, notices);
        }
        case KeptFile.Outcome.Changed changed -> {
          seen = files.readSettled(week).orElse(null);
          mine = seen;
        }
        case KeptFile.Outcome.Late(KeptFile.Version old) -> {
          remember(week, ours.text(), ours.merged().base(), ours.json());
          mine = files.read(old);
          seen = ours.text();
        }
      }
    }
  }

  /**
   * What the file was edited from. A program that had it open may save over a newer digest what it
   * had read before: then the version of that time explains the file better, and what the newer one
   * had brought does not count as deleted.
   */
  private @Nullable Origin nearest(Week week, @Nullable Origin known, @Nullable String mine) {
    if (known == null || mine == null || !isText(mine, known.base())) {
      return known;
    }
    Origin nearest = known;
    Likeness closest = Likeness.of(known.base(), mine);
    for (Issues.Origin earlier : store.issues().origins(week)) {
      Likeness likeness = Likeness.of(earlier.generated(), mine);
      if (likeness.isCloserThan(closest)) {
        closest = likeness;
        nearest = new Origin(earlier.generated(), Reconciled.issue(earlier.json()), mine);
      }
    }
    return nearest;
  }

  /** A digest that the state knows nothing of makes room, under a name of its own. */
  private @Nullable String asideUnlessOurs(
      Week week, String seen, Proposal proposal, List<String> notices) {
    if (seen.equals(Reconciled.first(proposal).text())) {
      return seen;
    }
    Path kept = files.keepAside(week);
    notices.add("A digest that the state does not know was there; it is kept as " + kept + ".");
    return null;
  }

  private void commit(
      Week week, @Nullable Origin from, @Nullable String mine, Reconciled ours, Instant now) {
    String earlier = from == null ? null : new IssueJson().write(from.issue());
    if (from != null && !ours.vanished().isEmpty()) { // first: it is the way back after a crash
      kept(week, from.written());
    }
    store
        .issues()
        .finish(
            week,
            new Issues.Filed(
                ours.json(),
                ours.merged().base(),
                ours.text(),
                from == null ? "" : from.base(),
                mine,
                earlier,
                ours.summaries(),
                ours.decisions(),
                ours.events()),
            now);
    files.passed("stored");
    if (from != null && earlier != null) {
      if (mine != null) {
        remember(week, mine, from.base(), earlier);
      }
      if (!ours.vanished().isEmpty()) {
        remember(week, from.written(), from.base(), earlier);
      }
    }
    files.passed("remembered");
  }

  private KeptFile.Outcome put(Week week, @Nullable String seen, Reconciled ours) {
    files.writeJson(week, ours.json());
    files.passed("json");
    KeptFile.Outcome outcome = files.replace(week, seen, ours.text());
    files.passed("replaced");
    return outcome;
  }

  private FiledIssue filed(
      Week week, @Nullable Origin from, Reconciled ours, List<String> notices) {
    int version =
        from == null || ours.vanished().isEmpty() ? 0 : kept(week, from.written()).number();
    store.issues().filesWritten(week);
    notices.addAll(ours.notices(week, version));
    return new FiledIssue(ours.issue(), ours.merged(), notices);
  }

  /** The version with that text, made where none of the newer ones has it. */
  private KeptFile.Version kept(Week week, String text) {
    return files.versions(week).reversed().stream()
        .limit(IssueFiles.VERSIONS / 2)
        .filter(version -> text.equals(readable(version)))
        .findFirst()
        .orElseGet(() -> files.keep(week, text));
  }

  /** Null where it was put there by hand and is no text of ours. */
  private @Nullable String readable(KeptFile.Version version) {
    try {
      return files.read(version);
    } catch (UncheckedIOException e) {
      return null;
    }
  }

  private void remember(Week week, String version, String base, String json) {
    store.issues().keep(week, version, new Issues.Origin(base, json), 2 * IssueFiles.VERSIONS);
  }

  /**
   * Brings the files of a made issue to what the state holds, if they were not written, or the
   * digest is gone or empty. What the editor did to the digest meanwhile is merged.
   *
   * @param told the made issue with an opening that speaks of the items it is given
   * @return what the editor must know, one sentence each
   */
  List<String> complete(
      Issues.Stored made, Function<List<Issue.Section>, Issue> told, Instant now) {
    Week week = made.week();
    stoodBefore = null;
    files.recover(week);
    String seen = files.readWhole(week).orElse(null);
    String written = Objects.requireNonNull(made.written());
    if (made.mergedFrom() == null) {
      return isThere(made, seen) ? List.of() : again(made, seen);
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
            Reconciled.issue(Objects.requireNonNull(made.json())),
            store.ledger().decisions(week),
            told);
    return file(week, unfinished(made, seen), proposal, now).told();
  }

  /** What a run that was cut off could not tell: that most items vanished. */
  private List<String> slip(Issues.Stored made) {
    Week week = made.week();
    String base = Objects.requireNonNull(made.generated());
    Set<String> vanished = store.issues().vanished(week);
    if (vanished.isEmpty()) {
      return List.of();
    }
    for (KeptFile.Version version : files.versions(week).reversed()) {
      String text = Objects.requireNonNullElse(readable(version), "");
      Set<String> stood = Contents.of(text, base).ids();
      if (stood.containsAll(vanished)) {
        stoodBefore = text;
        return List.of(
            Reconciled.slipNotice(vanished.size(), stood.size(), week, version.number()));
      }
    }
    return List.of();
  }

  /** What the digest was edited from that was there after a crash: the old one or the new one. */
  private @Nullable Origin unfinished(Issues.Stored made, String seen) {
    String from = Objects.requireNonNull(made.mergedFrom());
    if (!from.isEmpty() && isReplaced(made, seen)) {
      return new Origin(
          Objects.requireNonNull(made.generated()),
          Reconciled.issue(Objects.requireNonNull(made.json())),
          Objects.requireNonNull(made.written()));
    }
    if (!from.isEmpty()) {
      String earlier = made.earlierJson() == null ? made.json() : made.earlierJson();
      return origin(from, earlier, made);
    }
    // The first digest was written and edited before it was known to be written: it is ours.
    return seen.contains(ANCHOR) ? origin(made.generated(), made.json(), made) : null;
  }

  /**
   * Whether the new digest had been put when the process ended: then the editor has edited that,
   * else the old one. The one that explains the file better is the one.
   */
  private boolean isReplaced(Issues.Stored made, String seen) {
    Likeness ofOld = Likeness.of(Objects.requireNonNull(made.mergedFrom()), seen);
    Likeness ofNew = Likeness.of(Objects.requireNonNull(made.generated()), seen);
    List<KeptFile.Version> versions = files.versions(made.week());
    boolean kept =
        made.mergedWith() == null
            || (!versions.isEmpty() && files.read(versions.getLast()).equals(made.mergedWith()));
    return ofNew.isCloserThan(ofOld) || (!ofOld.isCloserThan(ofNew) && kept);
  }

  private static boolean isThere(Issues.Stored made, @Nullable String seen) {
    return seen != null && isText(seen, Objects.requireNonNull(made.generated()));
  }

  private static boolean isText(String text, String base) {
    return !Contents.isBlank(text) && !Contents.isLost(text, base);
  }

  private List<String> again(Issues.Stored made, @Nullable String seen) {
    Week week = made.week();
    files.writeJson(week, Objects.requireNonNull(made.json()));
    if (!isReplaced(week, seen, Objects.requireNonNull(made.written()))) {
      return List.of(); // Someone is at work on it: it holds something again.
    }
    return List.of(Reconciled.lostNotice(Objects.requireNonNullElse(seen, ""), week));
  }

  private boolean isReplaced(Week week, @Nullable String seen, String text) {
    KeptFile.Outcome outcome = files.replace(week, seen, text);
    files.passed("replaced");
    return outcome instanceof KeptFile.Outcome.Replaced;
  }

  /**
   * Brings a kept version of the digest back, with what it was edited from. What stands in its
   * place now becomes a version itself.
   */
  public void restore(Issues.Stored made, String version, Instant now) {
    Week week = made.week();
    files.recover(week);
    Issues.Origin current =
        new Issues.Origin(
            Objects.requireNonNull(made.generated()), Objects.requireNonNull(made.json()));
    Issues.Origin origin = store.issues().origin(week, version).orElse(current);
    Reconciled back =
        Reconciled.again(
            new Origin(origin.generated(), Reconciled.issue(origin.json()), version),
            store.ledger().decisions(week));
    while (true) {
      String seen = files.readSettled(week).orElse(null);
      Origin from =
          seen == null || made.mergedFrom() == null
              ? origin(current.generated(), current.json(), made)
              : unfinished(made, seen);
      commit(week, from, seen, back, now);
      if (put(week, seen, back) instanceof KeptFile.Outcome.Changed) {
        continue;
      }
      store.issues().filesWritten(week);
      return;
    }
  }
}
