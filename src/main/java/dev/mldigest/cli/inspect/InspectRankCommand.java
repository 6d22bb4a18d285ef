package dev.mldigest.cli.inspect;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.cli.console.Action;
import dev.mldigest.cli.console.ConfigOption;
import dev.mldigest.cli.console.ExitCode;
import dev.mldigest.cli.console.Inputs;
import dev.mldigest.cli.console.JsonLines;
import dev.mldigest.cli.console.JsonOption;
import dev.mldigest.cli.console.UsageException;
import dev.mldigest.cli.console.WholeNumber;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.select.rank.LearnedRanker;
import dev.mldigest.select.rank.Ranker;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Ranks past weeks, each learned from the issues before it; those without any as the first issue of
 * the audience in feeds.yaml.
 */
@Command(
    name = "rank",
    description = "Rank weeks of candidates, each with what was picked before it.")
final class InspectRankCommand extends Action {
  @Mixin private JsonOption json;
  @Mixin private ConfigOption config;

  @Option(
      names = "--history",
      required = true,
      arity = "1..*",
      paramLabel = "DIR|FILE",
      description = "Candidates, <sunday>.jsonl.gz files.")
  private List<String> history = List.of();

  @Option(
      names = "--picks",
      required = true,
      paramLabel = "FILE",
      description = "id, issue a line.")
  private Path picks = Path.of("");

  @Option(names = "--popularity", paramLabel = "FILE", description = "id, listed, upvotes a line.")
  private @Nullable Path popularity;

  @Option(names = "--weeks", required = true, paramLabel = "A..B", description = "Sundays to rank.")
  private String weeks = "";

  @Option(
      names = "--history-weeks",
      converter = WholeNumber.FromOne.class,
      paramLabel = "N",
      description = "Learn from the last N weeks only.")
  private @Nullable Integer historyWeeks;

  @Option(names = "--explain", description = "With the reasons of each item.")
  private boolean explain;

  @Override
  public Integer call() {
    String[] range = weeks.split("\\.\\.", -1);
    if (range.length != 2) {
      throw new UsageException("--weeks wants two Sundays, like 2025-04-06..2025-12-28.");
    }
    LocalDate from = day(range[0]);
    LocalDate to = day(range[1]);
    Settings.Audience audience = config.audience();
    try (Embedded embedded = Embedded.of(audience)) {
      Ranker first = new Ranker(audience, embedded.embeddings());
      WalkForward walk = RankFiles.read(Inputs.files(history), picks, popularity, to, first);
      JsonLines out = new JsonLines(System.out);
      for (LocalDate week : walk.weeks()) {
        if (!week.isBefore(from) && !week.isAfter(to)) {
          print(week, walk, out);
        }
      }
      out.flush();
    }
    return ExitCode.OK;
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      throw new UsageException("'" + text + "' is not a date; write it like 2025-04-06.", e);
    }
  }

  private void print(LocalDate week, WalkForward walk, JsonLines out) {
    WalkForward.Ranking ranking = walk.rank(week, historyWeeks);
    if (!json.isWanted()) {
      System.out.println(week + "  " + ranking.model());
      ranking.ranked().stream().limit(20).forEach(item -> show(item, ranking));
      return;
    }
    ObjectNode answer = JsonLines.object().put("week", week.toString());
    ArrayNode ranked = answer.putArray("ranked");
    ranking.ranked().forEach(item -> ranked.add(item.contender().id()));
    answer.put("seconds", ranking.seconds()).put("model", ranking.model());
    if (explain) {
      ArrayNode items = answer.putArray("items");
      for (LearnedRanker.Scored item : ranking.ranked()) {
        ObjectNode node = items.addObject().put("id", item.contender().id());
        node.put("score", item.score());
        ArrayNode reasons = node.putArray("reasons");
        for (LearnedRanker.Contribution reason : ranking.explain(item)) {
          reasons.addObject().put("feature", reason.feature()).put("weight", reason.weight());
        }
      }
    }
    out.write(answer);
    out.flush();
  }

  private void show(LearnedRanker.Scored item, WalkForward.Ranking ranking) {
    System.out.printf(Locale.ROOT, "  %6.2f  %s%n", item.score(), item.contender().id());
    if (explain) {
      for (LearnedRanker.Contribution reason : ranking.explain(item)) {
        System.out.printf(Locale.ROOT, "          %+.2f  %s%n", reason.weight(), reason.feature());
      }
    }
  }
}
