package dev.mldigest.cli;

import dev.mldigest.cli.console.ChosenIssue;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.FolderAction;
import dev.mldigest.cli.console.Terminal;
import dev.mldigest.cli.console.UsageException;
import dev.mldigest.domain.Week;
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

/** Opens the digest in the editor's editor. */
@Command(
    name = "review",
    description = {
      "Open digest.md in $VISUAL or $EDITOR.",
      "Delete a block to reject it, move it to reorder, type to edit: 'digest run --redo' keeps it"
          + " all."
    })
final class ReviewCommand extends FolderAction {
  @Option(
      names = "--at",
      paramLabel = "N",
      description = "Only print the issue as it was after that event ('digest history').")
  private @Nullable Integer at;

  @Mixin private ChosenIssue issue;

  @Override
  public Integer call() throws InterruptedException {
    IssueFiles files = places.files();
    try (Store store = places.existingStore()) {
      Week wanted = issue.week(store);
      if (at != null) {
        return print(at, wanted, files, store);
      }
      Path digest = files.digest(wanted);
      if (files.readDigest(wanted).isEmpty() || !Files.exists(digest)) {
        throw new UsageException(
            "There is no " + digest + " to review; 'digest run --redo' writes it again.");
      }
      Desk desk = opened(wanted, files, store);
      desk.append(new Act.Opened(), Desk.LATEST, Event.COMMAND);
      return switch (edited(digest, desk)) {
        case EditorLauncher.Closed closed -> reviewed(wanted, files, store);
        case EditorLauncher.NotEdited notEdited -> throw new UsageException(notEdited.sentence());
      };
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
    DeskAction.wanted(wanted.toString(), store);
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
