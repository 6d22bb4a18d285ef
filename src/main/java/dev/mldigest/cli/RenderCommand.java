package dev.mldigest.cli;

import dev.mldigest.cli.console.ChosenIssue;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.Folders;
import dev.mldigest.pipeline.rendering.Rendering;
import dev.mldigest.pipeline.rendering.Renderings;
import dev.mldigest.store.Store;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes an issue in one format to standard output, for piping. */
@Command(
    name = "render",
    mixinStandardHelpOptions = true,
    description = {
      "Write an issue to standard output, with the edits you made in digest.md.",
      "json holds the evidence for what you did not change; atom holds all issues."
    })
final class RenderCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Folders places;

  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      defaultValue = "md",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Renderings.Format format;

  @Mixin private ChosenIssue issue;

  @Override
  public Integer call() {
    try (Store store = places.existingStore()) {
      Renderings renderings = new Renderings(store, places.files());
      return switch (issue.rendering(store, renderings, format)) {
        case Rendering.Rendered rendered -> {
          PublishCommand.warn(spec.commandLine().getErr(), rendered.notices());
          spec.commandLine().getOut().print(rendered.text());
          spec.commandLine().getOut().flush();
          yield ExitCode.OK;
        }
        case Rendering.Refused(List<String> faults) ->
            PublishCommand.refused(spec.commandLine().getErr(), "not rendered", faults);
      };
    }
  }
}
