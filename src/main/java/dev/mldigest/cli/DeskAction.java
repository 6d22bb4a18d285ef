package dev.mldigest.cli;

import dev.mldigest.cli.console.ChosenIssue;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.FolderAction;
import dev.mldigest.cli.console.Folders;
import dev.mldigest.cli.console.Terminal;
import dev.mldigest.cli.console.UsageException;
import dev.mldigest.domain.Week;
import dev.mldigest.pipeline.filing.Desks;
import dev.mldigest.review.desk.Desk;
import dev.mldigest.review.desk.Outcome;
import dev.mldigest.store.Issues;
import dev.mldigest.store.Store;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A command that acts on an issue: it works while the file is open in any program. */
@Command
abstract class DeskAction extends FolderAction {
  @Option(
      names = "--week",
      paramLabel = "WEEK",
      description = "The issue, for example 2026-W10 (default: the newest).")
  private @Nullable String week;

  @Override
  public Integer call() {
    try (Store store = places.existingStore()) {
      Week wanted = wanted(week, store);
      List<String> notices = new ArrayList<>();
      Desk desk = Desks.open(wanted, store, places.files(), places.clock(), notices);
      notices.forEach(notice -> err().println(Terminal.plain(notice)));
      return act(wanted, store, desk);
    }
  }

  abstract int act(Week wanted, Store store, Desk desk);

  /** The week that was asked for, else the newest; its issue was made. */
  static Week wanted(@Nullable String week, Store store) {
    Week wanted = week == null ? ChosenIssue.newest(store) : Folders.week(week);
    if (store.issues().find(wanted).filter(Issues.Stored::made).isEmpty()) {
      throw new UsageException("No issue was made for the week " + wanted + ".");
    }
    return wanted;
  }

  /** Says what became of an act. */
  int say(Outcome outcome, String done) {
    return switch (outcome) {
      case Outcome.Saved saved -> {
        saved.notices().forEach(err()::println);
        err().println(Terminal.plain(done));
        yield ExitCode.OK;
      }
      case Outcome.Conflict(var now, String sentence) -> throw new UsageException(sentence);
      case Outcome.Refused(String sentence) -> throw new UsageException(sentence);
    };
  }
}
