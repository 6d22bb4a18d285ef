package dev.mldigest.cli;

import dev.mldigest.cli.console.ChosenIssue;
import dev.mldigest.cli.console.ConfigOption;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.FolderAction;
import dev.mldigest.cli.console.Folders;
import dev.mldigest.cli.console.Terminal;
import dev.mldigest.cli.console.UsageException;
import dev.mldigest.cli.console.WholeNumber;
import dev.mldigest.cli.desk.ChosenDesk;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.page.Pages;
import dev.mldigest.page.ReviewServer;
import dev.mldigest.pipeline.filing.Desks;
import dev.mldigest.pipeline.filing.IssueFiles;
import dev.mldigest.pipeline.past.Retrospect;
import dev.mldigest.pipeline.rendering.Renderings;
import dev.mldigest.review.Contents;
import dev.mldigest.review.Edit;
import dev.mldigest.review.EditorLauncher;
import dev.mldigest.review.desk.Act;
import dev.mldigest.review.desk.Desk;
import dev.mldigest.review.desk.Event;
import dev.mldigest.review.desk.IssueState;
import dev.mldigest.review.desk.Watch;
import dev.mldigest.store.Store;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Opens the digest for review: on a local page, or in the editor's editor. */
@Command(
    name = "review",
    description = {
      "Review the digest on a local page; Ctrl-C ends it.",
      "Prints the page's address, which is good once, and opens it where there is a desktop. Any"
          + " editor on digest.md and the other commands work beside it."
    },
    footer = {
      "",
      "Exit codes: 0 reviewed, 2 wrong usage, 6 something was found that must not be published."
    })
final class ReviewCommand extends FolderAction {
  @Option(
      names = "--at",
      converter = WholeNumber.FromOne.class,
      paramLabel = "N",
      description =
          "Only print the issue as it was after number N of its history ('digest history').")
  private @Nullable Integer at;

  @Option(names = "--editor", description = "Open digest.md in $VISUAL or $EDITOR instead.")
  private boolean editor;

  @Option(
      names = "--port",
      converter = WholeNumber.Port.class,
      paramLabel = "PORT",
      description = "The port of the page's address, 1 to 65535 (default: any free one).")
  private @Nullable Integer port;

  @Option(names = "--no-open", description = "Only print the address.")
  private boolean noOpen;

  @Option(names = "--week", paramLabel = "WEEK", description = "The issue, as WEEK.")
  private @Nullable String named;

  @Mixin private ConfigOption config;
  @Mixin private ChosenIssue issue;

  @Override
  public Integer call() throws InterruptedException {
    IssueFiles files = places.files();
    try (Store store = places.existingStore()) {
      Week wanted = named == null ? issue.week(store) : Folders.week(named);
      if (at != null) {
        return print(at, wanted, files, store);
      }
      Path digest = files.digest(wanted);
      if (files.readDigest(wanted).isEmpty() || !Files.exists(digest)) {
        throw new UsageException(
            "There is no " + digest + " to review; 'digest run --redo' writes it again.");
      }
      return editor ? inEditor(digest, wanted, files, store) : onPage(wanted, files, store);
    }
  }

  private int inEditor(Path digest, Week wanted, IssueFiles files, Store store)
      throws InterruptedException {
    Desk desk = opened(wanted, files, store);
    desk.append(new Act.Opened(), Desk.LATEST, Event.COMMAND);
    return switch (edited(digest, desk)) {
      case EditorLauncher.Closed closed -> reviewed(wanted, files, store);
      case EditorLauncher.NotEdited notEdited -> throw new UsageException(notEdited.sentence());
    };
  }

