package dev.mldigest.pipeline.filing;

import dev.mldigest.domain.Week;
import dev.mldigest.io.KeptFile;
import dev.mldigest.review.Contents;
import dev.mldigest.review.Likeness;
import dev.mldigest.store.EditedVersions;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the digest that stands on disk was edited from. */
record Origins(Store store, IssueFiles files) {
  private static final String ANCHOR = "<!-- item:";

  static @Nullable Origin of(Issues.Stored made) {
    return of(made.generated(), made.json(), made);
  }

  static @Nullable Origin of(@Nullable String base, @Nullable String json, Issues.Stored stored) {
    String written = stored.mergedWith() == null ? stored.written() : stored.mergedWith();
    boolean known = stored.mergedWith() == null && stored.stood() != null;
    return base == null || json == null || written == null
        ? null
        : new Origin(
            base,
            FrozenIssue.of(json),
            written,
            known ? Objects.requireNonNull(stored.stood()) : written,
            "");
  }

  /**
   * What the file was edited from. A program that had it open may save over a newer digest what it
   * had read before: then the version of that time explains the file better, and what the newer one
   * had brought does not count as deleted.
   */
  @Nullable Origin nearest(Week week, @Nullable Origin known, @Nullable String mine) {
    if (known == null || mine == null || !isText(mine, known.base())) {
      return known;
    }
    Origin nearest = known;
    Likeness closest = Likeness.of(known.base(), mine);
    for (EditedVersions.Origin earlier : store.versions().origins(week)) {
      Likeness likeness = Likeness.of(earlier.generated(), mine);
      if (likeness.isCloserThan(closest)) {
        closest = likeness;
        nearest = new Origin(earlier.generated(), FrozenIssue.of(earlier.json()), mine);
      }
    }
    return nearest;
  }

  /** What the digest was edited from that was there after a crash: the old one or the new one. */
  @Nullable Origin unfinished(Issues.Stored made, String seen) {
    String from = Objects.requireNonNull(made.mergedFrom());
    if (!from.isEmpty() && isReplaced(made, seen)) {
      return new Origin(
          Objects.requireNonNull(made.generated()),
          FrozenIssue.of(Objects.requireNonNull(made.json())),
          Objects.requireNonNull(made.written()));
    }
    if (!from.isEmpty()) {
      String earlier = made.earlierJson() == null ? made.json() : made.earlierJson();
      return of(from, earlier, made);
    }
    // The first digest was written and edited before it was known to be written: it is ours.
    return seen.contains(ANCHOR) ? of(made.generated(), made.json(), made) : null;
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

  static boolean isThere(Issues.Stored made, @Nullable String seen) {
    return seen != null && isText(seen, Objects.requireNonNull(made.generated()));
  }

  private static boolean isText(String text, String base) {
    return !Contents.isBlank(text) && !Contents.isLost(text, base);
  }
}
