package dev.mldigest.cli.publish;

import dev.mldigest.cli.console.ChosenIssue;
import dev.mldigest.cli.console.ConfiguredAction;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.Folders;
import dev.mldigest.cli.console.JsonOption;
import dev.mldigest.cli.console.Notices;
import dev.mldigest.cli.console.UsageException;
import dev.mldigest.cli.desk.ChosenDesk;
import dev.mldigest.cli.desk.GateLines;
import dev.mldigest.compose.Composition;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.settings.PublishTarget;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.fetch.http.Http;
import dev.mldigest.fetch.http.Links;
import dev.mldigest.pipeline.filing.OwnFiles;
import dev.mldigest.pipeline.gate.Finding;
import dev.mldigest.pipeline.gate.Gate;
import dev.mldigest.pipeline.publishing.Publishing;
import dev.mldigest.pipeline.rendering.Rendering;
import dev.mldigest.pipeline.rendering.Renderings;
import dev.mldigest.publish.FileTarget;
import dev.mldigest.publish.PublishOutcome;
import dev.mldigest.publish.Stdout;
import dev.mldigest.store.Store;
import dev.mldigest.store.database.StateException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Hands an issue on: the digest as it stands into a file or a pipe, what was approved as a draft
 * into a service that feeds.yaml names.
 */
@Command(
    name = "publish",
    description = {
      "Hand the reviewed digest on: to a file, to standard output, or as a draft to a service.",
      "A service stands under 'publish' in feeds.yaml and gets what was approved. Nothing is ever"
          + " sent to readers, and what is there already is not made again."
    },
    footer = {
      "",
      "Exit codes: 0 done or there already, 2 refused, or not a draft: a person must act,"
          + " 3 not approved, 6 it holds what must not be published, 75 try again later."
    })
final class PublishCommand extends ConfiguredAction {
  private static final String FILE = "file";
  private static final String STDOUT = "stdout";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "TARGET",
      description = "file, stdout, or the name of a target in feeds.yaml.")
  private String to;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "Where a file goes (default: published.FORMAT beside the digest).")
  private @Nullable Path file;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "md",
      description =
          "Of a file or standard output: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Renderings.Format format;

  @Option(
      names = "--dry-run",
      description = "Show what would be sent, without a key, and send nothing.")
  private boolean dryRun;

  @Option(
      names = "--check",
      description = "Only look for what must not be published, and hand on nothing.")
  private boolean check;

  @Option(
      names = "--week",
      paramLabel = "WEEK",
      description = "The issue, for example 2026-W10 (default: the newest).")
  private @Nullable String week;

  @Mixin private JsonOption json;
  @Mixin private ChosenIssue issue;

  @Override
  public Integer call() {
    refuseOwnFile();
    if (!isPipe()) {
      known();
    }
    if (!Store.isIn(places.files().state())) {
      return nothing();
    }
    try (Store store = places.existingStore()) {
      if (store.issues().made().isEmpty()) {
        return nothing();
      }
      Week wanted = week == null ? issue.week(store) : ChosenDesk.made(Folders.week(week), store);
      if (check) {
        return check(wanted, store);
      }
      return isPipe() ? handOn(wanted, store) : draft(wanted, store);
    }
  }

  private boolean isPipe() {
    return to.equals(FILE) || to.equals(STDOUT);
  }

  /** The settings, where they name the target. */
  private Settings known() {
    Settings settings = config.settings();
    if (settings.target(to).isEmpty()) {
      String names =
          settings.targets().stream().map(PublishTarget::name).collect(Collectors.joining(", "));
      throw new UsageException(
          "%s names no target '%s' under 'publish': there are file, stdout%s."
              .formatted(config.file(), to, names.isEmpty() ? "" : ", " + names));
    }
    return settings;
  }

  private int check(Week wanted, Store store) {
    Settings settings = config.settingsOrDefaults();
    try (Http http = Composition.http(settings, places.clock(), store.hostPauses())) {
      Gate gate =
          Composition.gate(settings, store, places.files(), new Links(http), places.clock());
      gate.checkLinks(wanted);
      List<Finding> findings = gate.findings(wanted);
      if (json.isWanted()) {
        GateLines.json(out(), findings);
      } else {
        GateLines.print(out(), findings);
      }
      if (GateLines.code(findings) == ExitCode.OK) {
        say("Nothing was found in " + wanted + " that must not be published.");
      }
      return GateLines.code(findings);
    }
  }

  private int draft(Week wanted, Store store) {
    Publishing publishing = Composition.publishing(known(), store, places.files(), places.clock());
    PublishOutcome outcome =
        publishing.publish(wanted, to, dryRun ? Publishing.Mode.DRY_RUN : Publishing.Mode.FOR_REAL);
    return new OutcomeReport(out(), err(), json.isWanted()).tell(wanted, to, outcome);
  }

  private int handOn(Week wanted, Store store) {
    Renderings renderings =
        new Renderings(store, places.files(), FittingLook.of(format, config, err()));
    Rendering rendering =
        renderings
            .render(wanted, format)
            .orElseThrow(
                () -> new UsageException("No issue was made for the week " + wanted + "."));
    return switch (rendering) {
      case Rendering.Rendered rendered -> {
        Notices.print(err(), rendered.notices());
        yield rendered.unfit().isEmpty()
            ? publish(store, wanted, rendered)
            : Notices.refused(
                err(), "not published, because the digest holds unfit text", rendered.unfit());
      }
      case Rendering.Refused(List<String> faults) ->
          Notices.refused(err(), "not published", faults);
    };
  }

  private int nothing() {
    say("digest: there is no issue to publish yet: './digest run' makes one.");
    return ExitCode.NOT_APPROVED;
  }

  private void refuseOwnFile() {
    if (to.equals(FILE) && file != null && new OwnFiles(places.files()).hold(file)) {
      throw new UsageException(
          "'"
              + file
              + "' holds the state or an issue as you edit it, and publishing would replace it:"
              + " give '--file' another name.");
    }
  }

  private int publish(Store store, Week wanted, Rendering.Rendered rendered) {
    Path beside = places.files().digest(wanted).resolveSibling("published." + format.name());
    Path place = file == null ? beside : file;
    if (dryRun) {
      say("This would be written to " + (to.equals(FILE) ? place : "standard output") + ".");
      out().print(rendered.text());
      return ExitCode.OK;
    }
    PublishOutcome outcome =
        to.equals(FILE)
            ? new FileTarget(place).publish(rendered.text())
            : new Stdout(new FileOutputStream(FileDescriptor.out)).publish(rendered.text());
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
