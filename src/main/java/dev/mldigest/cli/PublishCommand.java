package dev.mldigest.cli;

import dev.mldigest.cli.console.ChosenIssue;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.FolderAction;
import dev.mldigest.cli.console.Terminal;
import dev.mldigest.cli.console.UsageException;
import dev.mldigest.domain.Week;
import dev.mldigest.pipeline.filing.OwnFiles;
import dev.mldigest.pipeline.rendering.Rendering;
import dev.mldigest.pipeline.rendering.Renderings;
import dev.mldigest.publish.FileTarget;
import dev.mldigest.publish.PublishOutcome;
import dev.mldigest.publish.Stdout;
import dev.mldigest.store.StateException;
import dev.mldigest.store.Store;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Hands the reviewed digest on: to a file or to standard output. */
@Command(
    name = "publish",
    description = "Hand the reviewed digest on: anchors stripped, unfit text refused.")
final class PublishCommand extends FolderAction {
  enum Destination {
    file,
    stdout
  }

  @Option(
      names = "--to",
      required = true,
      paramLabel = "TARGET",
      description = "${COMPLETION-CANDIDATES}.")
  private Destination to;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "Where a file goes (default: published.FORMAT beside the digest).")
  private @Nullable Path file;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "md",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Renderings.Format format;

  @Mixin private ChosenIssue issue;

  @Override
  public Integer call() {
    refuseOwnFile();
    if (!Store.isIn(places.files().state())) {
      return nothing();
    }
    try (Store store = places.existingStore()) {
      if (store.issues().made().isEmpty()) {
        return nothing();
      }
      Week wanted = issue.week(store);
      Renderings renderings = new Renderings(store, places.files());
      return switch (issue.rendering(store, renderings, format)) {
        case Rendering.Rendered rendered -> {
          warn(err(), rendered.notices());
          yield rendered.unfit().isEmpty()
              ? publish(store, wanted, rendered)
              : refused(
                  err(), "not published, because the digest holds unfit text", rendered.unfit());
        }
        case Rendering.Refused(List<String> faults) -> refused(err(), "not published", faults);
      };
    }
  }

  private int nothing() {
    say("digest: there is no issue to publish yet: './digest run' makes one.");
    return ExitCode.NOT_APPROVED;
  }

  private void refuseOwnFile() {
    if (to == Destination.file && file != null && new OwnFiles(places.files()).hold(file)) {
      throw new UsageException(
          "'"
              + file
              + "' holds the state or an issue as you edit it, and publishing would replace it:"
              + " give '--file' another name.");
    }
  }

  static void warn(PrintWriter err, List<String> notices) {
    notices.forEach(notice -> err.println("Note: " + Terminal.plain(notice)));
  }

  static int refused(PrintWriter err, String what, List<String> why) {
    err.println("digest: " + what + ":");
    why.forEach(sentence -> err.println("  " + Terminal.plain(sentence)));
    return ExitCode.GATE_FAILED;
  }

  private int publish(Store store, Week wanted, Rendering.Rendered rendered) {
    Path beside = places.files().digest(wanted).resolveSibling("published." + format.name());
    PublishOutcome outcome =
        switch (to) {
          case file -> new FileTarget(file == null ? beside : file).publish(rendered.text());
          case stdout ->
              new Stdout(new FileOutputStream(FileDescriptor.out)).publish(rendered.text());
        };
    if (outcome instanceof PublishOutcome.Failed failed) {
      say("digest: " + failed.sentence());
      return failed.mayPass() ? ExitCode.UNREACHABLE : ExitCode.USAGE;
    }
    say(
        outcome instanceof PublishOutcome.Published
            ? "Published " + wanted + " to " + outcome.where() + "."
            : outcome.where() + " holds this digest already.");
    remember(store, wanted, rendered.digest());
    return ExitCode.OK;
  }

  /** Later issues go by what was published; that it was comes first. */
  private void remember(Store store, Week week, String digest) {
    try {
      store.edits().published(week, places.clock().instant(), digest);
    } catch (StateException e) {
      say("It was published, but that could not be noted: " + e.getMessage());
    }
  }

  private void say(String sentence) {
    err().println(sentence);
  }
}
