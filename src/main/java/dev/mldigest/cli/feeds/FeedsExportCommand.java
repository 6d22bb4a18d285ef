package dev.mldigest.cli.feeds;

import dev.mldigest.cli.console.Action;
import dev.mldigest.cli.console.ConfigOption;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.config.opml.Opml;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.settings.Settings;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes the sources as OPML to standard output. */
@Command(name = "export", description = "Write the sources as OPML to standard output.")
final class FeedsExportCommand extends Action {
  @Mixin private ConfigOption config = new ConfigOption();

  @Override
  public Integer call() {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    Settings settings = config.settings();
    out.print(new Opml().write(settings));
    out.flush();
    List<String> left =
        settings.sources().stream()
            .filter(source -> !Opml.isFeed(source.kind()))
            .map(Source::id)
            .toList();
    if (!left.isEmpty()) {
      err().println("Left out, for they are no feeds: " + String.join(", ", left) + ".");
    }
    return ExitCode.OK;
  }
}
