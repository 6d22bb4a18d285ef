package dev.mldigest.cli.stats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.FolderAction;
import dev.mldigest.cli.console.JsonLines;
import dev.mldigest.cli.console.JsonOption;
import dev.mldigest.cli.console.Terminal;
import dev.mldigest.cli.console.WholeNumber;
import dev.mldigest.domain.issue.Funnel;
import dev.mldigest.pipeline.graphics.IssueFigures;
import dev.mldigest.review.desk.Minutes;
import dev.mldigest.store.Store;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the last issues in numbers: the editor's minutes, the funnel, the topics. */
@Command(
    name = "issues",
    description =
        "Show the last issues in numbers: your minutes, how often each was approved, what was"
            + " fetched and picked, and the items of each section.")
final class StatsIssuesCommand extends FolderAction {
  private static final String ROW = "%-9s %8s %5s %9s %8s %7s %7s %7s %7s%n";

  @Option(
      names = "--most",
      converter = WholeNumber.FromOne.class,
      paramLabel = "N",
      description = "How many issues are shown, newest first (default: 12, a quarter of a year).")
  private int most = 12;

  @Mixin private JsonOption json;

  @Override
  public Integer call() {
    try (Store store = places.existingStore()) {
      List<IssueFigures> issues = IssueFigures.newest(store, places.files(), Math.max(0, most));
      PrintWriter out = out();
      if (json.isWanted()) {
        issues.forEach(issue -> out.println(JsonLines.text(line(issue))));
      } else {
        table(issues, out);
      }
      return ExitCode.OK;
    }
  }

  private static ObjectNode line(IssueFigures issue) {
    ObjectNode node =
        JsonLines.object()
            .put("week", issue.week().toString())
            .put("minutes", minutes(issue.minutes()))
            .put("acts", issue.minutes().map(Minutes::acts).orElse(0))
            .put("revisions", issue.revisions());
    node.set("funnel", JsonLines.MAPPER.valueToTree(issue.funnel()));
    node.set("items", JsonLines.MAPPER.valueToTree(issue.items()));
    return node;
  }

  private static void table(List<IssueFigures> issues, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        ROW,
        "issue",
        "minutes",
        "acts",
        "approved",
        "fetched",
        "unique",
        "ranked",
        "picked",
        "items");
    for (IssueFigures issue : issues) {
      Funnel funnel = issue.funnel();
      Long minutes = minutes(issue.minutes());
      out.printf(
          Locale.ROOT,
          ROW,
          issue.week(),
          minutes == null ? "-" : minutes,
          issue.minutes().map(Minutes::acts).orElse(0),
          issue.revisions(),
          funnel.harvested(),
          funnel.unique(),
          funnel.ranked(),
          funnel.picked(),
          issue.picks());
    }
    Set<String> sections = new LinkedHashSet<>();
    issues.forEach(issue -> sections.addAll(issue.items().keySet()));
    for (String section : sections) {
      List<String> counts =
          issues.reversed().stream()
              .map(issue -> String.valueOf(issue.items().getOrDefault(section, 0)))
              .toList();
      out.println(
          Terminal.plain((section.isEmpty() ? "(no section)" : section) + ", oldest first: ")
              + String.join(" ", counts));
    }
    out.flush();
  }

  /** Begun minutes; null where nobody was at it. */
  private static @Nullable Long minutes(Optional<Minutes> minutes) {
    return minutes.map(all -> (all.atWork().toSeconds() + 59) / 60).orElse(null);
  }
}
