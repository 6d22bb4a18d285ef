package dev.mldigest.cli;

import dev.mldigest.config.Opml;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes the sources as OPML to standard output. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Write the sources as OPML to standard output.")
final class FeedsExportCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Override
  public Integer call() {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    out.print(new Opml().write(config.settings()));
    out.flush();
    return ExitCode.OK;
  }
}
