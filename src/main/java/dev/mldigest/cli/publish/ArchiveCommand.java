package dev.mldigest.cli.publish;

import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.FolderAction;
import dev.mldigest.cli.console.Notices;
import dev.mldigest.cli.console.Terminal;
import dev.mldigest.cli.console.UsageException;
import dev.mldigest.cli.desk.StandingItem;
import dev.mldigest.domain.Week;
import dev.mldigest.pipeline.filing.SiteFolder;
import dev.mldigest.pipeline.rendering.Archives;
import dev.mldigest.pipeline.rendering.Site;
import dev.mldigest.store.Store;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the site of all issues. */
@Command(
    name = "archive",
    description = {
      "Write a page of each approved or published issue into a folder.",
      "With them go an index, an index by topic and the feed. What is the same already is not"
          + " touched; nothing else in the folder is."
    },
    footer = {
      "",
      "Exit codes: 0 written, 2 wrong usage, 3 no issue was approved or published yet,"
          + " 6 an issue must not be shown as it is."
    })
final class ArchiveCommand extends FolderAction {
  @Option(
      names = "--into",
      required = true,
      paramLabel = "FOLDER",
      description = "The folder the pages are written to.")
  private Path folder;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Where it will be read: for the canonical addresses and those of the feed.")
  private @Nullable String url;

  @Option(names = "--drafts", description = "Issues that nobody approved, too, as they stand.")
  private boolean drafts;

  @Override
  public Integer call() {
    URI site = site();
    if (isAmongIssues()) {
      throw new UsageException(
          "'" + folder + "' holds the issues as you edit them: name another folder with --into.");
    }
    try (Store store = places.existingStore()) {
      return switch (new Archives(store, places.files()).site(drafts, site)) {
        case Site.Built built -> write(built);
        case Site.Empty() -> {
          err()
              .println(
                  "digest: no issue was approved or published yet: 'digest approve' does, and"
                      + " --drafts takes the others too.");
          yield ExitCode.NOT_APPROVED;
        }
        case Site.Refused(List<String> faults) -> Notices.refused(err(), "not archived", faults);
      };
    }
  }

  private int write(Site.Built built) {
    return switch (new SiteFolder(folder).write(built.files())) {
      case SiteFolder.Outcome.Written(int written, int removed, int same) -> {
        err()
            .println(
                "%d issue%s in %s: %d file%s written, %d removed, %d the same."
                    .formatted(
                        built.issues(),
                        built.issues() == 1 ? "" : "s",
                        folder,
                        written,
                        written == 1 ? "" : "s",
                        removed,
                        same));
        yield ExitCode.OK;
      }
      case SiteFolder.Outcome.NotOurs(List<String> paths) ->
          throw new UsageException(
              Terminal.plain(
                  "nothing was written, because "
                      + StandingItem.named(paths)
                      + " in '"
                      + folder
                      + "' is not as 'digest archive' wrote it: move it away, or name another"
                      + " folder."));
    };
  }

  /** The folder of the issues itself, or one within it that belongs to an issue or the state. */
  private boolean isAmongIssues() {
    Path output = places.files().output().toAbsolutePath().normalize();
    Path into = folder.toAbsolutePath().normalize();
    return into.equals(output)
        || into.startsWith(places.files().state().toAbsolutePath().normalize())
        || (into.startsWith(output) && Week.isWeek(output.relativize(into).getName(0).toString()));
  }

  private @Nullable URI site() {
    if (url == null) {
      return null;
    }
    try {
      URI named = new URI(url.endsWith("/") ? url : url + "/");
      if (List.of("http", "https").contains(String.valueOf(named.getScheme()))
          && named.getHost() != null
          && named.getRawQuery() == null
          && named.getRawFragment() == null) {
        return named;
      }
    } catch (URISyntaxException e) {
      // The sentence below says what is wanted.
    }
    throw new UsageException(
        Terminal.plain(
            "'" + url + "' is no address of a site, such as https://example.org/news/."));
  }
}
