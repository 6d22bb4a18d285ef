package dev.mldigest.cli.desk;

import dev.mldigest.domain.Week;
import dev.mldigest.review.desk.Act;
import dev.mldigest.review.desk.Desk;
import dev.mldigest.review.desk.Event;
import dev.mldigest.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keeps an item from making room for another. */
@Command(
    name = "pin",
    description = "Pin an item: no pick takes its place.",
    footer = {"", "Exit codes: 0 pinned, 2 wrong usage or no such item."})
final class PinCommand extends DeskAction {
  @Parameters(paramLabel = "ITEM", description = "Its id, its link, or a part of its title.")
  private String item;

  @Option(names = "--off", description = "Take the pin out again.")
  private boolean off;

  @Override
  int act(Week wanted, Store store, Desk desk) {
    StandingItem found = StandingItem.of(item, desk.items(desk.load().text()));
    return say(
        desk.append(new Act.Pin(found.id(), !off), Desk.LATEST, Event.COMMAND),
        "'%s' is %s.".formatted(found.title(), off ? "no longer pinned" : "pinned"));
  }
}
