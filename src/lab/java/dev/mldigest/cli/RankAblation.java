package dev.mldigest.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mldigest.cli.console.Inputs;
import dev.mldigest.cli.console.JsonLines;
import dev.mldigest.cli.inspect.RankFiles;
import dev.mldigest.cli.inspect.WalkForward;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.embed.Embeddings;
import dev.mldigest.select.rank.FeatureSpace.Kind;
import dev.mldigest.select.rank.Ranker;
import dev.mldigest.testkit.Corpora;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What each group of features adds: writes a run a step, for {@code score_selection.py rank}, to
 * {@code target/ablation}. Takes some ten minutes.
 */
public final class RankAblation {
  private static final LocalDate FROM = LocalDate.parse("2025-04-06");
  private static final LocalDate TO = LocalDate.parse("2025-12-28");

  private RankAblation() {}

  private static Map<String, Set<Kind>> steps() {
    Map<String, Set<Kind>> steps = new LinkedHashMap<>();
    Set<Kind> kinds = EnumSet.of(Kind.WORD, Kind.TITLE);
    steps.put("1-text", EnumSet.copyOf(kinds));
    kinds.addAll(EnumSet.of(Kind.AUTHOR, Kind.SUBJECT, Kind.SOURCE));
    steps.put("2-authors-and-subjects", EnumSet.copyOf(kinds));
    kinds.add(Kind.FORM);
    steps.put("3-form", EnumSet.copyOf(kinds));
    kinds.add(Kind.POPULAR);
    steps.put("4-popularity", EnumSet.copyOf(kinds));
    kinds.add(Kind.RECORD);
    steps.put("5-track-records", EnumSet.copyOf(kinds));
    kinds.remove(Kind.POPULAR);
    steps.put("6-all-but-popularity", EnumSet.copyOf(kinds));
    return steps;
  }

  public static void run() throws IOException {
    WalkForward walk = walk();
    Path folder = Files.createDirectories(Path.of("target", "ablation"));
    for (Map.Entry<String, Set<Kind>> step : steps().entrySet()) {
      write(folder.resolve(step.getKey() + ".jsonl"), walk, step.getValue(), null);
    }
    write(folder.resolve("7-four-issues.jsonl"), walk, EnumSet.allOf(Kind.class), 4);
    System.out.println(folder + " holds a run a step.");
  }

  private static WalkForward walk() {
    Path data = Corpora.at("selection");
    return RankFiles.read(
        Inputs.files(List.of(data.resolve("candidates").toString())),
        data.resolve("picks.jsonl"),
        data.resolve("popularity.jsonl"),
        TO,
        new Ranker(new Settings.Audience("", List.of(), List.of()), Embeddings.NONE));
  }

  private static void write(
      Path file, WalkForward walk, Set<Kind> kinds, @Nullable Integer historyWeeks)
      throws IOException {
    List<String> lines = new ArrayList<>();
    for (LocalDate week : walk.weeks()) {
      if (!week.isBefore(FROM) && !week.isAfter(TO)) {
        ObjectNode line = JsonLines.object().put("week", week.toString());
        ArrayNode ranked = line.putArray("ranked");
        walk.rank(week, historyWeeks, kinds)
            .ranked()
            .forEach(item -> ranked.add(item.contender().id()));
        lines.add(line.toString());
      }
    }
    Files.write(file, lines);
  }
}
