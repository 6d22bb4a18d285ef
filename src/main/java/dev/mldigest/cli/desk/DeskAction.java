package dev.mldigest.cli.desk;

import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.FolderAction;
import dev.mldigest.domain.Week;
import dev.mldigest.review.desk.Desk;
import dev.mldigest.review.desk.Outcome;
import dev.mldigest.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A command that acts on an issue: it works while the file is open in any program. */
@Command
abstract class DeskAction extends FolderAction {
  @Mixin private ChosenDesk issue;

  @Override
  public Integer call() {
    try (Store store = places.existingStore()) {
      Week wanted = issue.week(store);
      return act(wanted, store, ChosenDesk.open(wanted, store, places, err()));
    }
  }

  abstract int act(Week wanted, Store store, Desk desk);

  /** Says what became of an act. */
  int say(Outcome outcome, String done) {
    ChosenDesk.say(outcome, done, err());
    return ExitCode.OK;
  }
}
