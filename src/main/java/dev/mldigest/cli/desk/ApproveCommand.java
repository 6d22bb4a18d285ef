package dev.mldigest.cli.desk;

import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.Notices;
import dev.mldigest.cli.console.Terminal;
import dev.mldigest.cli.console.UsageException;
import dev.mldigest.domain.Week;
import dev.mldigest.pipeline.gate.Approving;
import dev.mldigest.pipeline.gate.Gate;
import dev.mldigest.review.desk.Desk;
import dev.mldigest.review.desk.Event;
import dev.mldigest.store.Revisions;
import dev.mldigest.store.Store;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Approves an issue as it stands. */
@Command(
    name = "approve",
    description = {
      "Approve the issue as it stands in digest.md, and freeze it.",
      "Only what is approved goes to a newsletter service; a later edit makes a new revision."
    },
    footer = {
      "",
      "Exit codes: 0 approved, 2 wrong usage, 6 something was found that must not be published."
    })
final class ApproveCommand extends GateAction {
  @Option(
      names = "--override",
      paramLabel = "REASON",
      defaultValue = "",
      description = "Approve although something was found; the reason is kept.")
  private String override;

  @Override
  int act(Week wanted, Store store, Desk desk, Gate gate) {
    Approving approving = new Approving(store, places.files(), gate, places.clock());
    return switch (approving.approve(wanted, Desk.LATEST, Event.COMMAND, override)) {
      case Approving.Approval.Frozen(Revisions.Revision revision, boolean isNew, var notices) -> {
        Notices.print(err(), notices);
        String which = "revision " + revision.revision() + " of " + wanted;
        err()
            .println(isNew ? "Approved: " + which + "." : "It was approved before: " + which + ".");
        yield ExitCode.OK;
      }
      case Approving.Approval.Unfit(List<String> why, boolean overridable) -> {
        int code = Notices.refused(err(), "not approved", why);
        if (overridable) {
          err().println(Terminal.plain("With --override REASON it is approved all the same."));
        }
        yield code;
      }
      case Approving.Approval.Moved(String sentence) -> throw new UsageException(sentence);
    };
  }
}
