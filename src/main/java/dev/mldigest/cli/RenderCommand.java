package dev.mldigest.cli;

import dev.mldigest.cli.console.ChosenIssue;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.FolderAction;
import dev.mldigest.pipeline.rendering.Rendering;
import dev.mldigest.pipeline.rendering.Renderings;
import dev.mldigest.store.Store;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes an issue in one format to standard output, for piping. */
@Command(
    name = "render",
    description = {
      "Write an issue to standard output, with the edits you made in digest.md.",
      "json holds the evidence for what you did not change; atom holds all issues."
    })
final class RenderCommand extends FolderAction {
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
          PublishCommand.warn(err(), rendered.notices());
          out().print(rendered.text());
          out().flush();
          yield ExitCode.OK;
        }
        case Rendering.Refused(List<String> faults) ->
            PublishCommand.refused(err(), "not rendered", faults);
      };
    }
  }
}
