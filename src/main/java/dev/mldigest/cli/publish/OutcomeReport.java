package dev.mldigest.cli.publish;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.JsonLines;
import dev.mldigest.cli.console.Notices;
import dev.mldigest.cli.console.Terminal;
import dev.mldigest.domain.Week;
import dev.mldigest.publish.OutcomeWords;
import dev.mldigest.publish.PublishOutcome;
import java.io.PrintWriter;

/** Tells what became of a publication, and what the shell gets for it. */
record OutcomeReport(PrintWriter out, PrintWriter err, boolean json) {
  int tell(Week week, String target, PublishOutcome outcome) {
    if (json) {
      out.println(JsonLines.text(object(week, target, outcome)));
    } else {
      words(outcome);
    }
    return code(outcome);
  }

  private void words(PublishOutcome outcome) {
    switch (outcome) {
      case PublishOutcome.Shown shown -> out.print(Terminal.plain(shown.request()));
      case PublishOutcome.Unfit unfit ->
          Notices.refused(
              err, "not published, because the digest holds unfit text", unfit.findings());
      case PublishOutcome.SentAlarm alarm -> {
        err.println("********************************************************************");
        err.println(Terminal.plain(OutcomeWords.sentence(alarm)));
        err.println("********************************************************************");
      }
      default -> err.println(Terminal.plain(OutcomeWords.sentence(outcome)));
    }
    Notices.print(err, OutcomeWords.notes(outcome));
  }

  private static ObjectNode object(Week week, String target, PublishOutcome outcome) {
    ObjectNode object =
        JsonLines.object()
            .put("week", week.toString())
            .put("target", target)
            .put("outcome", OutcomeWords.word(outcome))
            .put("where", outcome.where())
            .put("sentence", OutcomeWords.sentence(outcome));
    OutcomeWords.notes(outcome).forEach(object.withArrayProperty("notes")::add);
    switch (outcome) {
      case PublishOutcome.Drafted made -> object.put("id", made.id()).put("link", made.link());
      case PublishOutcome.ChangedInService there ->
          object.put("id", there.id()).put("link", there.link());
      case PublishOutcome.SentAlarm alarm -> object.put("id", alarm.id()).put("link", alarm.link());
      case PublishOutcome.Shown shown -> object.put("request", shown.request());
      case PublishOutcome.Unfit unfit ->
          unfit.findings().forEach(object.withArrayProperty("findings")::add);
      default -> {}
    }
    return object;
  }

  private static int code(PublishOutcome outcome) {
    return switch (outcome) {
      case PublishOutcome.Published published -> ExitCode.OK;
      case PublishOutcome.Drafted drafted -> ExitCode.OK;
      case PublishOutcome.Unchanged unchanged -> ExitCode.OK;
      case PublishOutcome.ChangedInService changed -> ExitCode.OK;
      case PublishOutcome.Shown shown -> ExitCode.OK;
      case PublishOutcome.NotApproved not -> ExitCode.NOT_APPROVED;
      case PublishOutcome.Unfit unfit -> ExitCode.GATE_FAILED;
      case PublishOutcome.SentAlarm alarm -> ExitCode.USAGE;
      case PublishOutcome.Refused refused -> ExitCode.USAGE;
      case PublishOutcome.LookUpFailed failed -> code(failed.mayPass());
      case PublishOutcome.Failed failed -> code(failed.mayPass());
    };
  }

  private static int code(boolean mayPass) {
    return mayPass ? ExitCode.UNREACHABLE : ExitCode.USAGE;
  }
}
