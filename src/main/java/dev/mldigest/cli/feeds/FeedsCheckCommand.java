package dev.mldigest.cli.feeds;

import dev.mldigest.cli.console.CheckList;
import dev.mldigest.cli.console.ConfigOption;
import dev.mldigest.cli.console.Folders;
import dev.mldigest.cli.console.TerminalProgress;
import dev.mldigest.domain.Settings;
import dev.mldigest.pipeline.harvest.Progress;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Asks every source that may be asked now and says what came of it. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Ask every source that may be asked now and say what came of it.")
final class FeedsCheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConfigOption config;
  @Mixin private Folders places;

  @Override
  public Integer call() {
    Settings settings = config.settings();
    int widest = settings.sources().stream().mapToInt(it -> it.id().length()).max().orElse(1);
    CheckList list = new CheckList(spec.commandLine().getOut(), Math.max(28, widest));
    Progress progress = TerminalProgress.to(spec.commandLine().getErr());
    return places.withStore(store -> {
      new SourceCheck(settings, places.clock(), progress, store).run(list);
      return list.exitCode();
    });
  }
}
