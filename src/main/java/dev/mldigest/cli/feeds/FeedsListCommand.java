package dev.mldigest.cli.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.cli.console.Action;
import dev.mldigest.cli.console.ConfigOption;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.JsonLines;
import dev.mldigest.cli.console.JsonOption;
import dev.mldigest.domain.Source;
import dev.mldigest.web.Redaction;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints the sources, as a table or as JSON lines. */
@Command(name = "list", description = "Show the sources.")
final class FeedsListCommand extends Action {
  @Mixin private ConfigOption config = new ConfigOption();

  @Mixin private JsonOption json;

  @Override
  public Integer call() {
    List<Source> sources = config.settings().sources();
    if (json.isWanted()) {
      JsonLines lines = new JsonLines(System.out);
      sources.forEach(source -> lines.write(line(source)));
      lines.flush();
    } else {
      table(sources);
    }
    return ExitCode.OK;
  }

  private static ObjectNode line(Source source) {
    ObjectNode line = JsonLines.object();
    line.put("id", source.id()).put("title", source.title()).put("kind", source.kind().word());
    line.put("url", Redaction.of(source.url())).put("section", source.section());
    line.put("weight", source.weight());
    JsonLines.strings(line, "categories", source.categories());
    return line.put("selector", source.selector());
  }

  private static int width(int least, List<Source> sources, Function<Source, String> column) {
    return Math.max(least, sources.stream().map(column).mapToInt(String::length).max().orElse(0));
  }

  private static void table(List<Source> sources) {
    String row =
        "%%-%ds  %%-%ds  %%-%ds  %%6s  %%s%%n"
            .formatted(
                width(2, sources, Source::id),
                width(8, sources, source -> source.kind().word()),
                width(7, sources, Source::section));
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    out.printf(row, "ID", "KIND", "SECTION", "WEIGHT", "ADDRESS");
    for (Source source : sources) {
      String kind = source.kind().word();
      out.printf(
          row, source.id(), kind, source.section(), source.weight(), Redaction.of(source.url()));
    }
    out.printf("%d sources%n", sources.size());
    out.flush();
  }
}
