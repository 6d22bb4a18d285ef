package dev.mldigest.cli.desk;

import dev.mldigest.review.desk.Act;
import dev.mldigest.review.desk.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Keeps an item from making room for another, or lets it again. */
@Command(
    name = "pin",
    description = {
      "Pin an item: no pick takes its place.",
      "With --off it makes room for a pick again, as before it was pinned."
    },
    footer = {"", "Exit codes: 0 pinned or unpinned, 2 wrong usage or no such item."})
final class PinCommand extends ItemAction {
  @Option(names = "--off", description = "Unpin it.")
  private boolean off;

  @Override
  Act act(StandingItem found, Desk desk) {
    return new Act.Pin(found.id(), !off);
  }

  @Override
  String done() {
    return off ? "is not pinned: a pick may take its place." : "is pinned.";
  }
}
