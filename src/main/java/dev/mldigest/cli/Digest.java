package dev.mldigest.cli;

import dev.mldigest.store.StateException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code digest} command. */
@Command(
    name = "digest",
    mixinStandardHelpOptions = true,
    version = "ML Digest " + Composition.VERSION,
    description = "From feeds to a reviewed weekly Markdown digest.",
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      HarvestCommand.class,
      ServeCommand.class,
      ReviewCommand.class,
      RenderCommand.class,
      PublishCommand.class,
      ExplainCommand.class,
      FeedsCommand.class,
      DoctorCommand.class,
      InspectCommand.class
    })
public final class Digest implements Runnable {
  @Spec private CommandSpec spec;

  /** Runs one command line on the process's own streams and returns its exit code. */
  public static int run(String... args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    return run(out, err, args);
  }

  /**
   * Runs one command line and returns its exit code; results go to {@code out}, messages to {@code
   * err}.
   */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    return commandLine().setOut(out).setErr(err).execute(args);
  }

  /** The whole command tree, for help and for checking documentation against it. */
  public static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Digest());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler((exception, command, parsed) -> failed(exception, command));
    return line;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do, for example 'digest demo'.");
  }

  /**
   * What a person can do something about is one sentence; anything else is a bug and shows where.
   */
  private static int failed(Exception exception, CommandLine command) {
    if (exception instanceof UsageException || exception instanceof StateException) {
      command.getErr().println("digest: " + exception.getMessage());
      return ExitCode.USAGE;
    }
    if (exception instanceof UncheckedIOException) {
      command.getErr().println("digest: " + exception.getMessage());
      return ExitCode.USAGE;
    }
    exception.printStackTrace(command.getErr());
    command.getErr().println("digest: this is a bug; the lines above say where.");
    return ExitCode.BUG;
  }
}
