package dev.mldigest.cli.stats;

import dev.mldigest.cli.console.ConfiguredAction;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.Folders;
import dev.mldigest.cli.console.JsonOption;
import dev.mldigest.cli.console.Notices;
import dev.mldigest.cli.console.UsageException;
import dev.mldigest.cli.console.WholeNumber;
import dev.mldigest.cli.desk.ChosenDesk;
import dev.mldigest.compose.Composition;
import dev.mldigest.domain.Week;
import dev.mldigest.pipeline.readers.IssueReading;
import dev.mldigest.pipeline.readers.ReaderDesk;
import dev.mldigest.pipeline.readers.ReaderReport;
import dev.mldigest.publish.export.ExportOutcome;
import dev.mldigest.publish.export.Exports;
import dev.mldigest.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks what readers did with published issues, and shows it. */
@Command(
    name = "readers",
    description = {
      "Show what readers did with the last issues: opens, clicks and who left, and the clicks of"
          + " each item against what its place leads one to expect.",
      "The services that feeds.yaml names under 'publish' are asked, at most once an hour; who"
          + " your readers are is never kept. Clicks are not value: nothing is learned from them."
    },
    footer = {
      "",
      "Exit codes: 0 shown, 2 a service refused or the file holds nothing of use,"
          + " 75 a service could not be asked now: what is known is shown."
    })
final class ReadersCommand extends ConfiguredAction {
  @Parameters(
      arity = "0..1",
      paramLabel = "WEEK",
      description =
          "The issue whose items are shown (default: the newest of which clicks are known); with"
              + " --import the one that the file is of, where it does not say so.")
  private @Nullable String week;

  @Option(
      names = "--most",
      converter = WholeNumber.FromOne.class,
      paramLabel = "N",
      description =
          "How many issues are shown, newest first (default: 8: opens differ by as much as twofold"
              + " week by week).")
  private int most = 8;

  @Option(names = "--again", description = "Ask also for what was told within the last hour.")
  private boolean again;

  @Option(names = "--offline", description = "Ask nobody, and show what is known.")
  private boolean offline;

  @Option(
      names = "--import",
      paramLabel = "FILE.csv",
      description =
          "Take the numbers from an export in place of asking: listmonk's clicks, Buttondown's"
              + " events, the posts of Ghost, the stats of Substack.")
  private @Nullable Path file;

  @Option(
      names = "--target",
      paramLabel = "NAME",
      description = "Under which target an export is kept (default: the one that it is of).")
  private @Nullable String target;

  @Mixin private JsonOption json;

  @Override
  public Integer call() {
    if (most < 1) {
      throw new UsageException("--most must be at least 1.");
    }
    try (Store store = places.existingStore()) {
      Week wanted = week == null ? null : ChosenDesk.made(Folders.week(week), store);
      ReaderDesk desk =
          Composition.readers(config.settingsOrDefaults(), store, places.files(), places.clock());
      ReaderDesk.Told told =
          file != null
              ? take(desk, file, wanted)
              : offline
                  ? new ReaderDesk.Told(0, List.of(), false, false)
                  : desk.ask(most, wanted, again);
      Notices.print(err(), told.notes());
      if (file != null) {
        err()
            .println(
                "%d issue%s taken from '%s'."
                    .formatted(told.kept(), told.kept() == 1 ? " was" : "s were", file));
      }
      show(ReaderReport.of(store, places.files(), most, wanted), wanted);
      return !told.failed() ? ExitCode.OK : told.mayPass() ? ExitCode.UNREACHABLE : ExitCode.USAGE;
    }
  }

  private ReaderDesk.Told take(ReaderDesk desk, Path from, @Nullable Week of) {
    try {
      return switch (Exports.read(from)) {
        case ExportOutcome.Read read -> desk.take(read, target, of);
        case ExportOutcome.Unusable(String sentence) ->
            throw new UsageException("'" + from + "' was not taken. " + sentence);
      };
    } catch (IOException e) {
      throw new UsageException("'" + from + "' cannot be read: is it a file that you may read?", e);
    }
  }

  private void show(ReaderReport report, @Nullable Week wanted) {
    List<IssueReading> issues = report.issues();
    if (json.isWanted()) {
      issues.forEach(issue -> out().println(ReadersJson.line(issue)));
      report.usual().forEach(usual -> out().println(ReadersJson.line(usual)));
    } else if (issues.isEmpty()) {
      out().println("Of no issue is it known what readers did.");
    } else {
      ReadersTable table = new ReadersTable(out());
      table.issues(report);
      if (wanted != null
          && issues.stream().noneMatch(issue -> issue.readership().week().equals(wanted))) {
        err().println("Of " + wanted + " it is not known what readers did.");
      }
      issues.stream()
          .filter(issue ->
              wanted == null ? !issue.items().isEmpty() : issue.readership().week().equals(wanted))
          .limit(wanted == null ? 1 : Long.MAX_VALUE)
          .forEach(table::items);
    }
    out().flush();
  }
}
