package dev.mldigest.cli.desk;

import dev.mldigest.review.desk.Act;
import dev.mldigest.review.desk.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes an item out of the digest. */
@Command(
    name = "reject",
    description = {
      "Take an item out of the digest, also while digest.md is open in an editor.",
      "Later issues learn from it; 'digest undo' brings the item back."
    },
    footer = {"", "Exit codes: 0 taken out, 2 wrong usage or no such item."})
final class RejectCommand extends ItemAction {
  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Why, in your words: it stands in the history.")
  private String reason;

  @Override
  Act act(StandingItem found, Desk desk) {
    return new Act.Reject(found.id(), reason.strip());
  }

  @Override
  String done() {
    return "was taken out; 'digest undo' brings it back.";
  }
}
