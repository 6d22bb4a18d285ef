package dev.mldigest.cli;

import dev.mldigest.cli.console.ConfiguredAction;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.Terminal;
import dev.mldigest.cli.console.TerminalProgress;
import dev.mldigest.cli.console.UsageException;
import dev.mldigest.compose.Composition;
import dev.mldigest.domain.Week;
import dev.mldigest.pipeline.filing.Desks;
import dev.mldigest.pipeline.issue.Bench;
import dev.mldigest.review.desk.Act;
import dev.mldigest.review.desk.Desk;
import dev.mldigest.review.desk.Event;
import dev.mldigest.review.desk.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A command that puts an item into a made issue. */
@Command
abstract class BenchAction extends ConfiguredAction {
  @Option(
      names = "--week",
      paramLabel = "WEEK",
      description = "The issue, for example 2026-W10 (default: the newest).")
  private @Nullable String week;

  @Override
  public Integer call() {
    checked();
    var settings = config.settings();
    places.existingStore().close();
    try (Composition composition =
        Composition.of(settings, places.files(), places.clock(), TerminalProgress.to(err()))) {
      Week wanted = DeskAction.wanted(week, composition.store());
      List<String> notices = new ArrayList<>();
      Desk desk = Desks.open(wanted, composition.store(), places.files(), places.clock(), notices);
      notices.forEach(notice -> err().println(Terminal.plain(notice)));
      return act(wanted, composition.bench(), desk);
    }
  }

  /** What can be said to be wrong before anything is opened. */
  void checked() {}

  abstract int act(Week wanted, Bench bench, Desk desk);

  /** Says what became of an act. */
  int put(Act act, Desk desk, String done) {
    return switch (desk.append(act, Desk.LATEST, Event.COMMAND)) {
      case Outcome.Saved saved -> {
        saved.notices().forEach(err()::println);
        err().println(Terminal.plain(done));
        yield ExitCode.OK;
      }
      case Outcome.Conflict(var now, String sentence) -> throw new UsageException(sentence);
      case Outcome.Refused(String sentence) -> throw new UsageException(sentence);
    };
  }

  int notTold(Bench.Told.NotTold not) {
    err().println("digest: nothing was put in: " + Terminal.plain(not.sentence()));
    return not.mayPass() ? ExitCode.UNREACHABLE : ExitCode.GATE_FAILED;
  }
}
