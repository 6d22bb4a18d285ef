package dev.mldigest.cli.stats;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.cli.console.ConfiguredAction;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.Folders;
import dev.mldigest.cli.console.JsonLines;
import dev.mldigest.cli.console.JsonOption;
import dev.mldigest.cli.console.Terminal;
import dev.mldigest.cli.console.UsageException;
import dev.mldigest.domain.Gap;
import dev.mldigest.domain.Window;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.pipeline.harvest.CoverageReport;
import dev.mldigest.pipeline.harvest.CoverageReport.Extent;
import dev.mldigest.pipeline.harvest.CoverageReport.Line;
import dev.mldigest.store.Store;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints how completely each source was watched. */
@Command(
    name = "coverage",
    description = {
      "Say of each source whether everything it published was seen.",
      "Without --week: since the newest issue's cut-off, at least the last seven days."
    })
final class CoverageCommand extends ConfiguredAction {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Option(
      names = "--week",
      paramLabel = "WEEK",
      description = "The issue whose days are looked at, for example 2026-W10.")
  private @Nullable String week;

  @Mixin private JsonOption json;

  @Override
  public Integer call() {
    Settings settings = config.settings();
    Instant now = places.clock().instant();
    try (Store store = places.existingStore()) {
      CoverageReport report = new CoverageReport(settings, store);
      Window window = window(report, now);
      List<Line> lines = report.lines(window, now);
      PrintWriter out = out();
      if (json.isWanted()) {
        lines.forEach(line -> out.println(JsonLines.text(json(line, window))));
      } else {
        table(lines, window, out);
      }
      return ExitCode.OK;
    }
  }

  private Window window(CoverageReport report, Instant now) {
    if (week == null) {
      return report.current(now);
    }
    return report
        .of(Folders.week(week))
        .orElseThrow(() -> new UsageException("No issue was begun for the week " + week + "."));
  }

  private static ObjectNode json(Line line, Window window) {
    ObjectNode node =
        JsonLines.object()
            .put("source", line.source())
            .put("state", word(line.extent()))
            .put("from", JsonLines.date(window.from()))
            .put("to", JsonLines.date(window.to()))
            .put("coveredFrom", JsonLines.date(line.from()))
            .put("coveredTo", JsonLines.date(line.to()))
            .put("items", line.items());
    ArrayNode gaps = node.putArray("gaps");
    for (Gap gap : line.gaps()) {
      gaps.addObject()
          .put("since", JsonLines.date(gap.since()))
          .put("until", JsonLines.date(gap.until()))
          .put("reason", gap.reason());
    }
    return node.put("lastSuccess", JsonLines.date(line.lastSuccess()))
        .put("nextPoll", JsonLines.date(line.nextPoll()))
        .put("trouble", line.trouble().isEmpty() ? null : line.trouble());
  }

  private static void table(List<Line> lines, Window window, PrintWriter out) {
    int widest = lines.stream().mapToInt(line -> line.source().length()).max().orElse(6);
    String row = "%-" + Math.max(widest, 6) + "s  %-8s  %5s  %-16s  %-16s  %-16s  %-16s%n";
    out.println("From " + minute(window.from()) + " to " + minute(window.to()) + ", UTC");
    out.printf(
        Locale.ROOT,
        row,
        "source",
        "state",
        "items",
        "covered from",
        "covered to",
        "last success",
        "next poll");
    for (Line line : lines) {
      out.printf(
          Locale.ROOT,
          row,
          line.source(),
          word(line.extent()),
          line.items(),
          minute(line.from()),
          minute(line.to()),
          minute(line.lastSuccess()),
          minute(line.nextPoll()));
      line.gaps()
          .forEach(gap ->
              out.println(
                  "  gap "
                      + minute(gap.since())
                      + " to "
                      + minute(gap.until())
                      + ": "
                      + gap.reason()));
      if (!line.trouble().isEmpty()) {
        out.println("  last poll: " + Terminal.plain(line.trouble()));
      }
    }
    out.println(
        count(lines, Extent.COMPLETE)
            + " of "
            + (lines.size() - count(lines, Extent.REMOVED))
            + " sources complete, "
            + count(lines, Extent.CURRENT)
            + " current.");
  }

  private static long count(List<Line> lines, Extent extent) {
    return lines.stream().filter(line -> line.extent() == extent).count();
  }

  private static String word(Extent extent) {
    return extent.name().toLowerCase(Locale.ROOT);
  }

  private static String minute(@Nullable Instant instant) {
    return instant == null ? "-" : MINUTE.format(instant);
  }
}
