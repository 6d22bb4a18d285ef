package dev.mldigest.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code digest} command. */
@Command(
    name = "digest",
    mixinStandardHelpOptions = true,
    description = "From feeds to a reviewed weekly Markdown digest.",
    subcommands = {FeedsCommand.class, InspectCommand.class})
public final class Digest {

  /** Runs one command line and returns its exit code. */
  public static int run(String... args) {
    CommandLine line = new CommandLine(new Digest());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler((exception, command, parsed) -> {
      if (exception instanceof UsageException) {
        command.getErr().println("digest: " + exception.getMessage());
        return ExitCode.USAGE;
      }
      exception.printStackTrace(command.getErr());
      return ExitCode.BUG;
    });
    return line.execute(args);
  }
}
