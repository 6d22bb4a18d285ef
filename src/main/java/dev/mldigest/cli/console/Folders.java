package dev.mldigest.cli.console;

import dev.mldigest.domain.HostPauses;
import dev.mldigest.domain.Week;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.store.Store;
import dev.mldigest.store.database.StateException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** Where a command works and which time it takes for now. */
public final class Folders {
  @Option(
      names = "--output",
      paramLabel = "DIR",
      description =
          "The folder of the digests and of what is remembered (default: $DIGEST_OUTPUT, else"
              + " output).")
  @Nullable Path output;

  @Option(
      names = "--now",
      paramLabel = "INSTANT",
      description =
          "Act as if it were 2026-03-02T06:00:00Z, or another time written so (default:"
              + " $DIGEST_NOW, else now).")
  @Nullable String now;

  public IssueFiles files() {
    return files(output);
  }

  /**
   * @param output null where none was named
   */
  static IssueFiles files(@Nullable Path output) {
    String environment = System.getenv("DIGEST_OUTPUT");
    Path byEnvironment =
        Path.of(environment == null || environment.isBlank() ? "output" : environment);
    return new IssueFiles(output == null ? byEnvironment : output);
  }

  /**
   * The state for commands that only look at it.
   *
   * @throws UsageException if there is none, so that looking never makes one
   */
  public Store existingStore() {
    Path state = files().state();
    if (!Store.isIn(state)) {
      throw new UsageException("There is no state in " + state + " yet: 'digest run' makes it.");
    }
    return Store.open(state);
  }

  /** Work with the pauses of the state where there is one that can be used, else in memory. */
  public <T> T withPauses(Function<HostPauses, T> work) {
    return withStore(
        store -> work.apply(store.map(Store::hostPauses).orElseGet(HostPauses::inMemory)));
  }

  /** Work with the state where there is one that can be used. */
  public <T> T withStore(Function<Optional<Store>, T> work) {
    Path state = files().state();
    Optional<Store> store = Optional.empty();
    try {
      store = Store.isIn(state) ? Optional.of(Store.open(state)) : Optional.empty();
    } catch (StateException e) {
      LoggerFactory.getLogger(Folders.class).warn("{}", e.getMessage());
    }
    try {
      return work.apply(store);
    } finally {
      store.ifPresent(Store::close);
    }
  }

  public InstantSource clock() {
    return Clocks.startingAt(now, System.getenv());
  }

  /**
   * @throws UsageException if the text is not a week
   */
  public static Week week(String text) {
    try {
      return Week.parse(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }
}
