package dev.mldigest.select;

import dev.mldigest.domain.Candidate;
import dev.mldigest.domain.PastIssues;
import dev.mldigest.domain.Signals;
import dev.mldigest.domain.Story;
import dev.mldigest.domain.Week;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What past issues say of the stories of a week: shows the store's past and the week's stories to
 * {@link LearnedRanker}. Points an entry gathered after its issue count with its past, as the store
 * keeps the latest alone; in a week they are compared with that week's.
 */
final class Taste {
  /** Fewer past picks teach nothing; four issues of seven already help. */
  private static final int ENOUGH_PICKS = 24;

  private Taste() {}

  /** For each story the log-odds that it is picked, up to a constant; all 0 with too few picks. */
  static double[] of(List<Story> stories, PastIssues past) {
    long picks = past.items().stream().filter(PastIssues.Past::picked).count();
    if (picks < ENOUGH_PICKS || past.items().size() - picks < ENOUGH_PICKS) {
      return new double[stories.size()];
    }
    FeatureSpace space = new FeatureSpace();
    List<Contender> before = past.items().stream().map(item -> contender(item, space)).toList();
    LocalDate week =
        before.stream()
            .map(Contender::week)
            .max(Comparator.naturalOrder())
            .orElseThrow()
            .plusDays(7);
    List<Contender> now = new ArrayList<>();
    for (Story story : stories) {
      Candidate candidate = story.primary();
      Piece piece = Piece.of(candidate);
      Signals signals = candidate.entry().feedEntry().signals();
      now.add(contender(undated(piece), week, signals, null, space));
    }
    return LearnedRanker.learn(space, before, week).score(week, now).stream()
        .mapToDouble(LearnedRanker.Scored::score)
        .toArray();
  }

  private static Contender contender(PastIssues.Past item, FeatureSpace space) {
    Piece piece =
        new Piece(
            item.entryId(),
            item.title(),
            item.text(),
            null,
            null,
            item.source(),
            null,
            item.authors(),
            item.categories());
    LocalDate week = lastDay(item.week());
    return contender(piece, week, item.signals(), item.picked() ? week : null, space);
  }

  private static Contender contender(
      Piece piece,
      LocalDate week,
      Signals signals,
      @Nullable LocalDate picked,
      FeatureSpace space) {
    Popularity popularity = signals.points() > 0 ? new Popularity(week, signals.points()) : null;
    return new Contender(piece.id(), week, space.read(piece), popularity, picked);
  }

  /** Without its date: what is kept of past entries has none. */
  private static Piece undated(Piece piece) {
    return new Piece(
        piece.id(),
        piece.title(),
        piece.text(),
        null,
        null,
        piece.publisher(),
        null,
        piece.authors(),
        piece.categories());
  }

  private static LocalDate lastDay(Week week) {
    return LocalDate.of(week.year(), 1, 4)
        .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week.number())
        .with(DayOfWeek.SUNDAY);
  }
}
