package dev.mldigest.cli;

import dev.mldigest.cli.console.Action;
import dev.mldigest.cli.console.TerminalProgress;
import dev.mldigest.cli.console.UsageException;
import dev.mldigest.compose.Composition;
import dev.mldigest.config.SettingsReader;
import dev.mldigest.config.SettingsReading;
import dev.mldigest.demo.DemoWorld;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.pipeline.Run;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.pipeline.filing.RunLock;
import dev.mldigest.store.Store;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Makes a digest of a small week of invented sources that ship with the program: no key, no
 * network.
 */
@Command(
    name = "demo",
    description = {
      "Make a digest of a small week of invented sources.",
      "They are served on this machine: the whole pipeline, without a key and without a network."
    })
final class DemoCommand extends Action {
  @Option(
      names = "--output",
      paramLabel = "DIR",
      defaultValue = "output/demo",
      description =
          "Where the digest is put (default: ${DEFAULT-VALUE}). An earlier demo there is moved to"
              + " DIR.previous, with all that is in it; where that exists, to DIR.previous-2 and so"
              + " on.")
  private Path output;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = err();
    try (DemoWorld world = DemoWorld.start()) {
      moveAside(output.toAbsolutePath().normalize(), world, err);
      Path config = output.resolve("feeds.yaml");
      Files.createDirectories(output);
      Files.writeString(config, world.configuration());
      Settings settings = settings(config);
      InstantSource clock = startingAt(DemoWorld.now());
      Instant now = clock.instant();
      try (Composition composition =
          Composition.of(settings, new IssueFiles(output), clock, TerminalProgress.to(err))) {
        Run.Result result =
            composition.run().weekly(Week.of(now, settings.zone()), now, now, false);
        int code = new RunOutput(out(), err, false).print(result);
        err.println(
            "The demo's sources are invented and were served by this command: the links end with"
                + " it.");
        err.println("Review it: ./digest review --output " + output);
        return code;
      }
    }
  }

  private static Settings settings(Path config) {
    return switch (new SettingsReader().read(config, Map.of())) {
      case SettingsReading.Valid(Settings settings) -> settings;
      case SettingsReading.Invalid(List<String> mistakes) ->
          throw new IllegalStateException("the demo's own configuration is wrong: " + mistakes);
    };
  }

  private static InstantSource startingAt(Instant start) {
    Clock system = Clock.systemUTC();
    return Clock.offset(system, Duration.between(system.instant(), start));
  }

  /** An earlier demo makes room, whatever is in it: somebody may have put something there. */
  private static void moveAside(Path folder, DemoWorld world, PrintWriter err) throws IOException {
    if (isEmpty(folder)) {
      return;
    }
    if (!isDemo(folder, world)) {
      throw new UsageException(
          "The folder " + folder + " exists and holds no demo; name another with --output.");
    }
    try (RunLock lock = RunLock.acquire(new IssueFiles(folder).state()).orElse(null)) {
      if (lock == null) {
        throw new UsageException(
            "A run is at work in the folder " + folder + "; name another with --output.");
      }
      Path aside = free(folder);
      Files.move(folder, aside, StandardCopyOption.ATOMIC_MOVE);
      err.println("The demo that was there is now in " + aside + ".");
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return !Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findAny().isEmpty();
    }
  }

  /** A state, and beside it the demo's own configuration: others keep both in one folder too. */
  private static boolean isDemo(Path folder, DemoWorld world) throws IOException {
    Path config = folder.resolve("feeds.yaml");
    return Files.isRegularFile(config)
        && Store.isIn(new IssueFiles(folder).state())
        && firstLine(Files.readString(config)).equals(firstLine(world.configuration()));
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  private static Path free(Path folder) {
    Path aside = folder.resolveSibling(folder.getFileName() + ".previous");
    for (int number = 2; Files.exists(aside, LinkOption.NOFOLLOW_LINKS); number++) {
      aside = folder.resolveSibling(folder.getFileName() + ".previous-" + number);
    }
    return aside;
  }
}
