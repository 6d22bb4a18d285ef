package dev.mldigest.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code digest completion}. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = {
      "Print a script that completes commands and options in bash and zsh.",
      "For example, in ~/.bashrc: source <(digest completion)"
    })
final class CompletionCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    // Asked alone, this command knows no other: the script speaks of the whole tree.
    spec.commandLine().getOut().print(AutoComplete.bash("digest", Digest.commandLine()));
    spec.commandLine().getOut().flush();
  }
}
