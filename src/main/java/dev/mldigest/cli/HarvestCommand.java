package dev.mldigest.cli;

import dev.mldigest.cli.console.ConfiguredAction;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.TerminalProgress;
import dev.mldigest.compose.Composition;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.pipeline.harvest.Harvest;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Harvests the sources that are due and reads their articles; makes no issue. */
@Command(
    name = "harvest",
    description = "Harvest the sources that are due, without making an issue.")
final class HarvestCommand extends ConfiguredAction {
  @Override
  public Integer call() {
    Settings settings = config.settings();
    InstantSource clock = places.clock();
    PrintWriter err = err();
    try (Composition composition =
        Composition.of(settings, places.files(), clock, TerminalProgress.to(err))) {
      Optional<Harvest.Result> result = composition.run().harvest(clock.instant());
      if (result.isEmpty()) {
        err.println("digest: another run is at work in this output folder.");
        return ExitCode.UNREACHABLE;
      }
      Harvest.Result harvested = result.get();
      err.println(
          harvested.polled()
              + " sources asked, "
              + harvested.reached()
              + " answered, "
              + harvested.newEntries()
              + " new entries, "
              + harvested.pagesRead()
              + " articles read.");
      return harvested.nothingReached() ? ExitCode.UNREACHABLE : ExitCode.OK;
    }
  }
}
