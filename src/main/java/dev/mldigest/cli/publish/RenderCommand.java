package dev.mldigest.cli.publish;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.mldigest.assemble.post.Posts;
import dev.mldigest.cli.console.ChosenIssue;
import dev.mldigest.cli.console.ConfigOption;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.FolderAction;
import dev.mldigest.cli.console.JsonLines;
import dev.mldigest.cli.console.Notices;
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
      "json holds the evidence for what you did not change; atom holds all issues.",
      "slack, discord, telegram, mastodon and bluesky are posts within the service's limits."
    })
final class RenderCommand extends FolderAction {
  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      defaultValue = "md",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Renderings.Format format;

  @Mixin private ChosenIssue issue;

  @Mixin private ConfigOption config;

  @Option(
      names = "--json",
      description =
          "Print posts for programs: a JSON array of texts, with no lines '-------- 8< --------'"
              + " between.")
  private boolean json;

  @Override
  public Integer call() {
    try (Store store = places.existingStore()) {
      Renderings renderings =
          new Renderings(store, places.files(), FittingLook.of(format, config, err()));
      return switch (issue.rendering(store, renderings, format)) {
        case Rendering.Rendered rendered -> {
          Notices.print(err(), rendered.notices());
          out().print(json ? array(rendered.text()) : rendered.text());
          out().flush();
          yield ExitCode.OK;
        }
        case Rendering.Refused(List<String> faults) ->
            Notices.refused(err(), "not rendered", faults);
      };
    }
  }

  private String array(String text) {
    ArrayNode array = JsonLines.array();
    List<String> parts = format.network() == null ? List.of(text) : Posts.parts(text);
    parts.forEach(array::add);
    return array.toPrettyString() + "\n";
  }
}
