package dev.mldigest.cli;

import dev.mldigest.domain.Settings;
import dev.mldigest.domain.Week;
import dev.mldigest.pipeline.Progress;
import dev.mldigest.pipeline.Run;
import dev.mldigest.schedule.Service;
import dev.mldigest.schedule.Timetable;
import dev.mldigest.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Runs in the foreground: harvests every few hours, makes the issue weekly, makes a missed one at
 * start.
 */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Run in the foreground: harvest every few hours, make the issue weekly.",
      "An issue that was missed while the machine was off is made at start, once."
    })
final class ServeCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  @Spec private CommandSpec spec;
  @Mixin private ConfigOption config;
  @Mixin private Places places;

  @Override
  public Integer call() throws Exception {
    Settings settings = config.settings();
    InstantSource clock = places.clock();
    Timetable timetable = new Timetable(settings.schedule(), settings.zone());
    CountDownLatch stopped = new CountDownLatch(1);
    try (Composition composition =
            Composition.of(settings, places.files(), clock, Progress.SILENT);
        Service service =
            new Service(
                timetable,
                clock,
                () -> composition.run().harvest(clock.instant()),
                () -> issue(composition.run(), settings, clock))) {
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(stopped::countDown));
      service.start(() -> missed(composition.store(), timetable, settings, clock.instant()));
      stopped.await();
    }
    return ExitCode.OK;
  }

  private void issue(Run run, Settings settings, InstantSource clock) {
    Instant now = clock.instant();
    Run.Result result = run.weekly(Week.of(now, settings.zone()), now, now, false);
    var line = spec.commandLine();
    int code = new RunOutput(line.getOut(), line.getErr(), false).print(result);
    LOG.info("the weekly run ended with exit code {}", code);
  }

  /**
   * Missed: due while this digest was already in service, and not made since. A fresh installation
   * missed nothing.
   */
  static boolean missed(Store store, Timetable timetable, Settings settings, Instant now) {
    Instant due = timetable.last(now);
    boolean inService =
        !store.issues().made().isEmpty()
            || store.sources().polls().stream().anyMatch(poll -> poll.at().isBefore(due));
    Week current = Week.of(now, settings.zone());
    boolean madeSince =
        store.issues().made().stream().anyMatch(issue -> !issue.window().to().isBefore(due));
    boolean madeThisWeek =
        store.issues().made().stream().anyMatch(issue -> issue.week().equals(current));
    return inService && !madeSince && !madeThisWeek;
  }
}
