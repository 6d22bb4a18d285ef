package dev.mldigest.cli.desk;

import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.Terminal;
import dev.mldigest.cli.console.WholeNumber;
import dev.mldigest.domain.Week;
import dev.mldigest.review.desk.Desk;
import dev.mldigest.review.desk.Event;
import dev.mldigest.review.desk.EventWords;
import dev.mldigest.review.desk.IssueState;
import dev.mldigest.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes back what was done to an issue, step by step, and does it again. */
@Command(
    name = "undo",
    description = {
      "Take back what was last done to the issue: a command, what was typed and saved, a run.",
      "There is no end to the steps, and each brings the file back as it was, to the byte."
    },
    footer = {"", "Exit codes: 0 taken back, 2 wrong usage or nothing to take back."})
final class UndoCommand extends DeskAction {
  @Option(
      names = "--steps",
      converter = WholeNumber.FromOne.class,
      paramLabel = "N",
      defaultValue = "1",
      description = "How many steps (default: ${DEFAULT-VALUE}).")
  private int steps;

  @Option(names = "--back", description = "The other way: do again what was undone last.")
  private boolean back;

  @Override
  int act(Week wanted, Store store, Desk desk) {
    EventWords words = new EventWords(desk.history());
    for (int i = 0; i < steps; i++) {
      IssueState state = desk.load();
      Integer number = back ? state.redoable() : state.undoable();
      if (number == null && i > 0) {
        break;
      }
      String what = number == null ? "" : Terminal.plain(words.of(number));
      int code =
          say(
              back ? desk.again(Desk.LATEST, Event.COMMAND) : desk.undo(Desk.LATEST, Event.COMMAND),
              (back ? "Done again: " : "Taken back: ") + what);
      if (code != ExitCode.OK) {
        return code;
      }
    }
    return ExitCode.OK;
  }
}
