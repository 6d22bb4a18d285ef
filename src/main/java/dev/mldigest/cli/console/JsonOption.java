package dev.mldigest.cli.console;

import picocli.CommandLine.Option;

/** {@code --json} where results may be read by a person or by a program. */
public final class JsonOption {
  @Option(names = "--json", description = "Print it for programs: one JSON object a line.")
  private boolean wanted;

  public boolean isWanted() {
    return wanted;
  }
}
