package dev.mldigest.cli.inspect;

import dev.mldigest.select.rank.Contender;
import dev.mldigest.select.rank.FeatureSpace;
import dev.mldigest.select.rank.LearnedRanker;
import dev.mldigest.select.rank.LearnedRanker.Contribution;
import dev.mldigest.select.rank.LearnedRanker.Scored;
import dev.mldigest.select.rank.Popularity;
import dev.mldigest.select.story.Piece;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
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
public final class WalkForward {
  /** The first dozen say what moved an item; the rest is told as one. */
  private static final int REASONS = 12;

  /** A ranked week: best first, all candidates. */
  public record Ranking(
      List<Scored> ranked, double seconds, String model, @Nullable LearnedRanker ranker) {

    /** What moved an item most, and the rest as one: together its score. */
    List<Contribution> explain(Scored item) {
      return ranker == null
          ? List.of(new Contribution("popular votes", item.score()))
          : LearnedRanker.shortened(ranker.explain(item), REASONS);
    }
  }

  private final Map<String, LocalDate> issues;
  private final Map<String, Popularity> popularity;
  private final FeatureSpace space = new FeatureSpace();
  private final TreeMap<LocalDate, List<Contender>> weeks = new TreeMap<>();

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
    LearnedRanker ranker = picks == 0 ? null : LearnedRanker.learn(space, past, week, kinds);
    List<Scored> ranked =
        new ArrayList<>(
            ranker == null
                ? contenders.stream().map(this::byVotes).toList()
                : ranker.score(week, contenders));
    ranked.sort(
        Comparator.comparingDouble((Scored item) -> -item.score())
            .thenComparing(item -> item.contender().id()));
    double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
    String model =
        ranker == null
            ? "popularity"
            : "logistic regression, " + picks + " picks of " + past.size() + " pieces";
    return new Ranking(List.copyOf(ranked), seconds, model, ranker);
  }

  private Scored byVotes(Contender contender) {
    Popularity known = contender.popularity();
    return new Scored(contender, contender.features(), known == null ? 0 : known.votes());
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
