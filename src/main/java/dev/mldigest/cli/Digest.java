package dev.mldigest.cli;

import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.Results;
import dev.mldigest.cli.console.UsageException;
import dev.mldigest.cli.console.WrongUsage;
import dev.mldigest.cli.desk.DeskCommands;
import dev.mldigest.cli.feeds.FeedsCommand;
import dev.mldigest.cli.inspect.InspectCommand;
import dev.mldigest.cli.model.ModelCommand;
import dev.mldigest.cli.publish.PublishCommands;
import dev.mldigest.cli.stats.StatsCommands;
import dev.mldigest.compose.Composition;
import dev.mldigest.io.DiskFullException;
import dev.mldigest.model.prompt.PromptException;
import dev.mldigest.store.database.StateException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code digest} command. */
@Command(
    name = "digest",
    mixinStandardHelpOptions = true,
    versionProvider = Digest.Version.class,
    description = "From feeds to a reviewed weekly Markdown digest.")
public final class Digest implements Runnable {
  /** In the order of the help. A class is named as its command is. */
  private static final List<Class<?>> COMMANDS =
      Stream.of(
              List.of(
                  DemoCommand.class,
                  RunCommand.class,
                  HarvestCommand.class,
                  ServeCommand.class,
                  ReviewCommand.class),
              DeskCommands.inOrder(),
              List.of(RestoreCommand.class),
              PublishCommands.inOrder(),
              StatsCommands.inOrder(),
              List.of(
                  FeedsCommand.class,
                  ModelCommand.class,
                  DoctorCommand.class,
                  InspectCommand.class,
                  CompletionCommand.class))
          .<Class<?>>flatMap(List::stream)
          .toList();

  @Spec private CommandSpec spec;

  /** What {@code --version} prints. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"ML Digest " + Composition.version()};
    }
  }

  /** Runs one command line as a process does, and returns its exit code. */
  public static int process(String... args) {
    Results results = new Results();
    System.setOut(new PrintStream(results, false, StandardCharsets.UTF_8));
    int code = run(args);
    System.out.flush();
    if (results.isLost()) {
      System.err.println("digest: standard output could not be written: " + results.reason() + ".");
      return ExitCode.USAGE;
    }
    return code;
  }

  /** Runs one command line on the standard streams and returns its exit code. */
  public static int run(String... args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = run(out, err, args);
    out.flush();
    return code;
  }

  /**
   * Runs one command line and returns its exit code; results go to {@code out}, messages to {@code
   * err}.
   */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    List<Class<?>> named =
        COMMANDS.stream().filter(type -> args.length > 0 && name(type).equals(args[0])).toList();
    return commandLine(named.isEmpty() ? COMMANDS : named).setOut(out).setErr(err).execute(args);
  }

  /** The whole command tree, for help and for checking documentation against it. */
  public static CommandLine commandLine() {
    return commandLine(COMMANDS);
  }

  /** For example {@code review} for {@code ReviewCommand}. */
  static String name(Class<?> command) {
    return command.getSimpleName().replace("Command", "").toLowerCase(Locale.ROOT);
  }

  /** Reading what all commands can be told takes longer than most of them do. */
  private static CommandLine commandLine(List<Class<?>> commands) {
    CommandLine line = new CommandLine(new Digest());
    commands.forEach(command -> line.addSubcommand(name(command), new CommandLine(command)));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExpandAtFiles(false); // @LIST is an input of the inspect commands, one path a line
    line.setParameterExceptionHandler(new WrongUsage());
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
    if (exception instanceof StateException state) {
      command.getErr().println("digest: " + state.getMessage());
      return state.mayPass() ? ExitCode.UNREACHABLE : ExitCode.USAGE;
    }
    if (exception instanceof UsageException) {
      command.getErr().println("digest: " + exception.getMessage());
      return ExitCode.USAGE;
    }
    // Some prompts are read when they are needed, by a thread whose failure arrives wrapped.
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof PromptException) {
        command.getErr().println("digest: " + cause.getMessage());
        return ExitCode.USAGE;
      }
    }
    if (DiskFullException.isBehind(exception)) {
      command.getErr().println("digest: " + full(exception));
      return ExitCode.UNREACHABLE;
    }
    if (exception instanceof UncheckedIOException || exception instanceof IOException) {
      command.getErr().println("digest: " + sentence(exception));
      return ExitCode.USAGE;
    }
    exception.printStackTrace(command.getErr());
    command.getErr().println("digest: this is a bug; the lines above say where.");
    return ExitCode.BUG;
  }

  private static String full(Exception exception) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof DiskFullException) {
        return String.valueOf(cause.getMessage());
      }
    }
    return "The disk is full: " + sentence(exception) + " Free some space and run again.";
  }

  /** The JDK's messages about files are often a bare path. */
  private static String sentence(Exception exception) {
    Throwable cause = exception;
    while (cause.getCause() != null && !(cause instanceof FileSystemException)) {
      cause = cause.getCause();
    }
    if (cause instanceof FileSystemException file) {
      String why = file.getReason() != null ? file.getReason() : file.getClass().getSimpleName();
      return "'" + file.getFile() + "' cannot be read or written: " + why + ".";
    }
    return String.valueOf(exception.getMessage());
  }
}
