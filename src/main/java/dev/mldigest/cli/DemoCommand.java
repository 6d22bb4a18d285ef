package dev.mldigest.cli;

import dev.mldigest.config.SettingsReader;
import dev.mldigest.config.SettingsReading;
import dev.mldigest.demo.DemoWorld;
import dev.mldigest.domain.Settings;
import dev.mldigest.domain.Week;
import dev.mldigest.pipeline.IssueFiles;
import dev.mldigest.pipeline.Run;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Makes a digest of a small week of invented sources that ship with the program: no key, no
 * network.
 */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Make a digest of a small week of invented sources, served on this machine:",
      "the whole pipeline, without a key and without a network."
    })
final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      defaultValue = "output/demo",
      description =
          "Where the digest is put (default: ${DEFAULT-VALUE}). An earlier demo there is moved to"
              + " DIR.previous.")
  private Path output;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    moveAside(output);
    try (DemoWorld world = DemoWorld.start()) {
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
        return new RunOutput(spec.commandLine().getOut(), err, false).print(result);
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

  /**
   * What someone may have edited in an earlier demo is kept once more; a folder that is not a
   * demo's is not touched.
   */
  private static void moveAside(Path folder) throws IOException {
    Path previous = folder.resolveSibling(folder.getFileName() + ".previous");
    if (isDemo(folder)) {
      if (isDemo(previous)) {
        delete(previous);
      }
      Files.move(folder, previous, StandardCopyOption.ATOMIC_MOVE);
    } else if (Files.exists(folder)) {
      throw new UsageException(
          "The folder " + folder + " exists and holds no demo; name another with --output.");
    }
  }

  private static boolean isDemo(Path folder) {
    return Files.isRegularFile(folder.resolve("feeds.yaml"))
        && Files.isRegularFile(folder.resolve("state").resolve("digest.db"));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
