package dev.mldigest.cli.desk;

import dev.mldigest.cli.console.JsonOption;
import dev.mldigest.domain.Week;
import dev.mldigest.pipeline.gate.Finding;
import dev.mldigest.pipeline.gate.Gate;
import dev.mldigest.review.desk.Desk;
import dev.mldigest.store.Store;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints what of an issue must not reach its readers, and what should not. */
@Command(
    name = "lint",
    description = {
      "Print what of the issue must not reach readers ('must'), and what should not ('should').",
      "Its links are asked for, some twenty seconds long at most; what is known of today is not"
          + " asked again."
    },
    footer = {"", "Exit codes: 0 nothing must be mended, 2 wrong usage, 6 something must."})
final class LintCommand extends GateAction {
  @Option(names = "--no-links", description = "Ask for no link: go by what is known of them.")
  private boolean quiet;

  @Option(
      names = "--all",
      description = "Print every finding, also where there are many of a kind.")
  private boolean all;

  @Mixin private JsonOption json;

  @Override
  int act(Week wanted, Store store, Desk desk, Gate gate) {
    if (!quiet) {
      gate.checkLinks(wanted);
    }
    List<Finding> findings = gate.findings(wanted, desk.load());
    if (json.isWanted()) {
      GateLines.json(out(), findings);
      return GateLines.code(findings);
    }
    if (findings.isEmpty()) {
      err().println("Nothing was found in " + wanted + ".");
    }
    return all ? GateLines.printAll(out(), findings) : GateLines.print(out(), findings);
  }
}
