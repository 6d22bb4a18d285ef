package dev.mldigest.cli.desk;

import dev.mldigest.domain.Week;
import dev.mldigest.review.desk.Act;
import dev.mldigest.review.desk.Desk;
import dev.mldigest.review.desk.Event;
import dev.mldigest.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes a note to the readers below an item. */
@Command(
    name = "note",
    description = "Write your note to the readers below an item; an empty TEXT takes it back.",
    footer = {"", "Exit codes: 0 written, 2 wrong usage or no such item."})
final class NoteCommand extends DeskAction {
  @Parameters(
      index = "0",
      paramLabel = "ITEM",
      description = "Its id, its link, or a part of its title.")
  private String item;

  @Parameters(index = "1", paramLabel = "TEXT", description = "Your words.")
  private String words;

  @Override
  int act(Week wanted, Store store, Desk desk) {
    StandingItem found = StandingItem.of(item, desk.items(desk.load().text()));
    return say(
        desk.append(new Act.Note(found.id(), words.strip()), Desk.LATEST, Event.COMMAND),
        "'%s' has %s.".formatted(found.title(), words.isBlank() ? "no note" : "your note"));
  }
}
