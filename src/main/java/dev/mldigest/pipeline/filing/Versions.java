package dev.mldigest.pipeline.filing;

import dev.mldigest.domain.Week;
import dev.mldigest.io.KeptFile;
import dev.mldigest.review.Contents;
import dev.mldigest.store.EditedVersions;
import dev.mldigest.store.Store;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The versions of a digest that were replaced, with what each was edited from. */
record Versions(Store store, IssueFiles files) {
  /** The version with that text, made where none of the newer ones has it. */
  KeptFile.Version kept(Week week, String text) {
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

  void remember(Week week, String version, String base, String json) {
    store
        .versions()
        .keep(week, version, new EditedVersions.Origin(base, json), 2 * IssueFiles.VERSIONS);
  }

  /** The newest of which all of these items stood, or empty. */
  Optional<Kept> with(Set<String> items, Week week, String base) {
    for (KeptFile.Version version : files.versions(week).reversed()) {
      String text = Objects.requireNonNullElse(readable(version), "");
      Set<String> stood = Contents.of(text, base).ids();
      if (stood.containsAll(items)) {
        return Optional.of(new Kept(version.number(), text, stood.size()));
      }
    }
    return Optional.empty();
  }

  /**
   * A version.
   *
   * @param items how many stood in it
   */
  record Kept(int number, String text, int items) {}
}
