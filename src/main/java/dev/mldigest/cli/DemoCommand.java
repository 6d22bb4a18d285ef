package dev.mldigest.cli;

import dev.mldigest.config.SettingsReader;
import dev.mldigest.config.SettingsReading;
import dev.mldigest.demo.DemoWorld;
import dev.mldigest.domain.Settings;
import dev.mldigest.domain.Week;
import dev.mldigest.pipeline.IssueFiles;
import dev.mldigest.pipeline.Run;
import dev.mldigest.store.Store;
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
import java.util.Objects;
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
        int code = new RunOutput(spec.commandLine().getOut(), err, false).print(result);
        err.println(
            "The demo's sources are invented and were served by this command: the links end with"
                + " it.");
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

  /** An earlier demo makes room; one that someone edited is kept under a name of its own. */
  private static void moveAside(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (!isDemo(folder)) {
      throw new UsageException(
          "The folder " + folder + " exists and holds no demo; name another with --output.");
    }
    if (isEdited(folder)) {
      Files.move(folder, free(folder), StandardCopyOption.ATOMIC_MOVE);
    } else {
      delete(folder);
    }
  }

  private static boolean isDemo(Path folder) {
    return Files.isRegularFile(folder.resolve("feeds.yaml"))
        && Store.isIn(new IssueFiles(folder).state());
  }

  private static boolean isEdited(Path folder) {
    IssueFiles files = new IssueFiles(folder);
    try (Store store = Store.open(files.state())) {
      return store.issues().made().stream()
          .anyMatch(issue ->
              !Objects.equals(issue.written(), files.readDigest(issue.week()).orElse(null)));
    }
  }

  private static Path free(Path folder) {
    int number = 1;
    while (Files.exists(folder.resolveSibling(folder.getFileName() + ".kept-" + number))) {
      number++;
    }
    return folder.resolveSibling(folder.getFileName() + ".kept-" + number);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
