package dev.mldigest.cli.desk;

import dev.mldigest.domain.Week;
import dev.mldigest.review.desk.Act;
import dev.mldigest.review.desk.Desk;
import dev.mldigest.review.desk.Event;
import dev.mldigest.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says that an item is good as it is. */
@Command(
    name = "accept",
    description = {
      "Say that an item is good as it is: no pick takes its place.",
      "With a reason, also those of its sentences may leave that rest on nothing."
    },
    footer = {"", "Exit codes: 0 accepted, 2 wrong usage or no such item."})
final class AcceptCommand extends DeskAction {
  @Parameters(paramLabel = "ITEM", description = "Its id, its link, or a part of its title.")
  private String item;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Why sentences without evidence may leave, in your words: it is kept.")
  private String reason;

  @Override
  int act(Week wanted, Store store, Desk desk) {
    StandingItem found = StandingItem.of(item, desk.items(desk.load().text()));
    return say(
        desk.append(new Act.Accept(found.id(), reason.strip()), Desk.LATEST, Event.COMMAND),
        "'" + found.title() + "' is accepted.");
  }
}
