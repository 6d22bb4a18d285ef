package dev.mldigest.cli;

import dev.mldigest.cli.console.ChosenIssue;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.FolderAction;
import dev.mldigest.cli.console.UsageException;
import dev.mldigest.cli.console.WholeNumber;
import dev.mldigest.domain.Week;
import dev.mldigest.io.KeptFile;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.pipeline.filing.Restore;
import dev.mldigest.review.digest.DigestFile;
import dev.mldigest.store.Store;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings an earlier version of a digest back. */
@Command(
    name = "restore",
    description = {
      "Bring back what digest.md held before it was last written by a run, a redo or this command.",
      "What stands there now is kept in turn, so that the same command undoes it."
    },
    footer = {
      "",
      "Exit codes: 0 brought back or listed, 2 wrong usage or no such version, 75 another"
          + " run is at work."
    })
final class RestoreCommand extends FolderAction {
  @Option(names = "--list", description = "Only list the versions, oldest first.")
  private boolean list;

  @Option(
      names = "--number",
      converter = WholeNumber.FromOne.class,
      paramLabel = "N",
      description =
          "The number of the version, as --list tells it (default: the newest that differs).")
  private @Nullable Integer number;

  @Mixin private ChosenIssue issue;

  @Override
  public Integer call() throws IOException {
    IssueFiles files = places.files();
    try (Store store = places.existingStore()) {
      Week week = issue.week(store);
      if (store.issues().find(week).filter(made -> made.made()).isEmpty()) {
        throw new UsageException("No issue was made for the week " + week + ".");
      }
      if (list) {
        return list(files.versions(week));
      }
      return print(
          week, files, new Restore(store, files).restore(week, number, places.clock().instant()));
    }
  }

  private int list(List<KeptFile.Version> versions) throws IOException {
    PrintWriter out = out();
    for (KeptFile.Version version : versions) {
      out.println(line(version));
    }
    out.flush();
    if (versions.isEmpty()) {
      err().println("No version is kept: nothing was ever replaced.");
    }
    return ExitCode.OK;
  }

  /** For example " 3 2026-11-23T09:14:05Z 12 items 18220 bytes". */
  private static String line(KeptFile.Version version) throws IOException {
    var saved = Files.getLastModifiedTime(version.file()).toInstant();
    return String.format(
        Locale.ROOT,
        "%4d  %s  %d items  %d bytes",
        version.number(),
        saved.truncatedTo(ChronoUnit.SECONDS),
        items(version),
        Files.size(version.file()));
  }

  private static int items(KeptFile.Version version) throws IOException {
    String text = new String(Files.readAllBytes(version.file()), StandardCharsets.UTF_8);
    return DigestFile.parse(text).items().size();
  }

  private int print(Week week, IssueFiles files, Restore.Outcome outcome) {
    PrintWriter err = err();
    return switch (outcome) {
      case Restore.Outcome.Restored(KeptFile.Version version, var kept) -> {
        err.println(
            "Version "
                + version.number()
                + " is back"
                + (kept == null
                    ? "."
                    : "; what stood there is kept as version "
                        + kept.number()
                        + " ('digest restore "
                        + week
                        + "' brings it back)."));
        out().println(files.digest(week));
        yield ExitCode.OK;
      }
      case Restore.Outcome.Unchanged(KeptFile.Version version) -> {
        err.println("digest.md holds version " + version.number() + " already.");
        yield ExitCode.OK;
      }
      case Restore.Outcome.NotKept notKept ->
          throw new UsageException(
              "No such version of the digest of "
                  + week
                  + " is kept; 'digest restore "
                  + week
                  + " --list' shows those that are.");
      case Restore.Outcome.Busy busy -> {
        err.println(
            "digest: another run is at work in this output folder; try again when it has ended.");
        yield ExitCode.UNREACHABLE;
      }
    };
  }
}
