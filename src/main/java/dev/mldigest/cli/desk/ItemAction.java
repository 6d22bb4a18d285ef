package dev.mldigest.cli.desk;

import dev.mldigest.domain.Week;
import dev.mldigest.review.desk.Act;
import dev.mldigest.review.desk.Desk;
import dev.mldigest.review.desk.Event;
import dev.mldigest.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A command that does one thing to one item that stands in the issue. */
@Command
abstract class ItemAction extends DeskAction {
  @Parameters(
      index = "0",
      paramLabel = "ITEM",
      description = "Its id, its link, or a part of its title.")
  private String item;

  @Override
  final int act(Week wanted, Store store, Desk desk) {
    StandingItem found = StandingItem.of(item, desk.items(desk.load().text()));
    return say(
        desk.append(act(found, desk), Desk.LATEST, Event.COMMAND),
        "'" + found.title() + "' " + done());
  }

  /** What is done to it. */
  abstract Act act(StandingItem found, Desk desk);

  /** Of the item, as a sentence ends. */
  abstract String done();
}
