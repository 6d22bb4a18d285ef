package dev.mldigest.cli.console;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What every command has: its help, and the streams it writes to. */
@Command(mixinStandardHelpOptions = true)
public abstract class Action implements Callable<Integer> {
  @Spec private CommandSpec spec;

  /** For results. */
  public PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** For messages. */
  public PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
