package dev.mldigest.cli;

import dev.mldigest.domain.Settings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Asks every source once and says what came of it. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Ask every source once and say what came of it.")
final class FeedsCheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConfigOption config;
  @Mixin private Places places;

  @Override
  public Integer call() {
    Settings settings = config.settings();
    CheckList list = new CheckList(spec.commandLine().getOut());
    places.withPauses(pauses ->
        new SourceCheck(
                settings, places.clock(), TerminalProgress.to(spec.commandLine().getErr()), pauses)
            .run(list));
    return list.exitCode();
  }
}
