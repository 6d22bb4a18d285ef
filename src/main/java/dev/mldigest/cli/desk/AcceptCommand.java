package dev.mldigest.cli.desk;

import dev.mldigest.review.desk.Act;
import dev.mldigest.review.desk.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says that an item is good as it is. */
@Command(
    name = "accept",
    description = {
      "Say that an item is good as it is: no pick takes its place.",
      "With a reason, also those of its sentences may leave that rest on nothing."
    },
    footer = {"", "Exit codes: 0 accepted, 2 wrong usage or no such item."})
final class AcceptCommand extends ItemAction {
  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Why sentences without evidence may leave, in your words: it is kept.")
  private String reason;

  @Override
  Act act(StandingItem found, Desk desk) {
    return new Act.Accept(found.id(), reason.strip());
  }

  @Override
  String done() {
    return "is accepted.";
  }
}
