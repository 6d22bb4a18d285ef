package dev.mldigest.cli;

import dev.mldigest.cli.console.ConfiguredAction;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.UsageException;
import dev.mldigest.compose.Composition;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.pipeline.Run;
import dev.mldigest.pipeline.filing.RunLock;
import dev.mldigest.schedule.Service;
import dev.mldigest.schedule.Timetable;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import dev.mldigest.store.database.StateException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/**
 * Runs in the foreground: harvests every few hours, makes the issue weekly, makes a missed one at
 * start.
 */
@Command(
    name = "serve",
    description = {
      "Harvest every few hours and make the issue weekly, until Ctrl-C.",
      "An issue that was missed while the machine was off is made at start, once."
    })
final class ServeCommand extends ConfiguredAction {
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  @Override
  public Integer call() throws Exception {
    Settings settings = config.settings();
    InstantSource clock = places.clock();
    Timetable timetable = new Timetable(settings.schedule(), settings.zone());
    try (RunLock lock = RunLock.serving(places.files().state()).orElse(null)) {
      if (lock == null) {
        throw new UsageException(
            "Another 'digest serve' is at work in this output folder; one is enough, or name"
                + " another folder with --output.");
      }
      serve(settings, clock, timetable);
    }
    return ExitCode.OK;
  }

  private void serve(Settings settings, InstantSource clock, Timetable timetable) throws Exception {
    Stop stop = new Stop();
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(stop::run));
    try (Service service =
        new Service(
            timetable,
            clock,
            new Service.Work(
                () -> with(settings, clock, stop, run -> run.harvest(clock.instant())),
                () ->
                    with(
                        settings,
                        clock,
                        stop,
                        run -> issue(run, timetable, settings, clock.instant())),
                () -> missed(timetable, settings, clock.instant())))) {
      service.start();
      stop.await();
      LOG.info("stopping: what is being written is finished, nothing new is begun");
    } finally {
      stop.done();
    }
  }

  /** Each piece of work has its own objects: budgets, breakers and caches are a run's. */
  private void with(Settings settings, InstantSource clock, Stop stop, Consumer<Run> work) {
    try (Composition composition = Composition.of(settings, places.files(), clock, stop, stop)) {
      work.accept(composition.run());
    } catch (StateException e) {
      LOG.error("{}", e.getMessage());
    }
  }

  /** The issue that was due last, cut off when it was due, however late this is. */
  private void issue(Run run, Timetable timetable, Settings settings, Instant now) {
    Instant due = timetable.last(now);
    Run.Result result = run.weekly(Week.of(due, settings.zone()), due, now, false);
    int code = new RunOutput(out(), err(), false).print(result);
    LOG.info("the weekly run ended with exit code {}", code);
  }

  private boolean missed(Timetable timetable, Settings settings, Instant now) {
    try (Store store = Store.open(places.files().state())) {
      return missed(store, timetable, settings, now);
    }
  }

  /**
   * Missed: due while this digest was already in service, and not made since. A fresh installation
   * missed nothing.
   */
  static boolean missed(Store store, Timetable timetable, Settings settings, Instant now) {
    Instant due = timetable.last(now);
    List<Issues.Stored> made = store.issues().made();
    boolean inService =
        !made.isEmpty()
            || store.sources().polls().stream().anyMatch(poll -> poll.at().isBefore(due));
    Week week = Week.of(due, settings.zone());
    return inService
        && made.stream()
            .noneMatch(issue -> issue.week().equals(week) || !issue.window().to().isBefore(due));
  }
}
