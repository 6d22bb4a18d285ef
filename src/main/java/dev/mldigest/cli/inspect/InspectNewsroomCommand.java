package dev.mldigest.cli.inspect;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.cli.console.Action;
import dev.mldigest.cli.console.ConfigOption;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.JsonLines;
import dev.mldigest.cli.console.JsonOption;
import dev.mldigest.cli.console.UsageException;
import dev.mldigest.cli.inspect.NewsroomFiles.Issue;
import dev.mldigest.domain.issue.PastIssues;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.domain.settings.Slots;
import dev.mldigest.select.piece.Piece;
import dev.mldigest.select.rank.Ranker;
import dev.mldigest.select.rank.Taste;
import dev.mldigest.select.slot.Headings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Ranks what issues of a newsletter linked, each learned from the issues before it. */
@Command(
    name = "newsroom",
    description = "Rank what each issue of a newsletter linked, with what stood on top before it.")
final class InspectNewsroomCommand extends Action {
  /** As many as are counted on top. */
  private static final Slots SLOTS = new Slots(5, 5, 0, 0, List.of());

  @Mixin private JsonOption json;
  @Mixin private ConfigOption config;

  @Option(
      names = "--in",
      required = true,
      paramLabel = "FILE",
      description = "issue, items (id, title, host, url) a line.")
  private Path in = Path.of("");

  @Option(
      names = "--gold",
      required = true,
      paramLabel = "FILE",
      description = "issue, top, sections a line.")
  private Path gold = Path.of("");

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "Show issues of this day and later; earlier ones still teach.")
  private @Nullable String from;

  @Override
  public Integer call() {
    LocalDate first = from == null ? LocalDate.MIN : day(from);
    JsonLines out = new JsonLines(System.out);
    List<PastIssues.Past> past = new ArrayList<>();
    List<Headings.Filed> filed = new ArrayList<>();
    Settings.Audience audience = audience();
    try (Embedded embedded = Embedded.of(audience)) {
      Ranker ranker = new Ranker(audience, embedded.embeddings());
      for (Issue issue : NewsroomFiles.read(in, gold)) {
        if (!issue.day().isBefore(first)) {
          long start = System.nanoTime();
          Taste taste = Taste.of(new PastIssues(past, Set.of()), audience, SLOTS);
          Map<String, String> sections = sections(issue, filed);
          print(issue, ranked(issue, taste, ranker), sections, taste, start, out);
        }
        issue.past().forEach(past::add);
        issue.filed().forEach(filed::add);
      }
    }
    out.flush();
    return ExitCode.OK;
  }

  /** Of nobody in particular where there is no feeds.yaml and none is named. */
  private Settings.Audience audience() {
    return config.config == null && !Files.exists(config.file())
        ? new Settings.Audience("", List.of(), List.of())
        : config.settings().audience();
  }

  private static List<Ranker.Scored> ranked(Issue issue, Taste taste, Ranker ranker) {
    List<Story> stories =
        issue.items().stream().map(item -> new Story(item.id(), item, List.of(item))).toList();
    return ranker.score(stories, taste).stream()
        .sorted(
            Comparator.comparingDouble((Ranker.Scored item) -> -item.score())
                .thenComparing(item -> item.story().id()))
        .toList();
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      throw new UsageException("'" + text + "' is not a date; write it like 2025-04-06.", e);
    }
  }

  /** The heading of each item; none as long as there were not two to choose from. */
  private static Map<String, String> sections(Issue issue, List<Headings.Filed> filed) {
    Map<String, String> sections = new LinkedHashMap<>();
    if (filed.stream().map(Headings.Filed::heading).distinct().count() > 1) {
      Headings headings = Headings.learn(filed);
      issue.items().forEach(item -> sections.put(item.id(), headings.of(Piece.of(item)).heading()));
    }
    return sections;
  }

  private void print(
      Issue issue,
      List<Ranker.Scored> ranked,
      Map<String, String> sections,
      Taste taste,
      long start,
      JsonLines out) {
    if (!json.isWanted()) {
      System.out.println(issue.day() + "  " + taste.record().sentence());
      ranked.stream()
          .limit(5)
          .forEach(item ->
              System.out.printf(
                  Locale.ROOT, "  %6.2f  %s%n", item.score(), item.story().primary().title()));
      return;
    }
    ObjectNode answer = JsonLines.object().put("issue", issue.day().toString());
    ArrayNode ids = answer.putArray("ranked");
    ranked.forEach(item -> ids.add(item.story().id()));
    if (!sections.isEmpty()) {
      ObjectNode filed = answer.putObject("sections");
      sections.forEach(filed::put);
    }
    answer.put("seconds", Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0);
    answer.put("model", taste.record().sentence());
    out.write(answer);
    out.flush();
  }
}
