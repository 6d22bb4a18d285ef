package dev.mldigest.cli.feeds;

import dev.mldigest.cli.console.CheckList;
import dev.mldigest.cli.console.ConfiguredAction;
import dev.mldigest.cli.console.TerminalProgress;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.pipeline.harvest.Progress;
import picocli.CommandLine.Command;

/** Asks every source that may be asked now and says what came of it. */
@Command(
    name = "check",
    description = "Ask every source that may be asked now and say what came of it.")
final class FeedsCheckCommand extends ConfiguredAction {
  @Override
  public Integer call() {
    Settings settings = config.settings();
    int widest = settings.sources().stream().mapToInt(it -> it.id().length()).max().orElse(1);
    CheckList list = new CheckList(out(), Math.max(28, widest));
    Progress progress = TerminalProgress.to(err());
    return places.withStore(store -> {
      new SourceCheck(settings, places.clock(), progress, store).run(list);
      return list.exitCode();
    });
  }
}
