package dev.mldigest.cli;

import dev.mldigest.select.FeatureSpace;
import dev.mldigest.select.LearnedRanker;
import dev.mldigest.select.Piece;
import dev.mldigest.select.Popularity;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Ranks week after week as an editor would have had it: each learned only from issues before it and
 * from popularity known by then. Where nothing was picked yet, by popularity alone.
 */
final class WalkForward {
  private static final int REASONS = 6;

  /** One place of a ranking. */
  record Ranked(String id, double score, FeatureSpace.Features features) {}

  /** A ranked week: best first, all candidates. */
  record Ranking(
      List<Ranked> ranked, double seconds, String model, @Nullable LearnedRanker ranker) {

    /** What moved an item most. */
    public List<LearnedRanker.Contribution> explain(Ranked item) {
      return ranker == null ? List.of() : ranker.explain(item.features(), REASONS);
    }
  }

  private final Map<String, LocalDate> issues;
  private final Map<String, Popularity> popularity;
  private final FeatureSpace space = new FeatureSpace();
  private final TreeMap<LocalDate, List<Ranked>> weeks = new TreeMap<>();

  /**
   * @param issues by candidate: the date of the issue it was picked for
   * @param popularity by candidate
   */
  WalkForward(Map<String, LocalDate> issues, Map<String, Popularity> popularity) {
    this.issues = Map.copyOf(issues);
    this.popularity = Map.copyOf(popularity);
  }

  /** Adds a candidate of a week; its text is not kept. */
  void add(LocalDate week, Piece piece) {
    Popularity known = popularity.get(piece.id());
    boolean inTime = known != null && !known.listed().isAfter(week);
    FeatureSpace.Features features = space.read(piece, inTime ? known : null);
    weeks
        .computeIfAbsent(week, w -> new ArrayList<>())
        .add(new Ranked(piece.id(), inTime && known != null ? known.votes() : 0, features));
  }

  Set<LocalDate> weeks() {
    return weeks.keySet();
  }

  /**
   * @param historyWeeks how many weeks back to learn from, or null for all
   */
  Ranking rank(LocalDate week, @Nullable Integer historyWeeks) {
    long start = System.nanoTime();
    List<LearnedRanker.Example> examples = examples(week, historyWeeks);
    boolean taught = examples.stream().anyMatch(LearnedRanker.Example::picked);
    LearnedRanker ranker = taught ? LearnedRanker.learn(space, examples) : null;
    List<Ranked> ranked = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Ranked item : weeks.getOrDefault(week, List.of())) {
      if (ids.add(item.id())) {
        double score = ranker == null ? item.score() : ranker.score(item.features());
        ranked.add(new Ranked(item.id(), score, item.features()));
      }
    }
    ranked.sort(
        Comparator.comparingDouble((Ranked item) -> -item.score()).thenComparing(Ranked::id));
    double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
    String model =
        ranker == null ? "popularity" : "logistic regression, " + examples.size() + " examples";
    return new Ranking(List.copyOf(ranked), seconds, model, ranker);
  }

  private List<LearnedRanker.Example> examples(LocalDate week, @Nullable Integer historyWeeks) {
    LocalDate first = historyWeeks == null ? LocalDate.MIN : week.minusWeeks(historyWeeks);
    List<LearnedRanker.Example> examples = new ArrayList<>();
    weeks
        .headMap(week, false)
        .tailMap(first, true)
        .values()
        .forEach(candidates -> {
          for (Ranked candidate : candidates) {
            LocalDate issue = issues.get(candidate.id());
            boolean picked = issue != null && issue.isBefore(week) && !issue.isBefore(first);
            examples.add(new LearnedRanker.Example(candidate.features(), picked));
          }
        });
    return examples;
  }
}
