package dev.mldigest.cli.stats;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Figures about the digest's own work. */
@Command(
    name = "stats",
    mixinStandardHelpOptions = true,
    description = "Show figures about the digest's own work.",
    subcommands = {StatsTasteCommand.class, StatsIssuesCommand.class})
final class StatsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say of what, for example 'digest stats issues'.");
  }
}
