package dev.mldigest.cli.inspect;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.cli.console.ChosenIssue;
import dev.mldigest.cli.console.ConfiguredAction;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.Folders;
import dev.mldigest.cli.console.JsonLines;
import dev.mldigest.cli.console.JsonOption;
import dev.mldigest.cli.console.Terminal;
import dev.mldigest.domain.PollRecord;
import dev.mldigest.domain.Source;
import dev.mldigest.domain.Week;
import dev.mldigest.domain.issue.LedgerRow;
import dev.mldigest.domain.issue.Summary;
import dev.mldigest.domain.issue.SummarySentence;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.pipeline.harvest.SourceReport;
import dev.mldigest.store.Store;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * What the state knows of a week: a line per harvested entry, then a line per source. Reads the
 * state, no network.
 */
@Command(
    name = "week",
    description =
        "Show what the state knows of a week: every entry with its decision, every source.")
final class InspectWeekCommand extends ConfiguredAction {
  @Parameters(
      arity = "0..1",
      paramLabel = "WEEK",
      description = "The issue, for example 2026-W10 (default: the newest).")
  private @Nullable String week;

  @Mixin private JsonOption json;

  @Option(names = "--text", description = "With the extracted main texts.")
  private boolean text;

  @Override
  public Integer call() {
    Settings settings = config.settings();
    try (Store store = places.existingStore()) {
      Week wanted = week == null ? ChosenIssue.newest(store) : Folders.week(week);
      List<LedgerRow> rows = store.ledger().rows(wanted);
      List<SourceReport> sources = SourceReport.of(settings, polls(store, wanted));
      PrintWriter out = out();
      rows.forEach(row ->
          out.println(
              json.isWanted()
                  ? JsonLines.text(line(row, settings))
                  : Terminal.plain(readable(row))));
      sources.forEach(source ->
          out.println(
              json.isWanted() ? JsonLines.text(line(source)) : Terminal.plain(readable(source))));
      out.flush();
      return ExitCode.OK;
    }
  }

  /** As of the issue, if it was made; otherwise as of now. */
  private static List<PollRecord> polls(Store store, Week week) {
    return store
        .issues()
        .find(week)
        .map(issue -> store.sources().polls(issue.window().to()))
        .orElseGet(() -> store.sources().polls());
  }

  private ObjectNode line(LedgerRow row, Settings settings) {
    ObjectNode node = JsonLines.object();
    node.put("source", row.stated().sourceId());
    node.put(
        "sourceUrl",
        settings
            .source(row.stated().sourceId())
            .map(Source::url)
            .map(Object::toString)
            .orElse(null));
    node.put("id", row.stated().guid());
    node.put("link", row.stated().link());
    node.put("canonical", row.stated().canonical());
    node.put("title", row.stated().title());
    node.put("published", JsonLines.date(row.stated().published()));
    node.put("story", row.decision().storyId());
    node.put("decision", row.decision().reason().word().replace(' ', '-'));
    node.put("reason", row.decision().detail());
    node.put("words", row.article().words());
    node.put("entry", row.decision().entryId());
    Summary summary = row.summary();
    if (summary != null) {
      node.put(
          "summary",
          summary.sentences().stream().map(SummarySentence::text).collect(Collectors.joining(" ")));
      ArrayNode evidence = node.putArray("evidence");
      summary.sentences().stream()
          .flatMap(sentence -> sentence.evidence().stream())
          .forEach(span ->
              evidence.addObject().put("sentence", span.sentence()).put("quote", span.quote()));
    }
    if (text && row.article().text() != null) {
      node.put("text", row.article().text());
    }
    return node;
  }

  private static ObjectNode line(SourceReport source) {
    ObjectNode node = JsonLines.object();
    node.put("source", source.source());
    node.put("sourceUrl", source.sourceUrl());
    node.put("outcome", source.outcome());
    node.put("detail", source.detail());
    node.put("entries", source.entries());
    return node;
  }

  private static String readable(SourceReport source) {
    return source.source() + ": " + source.outcome() + " " + source.detail();
  }

  private static String readable(LedgerRow row) {
    return String.format(
        Locale.ROOT,
        "%-10s %s [%s] %s",
        row.decision().reason().word(),
        row.shownTitle(),
        row.stated().sourceId(),
        row.decision().detail());
  }
}
