package dev.mldigest.cli.inspect;

import dev.mldigest.domain.issue.Story;
import dev.mldigest.select.piece.Piece;
import dev.mldigest.select.rank.Contender;
import dev.mldigest.select.rank.FeatureSpace;
import dev.mldigest.select.rank.LearnedRanker;
import dev.mldigest.select.rank.LearnedRanker.Contribution;
import dev.mldigest.select.rank.LearnedRanker.Scored;
import dev.mldigest.select.rank.Popularity;
import dev.mldigest.select.rank.Ranker;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Ranks week after week as an editor would have had it: each learned only from issues before it and
 * from popularity known by then. Where nothing was picked yet, as a first issue is.
 */
public final class WalkForward {
  /** The first dozen say what moved an item; the rest is told as one. */
  private static final int REASONS = 12;

  /** How a week without a pick before it was ranked. */
  static final String FIRST = "a first issue: what ships, the audience and popularity";

  /**
   * A ranked week: best first, all candidates.
   *
   * @param reasons what moved an item most, and the rest as one: together its score
   */
  public record Ranking(
      List<Scored> ranked,
      double seconds,
      String model,
      Function<Scored, List<Contribution>> reasons) {

    List<Contribution> explain(Scored item) {
      return reasons.apply(item);
    }
  }

  private final Map<String, LocalDate> issues;
  private final Map<String, Popularity> popularity;
  private final FeatureSpace space = new FeatureSpace();
  private final TreeMap<LocalDate, List<Contender>> weeks = new TreeMap<>();
  private final Map<String, Piece> pieces = new HashMap<>();
  private final Ranker first;

  /**
   * @param issues by candidate: the date of the issue it was picked for
   * @param popularity by candidate
   * @param first what ranks the stories of a first issue
   */
  WalkForward(Map<String, LocalDate> issues, Map<String, Popularity> popularity, Ranker first) {
    this.issues = Map.copyOf(issues);
    this.popularity = Map.copyOf(popularity);
    this.first = first;
  }

  /** Adds a candidate of a week. */
  void add(LocalDate week, Piece piece) {
    pieces.put(week + " " + piece.id(), piece);
    weeks
        .computeIfAbsent(week, w -> new ArrayList<>())
        .add(
            new Contender(
                piece.id(),
                week,
                space.read(piece),
                popularity.get(piece.id()),
                issues.get(piece.id())));
  }

  public Set<LocalDate> weeks() {
    return weeks.keySet();
  }

  /**
   * @param historyWeeks how many weeks and issues back to learn from, or null for all
   */
  Ranking rank(LocalDate week, @Nullable Integer historyWeeks) {
    return rank(week, historyWeeks, EnumSet.allOf(FeatureSpace.Kind.class));
  }

  /**
   * @param kinds the features to learn from
   */
  public Ranking rank(
      LocalDate week, @Nullable Integer historyWeeks, Set<FeatureSpace.Kind> kinds) {
    long start = System.nanoTime();
    LocalDate first = historyWeeks == null ? LocalDate.MIN : week.minusWeeks(historyWeeks);
    List<Contender> past = past(week, first);
    long picks = past.stream().filter(contender -> taught(contender, week)).count();
    List<Contender> contenders = once(weeks.getOrDefault(week, List.of()));
    if (picks == 0) {
      return asFirst(week, contenders, start);
    }
    LearnedRanker ranker = LearnedRanker.learn(space, past, week, kinds);
    String model = "logistic regression, " + picks + " picks of " + past.size() + " pieces";
    return ranking(ranker.score(week, contenders), ranker::explain, model, start);
  }

  /** As a run ranks them for an editor without a past: by its ranker and as its stories. */
  private Ranking asFirst(LocalDate week, List<Contender> contenders, long start) {
    List<Story> stories = new ArrayList<>(contenders.size());
    for (Contender contender : contenders) {
      Piece piece = Objects.requireNonNull(pieces.get(week + " " + contender.id()));
      stories.add(ListedPaper.story(piece, week, contender.popularity()));
    }
    List<Ranker.Scored> plain = first.score(stories);
    List<Scored> scored = new ArrayList<>(plain.size());
    Map<String, List<Contribution>> parts = new HashMap<>();
    for (int i = 0; i < plain.size(); i++) {
      Contender contender = contenders.get(i);
      scored.add(new Scored(contender, contender.features(), plain.get(i).score()));
      parts.put(
          contender.id(),
          plain.get(i).parts().stream()
              .map(part -> new Contribution(part.name(), part.value()))
              .toList());
    }
    return ranking(
        scored, item -> parts.getOrDefault(item.contender().id(), List.of()), FIRST, start);
  }

  private static Ranking ranking(
      List<Scored> scored, Function<Scored, List<Contribution>> reasons, String model, long start) {
    List<Scored> ranked = new ArrayList<>(scored);
    ranked.sort(
        Comparator.comparingDouble((Scored item) -> -item.score())
            .thenComparing(item -> item.contender().id()));
    double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
    return new Ranking(
        List.copyOf(ranked),
        seconds,
        model,
        item -> LearnedRanker.shortened(reasons.apply(item), REASONS));
  }

  private static boolean taught(Contender contender, LocalDate week) {
    return contender.picked() != null && contender.picked().isBefore(week);
  }

  private static List<Contender> once(List<Contender> contenders) {
    Set<String> ids = new HashSet<>();
    return contenders.stream().filter(contender -> ids.add(contender.id())).toList();
  }

  /** The weeks from the first on, and what the issues from then on took from before. */
  private List<Contender> past(LocalDate week, LocalDate first) {
    List<Contender> past = new ArrayList<>();
    weeks
        .headMap(week, false)
        .forEach((day, contenders) -> {
          for (Contender contender : contenders) {
            LocalDate picked = contender.picked();
            if (!day.isBefore(first) || (picked != null && !picked.isBefore(first))) {
              past.add(contender);
            }
          }
        });
    return past;
  }
}