  /** Until Ctrl-C; what is being saved then is saved. */
  private int onPage(Week wanted, IssueFiles files, Store store) {
    ChosenDesk.made(wanted, store);
    Settings settings = settings();
    Stop stop = new Stop();
    Thread hook = Thread.ofPlatform().unstarted(stop::run);
    Runtime.getRuntime().addShutdownHook(hook);
    try (LazyWorkshop workshop = new LazyWorkshop(settings, places);
        Pages pages = new Pages(store, files, places.clock(), wanted, settings, workshop);
        ReviewServer server = listening(pages)) {
      String address = server.address();
      out().println(address);
      out().flush();
      boolean shown = !noOpen && Browser.open(address, System.getenv());
      err()
          .println(
              (shown ? "The page opens in your browser" : "Open that address in your browser")
                  + " (it is good once); Ctrl-C ends the review, everything is saved.");
      stop.await();
    } catch (InterruptedException e) {
      // Whoever runs commands in a thread ends a review so.
    } finally {
      stop.done();
    }
    return reviewed(wanted, files, store);
  }

  /** A mistake in feeds.yaml must not cost the week's issue: without it, less can be done. */
  private Settings settings() {
    boolean named = config.config != null || config.sources != null;
    try {
      return config.settingsOrDefaults();
    } catch (UsageException e) {
      if (named) {
        throw e;
      }
      err().println("digest: " + e.getMessage());
      err().println("The page goes without it: no bench, nothing written again, no drafts.");
      return ConfigOption.defaults();
    }
  }

  private ReviewServer listening(Pages pages) {
    try {
      return ReviewServer.start(port == null ? 0 : port, pages);
    } catch (IOException e) {
      throw new UsageException(
          port == null
              ? "The page cannot be served on this machine: " + e.getMessage() + "."
              : "The page cannot be served on port %d: another program has it, or it may not be used. Name another one, or leave out --port for any free one."
                  .formatted(port),
          e);
    }
  }

  private Desk opened(Week wanted, IssueFiles files, Store store) {
    List<String> notices = new ArrayList<>();
    Desk desk = Desks.open(wanted, store, files, places.clock(), notices);
    notices.forEach(notice -> err().println(Terminal.plain(notice)));
    return desk;
  }

  /** Each save is an event of its own, and the time of it counts as work. */
  private static EditorLauncher.Outcome edited(Path digest, Desk desk) throws InterruptedException {
    Watch watch = Watch.over(desk);
    try {
      return new EditorLauncher(System.getenv()).edit(digest);
    } finally {
      watch.close();
      desk.append(new Act.Closed(), Desk.LATEST, Event.COMMAND);
    }
  }

  private int print(int number, Week wanted, IssueFiles files, Store store) {
    ChosenDesk.made(wanted, store);
    Desk desk = opened(wanted, files, store);
    IssueState state =
        desk.at(number)
            .orElseThrow(() ->
                new UsageException(
                    "There is no event %d of %s; the last is %d ('digest history' lists them)."
                        .formatted(number, wanted, desk.load().number())));
    out().print(state.text());
    out().flush();
    return ExitCode.OK;
  }

  /** Says what was understood of the edits, and what must not be published as it stands. */
  private int reviewed(Week wanted, IssueFiles files, Store store) {
    PrintWriter err = err();
    if (files.readDigest(wanted).filter(Contents::isBlank).isPresent()) {
      err.println(
          "digest.md is empty: 'digest run' writes it again as it last stood, and 'digest restore "
              + wanted
              + " --list' shows earlier versions.");
      return ExitCode.GATE_FAILED;
    }
    store.edits().reviewed(wanted, places.clock().instant());
    List<Edit> edits = new Renderings(store, files).edits(wanted);
    err.println(
        edits.isEmpty() ? "No edits." : edits.size() + " edits are kept: " + words(edits) + ".");
    Retrospect.until(wanted, store, files).forEach(told -> err.println(Terminal.plain(told)));
    List<String> findings = new Renderings(store, files).lint(wanted);
    findings.forEach(finding -> err.println("To mend before publishing: " + finding));
    return findings.isEmpty() ? ExitCode.OK : ExitCode.GATE_FAILED;
  }

  /** For example "1 deleted, 2 noted". */
  private static String words(List<Edit> edits) {
    return edits.stream()
        .collect(
            Collectors.groupingBy(
                edit -> edit.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                TreeMap::new,
                Collectors.counting()))
        .entrySet()
        .stream()
        .map(kind -> kind.getValue() + " " + kind.getKey())
        .collect(Collectors.joining(", "));
  }
}
