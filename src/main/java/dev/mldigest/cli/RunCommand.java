package dev.mldigest.cli;

import dev.mldigest.cli.console.ConfiguredAction;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.Folders;
import dev.mldigest.cli.console.TerminalProgress;
import dev.mldigest.cli.console.UsageException;
import dev.mldigest.cli.model.ModelNotes;
import dev.mldigest.compose.Composition;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.pipeline.Run;
import dev.mldigest.pipeline.harvest.Progress;
import dev.mldigest.schedule.Timetable;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Harvests and makes this week's digest. */
@Command(
    name = "run",
    description = {
      "Harvest the sources and make this week's digest.",
      "A week is made once; a run that was killed goes on where it was."
    },
    footer = {
      "",
      "Exit codes: 0 made (or made before), 2 wrong usage or configuration, 4 nothing new, 5 made,"
          + " but an arXiv source or more than half of the sources failed, 6 unfit text was kept"
          + " out and nothing written, 7 made, but the model's budget was reached, 8 made, but"
          + " nothing of the model could be used, 75 nothing could be reached or another run is at"
          + " work."
    })
final class RunCommand extends ConfiguredAction {
  @Option(
      names = "--week",
      paramLabel = "WEEK",
      description = "The issue to make, for example 2026-W10 (default: this week's).")
  private @Nullable String week;

  @Option(
      names = "--redo",
      description = "Make the week's issue again; the editor's edits are kept.")
  private boolean redo;

  @Option(
      names = "--ask-again",
      description = {
        "With --redo: ask the model again also for what it has answered before.",
        "What had no answer is asked again in any case."
      })
  private boolean askAgain;

  @Option(
      names = "--dry-run",
      description = "Only say what the model may be asked and what that may cost.")
  private boolean dryRun;

  @Option(
      names = "--json",
      description = "Print the report of the run for programs: one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    Settings settings = config.settings();
    InstantSource clock = places.clock();
    PrintWriter err = err();
    Instant now = clock.instant();
    Week wanted = week == null ? Week.of(now, settings.zone()) : Folders.week(week);
    ModelNotes.of(settings, now).forEach(err::println);
    if (dryRun) {
      return ExitCode.OK;
    }
    if (askAgain && !redo) {
      throw new UsageException("--ask-again wants --redo: a week that was made is not made again.");
    }
    try (Composition composition = composition(settings, clock, err)) {
      Run.Result result =
          composition.run().weekly(wanted, cutOff(wanted, now, settings), now, redo);
      return new RunOutput(out(), err, json).print(result);
    }
  }

  private Composition composition(Settings settings, InstantSource clock, PrintWriter err) {
    Progress progress = TerminalProgress.to(err);
    return askAgain
        ? Composition.askingAgain(settings, places.files(), clock, progress)
        : Composition.of(settings, places.files(), clock, progress);
  }

  /** This week's issue is cut off now; an earlier week's when it was due. */
  private static Instant cutOff(Week wanted, Instant now, Settings settings) {
    Week current = Week.of(now, settings.zone());
    if (wanted.equals(current)) {
      return now;
    }
    if (wanted.compareTo(current) > 0) {
      throw new UsageException(
          "The week " + wanted + " lies in the future; now is " + current + ".");
    }
    Timetable timetable = new Timetable(settings.schedule(), settings.zone());
    Instant due = now;
    while (Week.of(due, settings.zone()).compareTo(wanted) > 0) {
      due = timetable.last(due.minusSeconds(1));
    }
    return due;
  }
}
