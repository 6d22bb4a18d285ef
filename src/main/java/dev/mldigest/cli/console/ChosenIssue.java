package dev.mldigest.cli.console;

import dev.mldigest.domain.Week;
import dev.mldigest.pipeline.rendering.Rendering;
import dev.mldigest.pipeline.rendering.Renderings;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** Which issue, and in which format: for the commands that hand one out. */
public final class ChosenIssue {
  @Parameters(
      arity = "0..1",
      paramLabel = "WEEK",
      description = "The issue, for example 2026-W10 (default: the newest).")
  private @Nullable String week;

  /** The week that was asked for, else the newest that was made. */
  public Week week(Store store) {
    return week == null ? newest(store) : Folders.week(week);
  }

  /**
   * The issue in that format.
   *
   * @throws UsageException if none was made for the week
   */
  public Rendering rendering(Store store, Renderings renderings, Renderings.Format format) {
    Week wanted = week(store);
    return renderings
        .render(wanted, format)
        .orElseThrow(() -> new UsageException("No issue was made for the week " + wanted + "."));
  }

  /** The newest issue that was made. */
  public static Week newest(Store store) {
    return store.issues().made().stream()
        .map(Issues.Stored::week)
        .findFirst()
        .orElseThrow(
            () -> new UsageException("No issue has been made yet: './digest run' makes one."));
  }
}
