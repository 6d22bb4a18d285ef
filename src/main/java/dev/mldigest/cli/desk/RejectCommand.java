package dev.mldigest.cli.desk;

import dev.mldigest.domain.Week;
import dev.mldigest.review.desk.Act;
import dev.mldigest.review.desk.Desk;
import dev.mldigest.review.desk.Event;
import dev.mldigest.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes an item out of the digest. */
@Command(
    name = "reject",
    description = {
      "Take an item out of the digest, also while digest.md is open in an editor.",
      "Later issues learn from it; 'digest undo' brings the item back."
    },
    footer = {"", "Exit codes: 0 taken out, 2 wrong usage or no such item."})
final class RejectCommand extends DeskAction {
  @Parameters(paramLabel = "ITEM", description = "Its id, its link, or a part of its title.")
  private String item;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Why, in your words: it stands in the history.")
  private String reason;

  @Override
  int act(Week wanted, Store store, Desk desk) {
    StandingItem found = StandingItem.of(item, desk.items(desk.load().text()));
    return say(
        desk.append(new Act.Reject(found.id(), reason.strip()), Desk.LATEST, Event.COMMAND),
        "'" + found.title() + "' was taken out; 'digest undo' brings it back.");
  }
}
