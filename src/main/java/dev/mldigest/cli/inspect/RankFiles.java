package dev.mldigest.cli.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mldigest.cli.console.Inputs;
import dev.mldigest.select.rank.Popularity;
import dev.mldigest.select.rank.Ranker;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the weeks of candidates, the picks and the popularity that are walked through. Of a
 * popularity only the votes of the day it was listed: comments, repositories and their stars carry
 * no day and may have been looked up later.
 */
public final class RankFiles {
  private RankFiles() {}

  /**
   * @param last files named by a later day are not read
   * @param first what ranks the stories of a first issue
   */
  public static WalkForward read(
      List<Path> history, Path picks, @Nullable Path popularity, LocalDate last, Ranker first) {
    WalkForward walk = new WalkForward(issues(picks), votes(popularity), first);
    history.forEach(file -> add(file, walk, last));
    return walk;
  }

  private static Map<String, LocalDate> issues(Path picks) {
    Map<String, LocalDate> issues = new HashMap<>();
    for (JsonNode line : lines(picks)) {
      LocalDate issue = dayOrNull(line.path("issue").asText(line.path("week").asText()));
      if (issue != null) {
        issues.merge(line.path("id").asText(), issue, (a, b) -> a.isBefore(b) ? a : b);
      }
    }
    return issues;
  }

  private static Map<String, Popularity> votes(@Nullable Path popularity) {
    Map<String, Popularity> votes = new HashMap<>();
    for (JsonNode line : popularity == null ? List.<JsonNode>of() : lines(popularity)) {
      LocalDate listed = dayOrNull(line.path("listed").asText());
      if (listed != null) {
        votes.put(
            line.path("id").asText(),
            new Popularity(listed, Math.max(0, line.path("upvotes_same_day").asInt())));
      }
    }
    return votes;
  }

  static @Nullable LocalDate dayOrNull(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static List<JsonNode> lines(Path file) {
    try (Stream<String> lines = Inputs.jsonLines(file)) {
      return lines.map(PieceLines::readOrError).toList();
    }
  }

  private static void add(Path file, WalkForward walk, LocalDate last) {
    String name = String.valueOf(file.getFileName());
    LocalDate named = dayOrNull(name.substring(0, Math.min(10, name.length())));
    if (named != null && named.isAfter(last)) {
      return;
    }
    try (Stream<String> lines = Inputs.jsonLines(file)) {
      lines
          .map(PieceLines::readOrError)
          .filter(PieceLines::isPiece)
          .forEach(line -> {
            LocalDate week = dayOrNull(line.path("week").asText());
            if (week != null) {
              walk.add(week, PieceLines.paper(line));
            }
          });
    }
  }
}
