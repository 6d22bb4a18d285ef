package dev.mldigest.lab;

import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.UsageException;
import dev.mldigest.lab.bench.BenchCommand;
import dev.mldigest.lab.evaluate.EvalCommand;
import dev.mldigest.summarise.TurnsCommand;
import dev.mldigest.summarise.ground.RuleAblation;
import dev.mldigest.summarise.offline.SayingCommand;
import org.opentest4j.TestAbortedException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The programs of the laboratory: {@code mvn -q -Plab -Dlab="eval"} runs one. */
@Command(
    name = "lab",
    mixinStandardHelpOptions = true,
    description = "Measure the program, and learn its weights again.",
    subcommands = {
      EvalCommand.class,
      TrainCommand.class,
      BenchCommand.class,
      RuleAblation.class,
      SayingCommand.class,
      TurnsCommand.class
    })
public final class Laboratory implements Runnable {
  @Spec private CommandSpec spec;

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Laboratory());
    line.setExecutionExceptionHandler((exception, command, parsed) -> failed(exception, command));
    return line;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do, for example 'eval'.");
  }

  private static int failed(Exception exception, CommandLine command) throws Exception {
    if (exception instanceof UsageException || exception instanceof TestAbortedException) {
      command.getErr().println("lab: " + exception.getMessage());
      return ExitCode.USAGE;
    }
    throw exception;
  }
}
