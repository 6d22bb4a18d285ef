package dev.mldigest.select.rank;

import dev.mldigest.domain.Signals;
import dev.mldigest.domain.SourceKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What others made of the stories of a week: votes, points, comments. Each is compared with what
 * its own kind of source gave that week, so that they can be added: a hundred votes are many in one
 * place and few in another. Of several places a story counts its best.
 */
final class Crowd {
  /** What a count of usual size adds to a place: two deviations above it are the most. */
  private static final double MOST = 2;

  /** A deviation adds half a place. */
  private static final double STEP = 0.5;

  /** One place of several where a story was met. */
  record Voice(SourceKind kind, Signals signals) {
    /** Comments alone where there are no points: beside points they told nothing more. */
    int count() {
      return signals.points() > 0 ? signals.points() : signals.comments();
    }

    /** True for a place where somebody chose to post it, which says something in itself. */
    private boolean isPosted() {
      return switch (kind) {
        case HUGGING_FACE, HACKER_NEWS, REDDIT -> true;
        case BLOG,
            NEWS,
            PAPERS,
            PODCAST,
            VIDEO,
            RELEASES,
            ARXIV,
            YOUTUBE,
            GITHUB,
            NEWS_API,
            SITEMAP,
            LISTING,
            NEWSLETTER,
            ARCHIVE ->
            false;
      };
    }

    private String words() {
      String what =
          signals.points() == 0 ? "comment" : kind == SourceKind.HUGGING_FACE ? "vote" : "point";
      String where =
          switch (kind) {
            case HUGGING_FACE -> " on Hugging Face";
            case HACKER_NEWS -> " on Hacker News";
            case REDDIT -> " on Reddit";
            case YOUTUBE -> " on YouTube";
            default -> "";
          };
      return count() + " " + what + (count() == 1 ? "" : "s") + where;
    }
  }

  /**
   * @param value 0 where nobody said anything, 1 for what is usual where it was posted, at most 2
   * @param words as "182 votes on Hugging Face", or empty
   */
  record Reception(double value, String words) {
    static final Reception NONE = new Reception(0, "");
  }

  private Crowd() {}

  /**
   * @param stories of one week, each with the places where it was met
   */
  static List<Reception> of(List<List<Voice>> stories) {
    Map<SourceKind, List<Double>> counts = new EnumMap<>(SourceKind.class);
    stories.stream()
        .flatMap(List::stream)
        .filter(voice -> voice.count() > 0)
        .forEach(voice ->
            counts.computeIfAbsent(voice.kind(), kind -> new ArrayList<>()).add(logarithm(voice)));
    Map<SourceKind, Spread> spreads = new EnumMap<>(SourceKind.class);
    counts.forEach((kind, values) ->
        spreads.put(kind, Spread.of(values.stream().mapToDouble(Double::doubleValue).toArray())));
    return stories.stream().map(voices -> best(voices, spreads)).toList();
  }

  private static double logarithm(Voice voice) {
    return Math.log1p(voice.count());
  }

  private static Reception best(List<Voice> voices, Map<SourceKind, Spread> spreads) {
    Reception best = Reception.NONE;
    for (Voice voice : voices) {
      if (voice.count() > 0) {
        double value = value(voice, Objects.requireNonNull(spreads.get(voice.kind())));
        best = value > best.value ? new Reception(value, voice.words()) : best;
      }
    }
    return best;
  }

  private static double value(Voice voice, Spread spread) {
    double above =
        spread.deviation() == 0 ? 0 : (logarithm(voice) - spread.mean()) / spread.deviation();
    return Math.clamp((voice.isPosted() ? 1 : 0) + STEP * above, 0, MOST);
  }
}
