package dev.mldigest.cli.desk;

import dev.mldigest.review.desk.Act;
import dev.mldigest.review.desk.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes a note to the readers below an item. */
@Command(
    name = "note",
    description = "Write your note to the readers below an item; an empty TEXT takes it back.",
    footer = {"", "Exit codes: 0 written, 2 wrong usage or no such item."})
final class NoteCommand extends ItemAction {
  @Parameters(index = "1", paramLabel = "TEXT", description = "Your words.")
  private String words;

  @Override
  Act act(StandingItem found, Desk desk) {
    return new Act.Note(found.id(), words.strip());
  }

  @Override
  String done() {
    return words.isBlank() ? "has no note." : "has your note.";
  }
}
