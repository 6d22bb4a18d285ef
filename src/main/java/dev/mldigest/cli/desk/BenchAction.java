package dev.mldigest.cli.desk;

import dev.mldigest.cli.console.ConfiguredAction;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.Terminal;
import dev.mldigest.cli.console.TerminalProgress;
import dev.mldigest.compose.Composition;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.pipeline.issue.Bench;
import dev.mldigest.review.desk.Act;
import dev.mldigest.review.desk.Desk;
import dev.mldigest.review.desk.Event;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A command that puts an item into a made issue. */
@Command
abstract class BenchAction extends ConfiguredAction {
  @Mixin private ChosenDesk issue;

  @Override
  public Integer call() {
    Settings settings = config.settings();
    checked(settings);
    places.existingStore().close();
    try (Composition composition =
        Composition.of(settings, places.files(), places.clock(), TerminalProgress.to(err()))) {
      Week wanted = issue.week(composition.store());
      Desk desk = ChosenDesk.open(wanted, composition.store(), places, err());
      return act(wanted, composition.bench(), desk);
    }
  }

  /** What can be said to be wrong before anything is opened. */
  void checked(Settings settings) {}

  abstract int act(Week wanted, Bench bench, Desk desk);

  /** Does it, and says what became of it. */
  int put(Act act, Desk desk, String done) {
    ChosenDesk.say(desk.append(act, Desk.LATEST, Event.COMMAND), done, err());
    return ExitCode.OK;
  }

  int notTold(Bench.Told.NotTold not) {
    err().println("digest: nothing was put in: " + Terminal.plain(not.sentence()));
    return not.mayPass() ? ExitCode.UNREACHABLE : ExitCode.GATE_FAILED;
  }
}
