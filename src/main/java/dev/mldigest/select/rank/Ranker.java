package dev.mldigest.select.rank;

import dev.mldigest.domain.issue.Explanation;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.embed.Embeddings;
import dev.mldigest.select.piece.SparseVector;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scores the stories of a week for this audience: the plain order ({@link PlainOrder}), and with
 * enough past issues also what the editor picked. Value over recency: dates do not count, unless
 * the audience asks for a little of it.
 */
public final class Ranker {
  /** Lost for each day that the newest story is newer, where dates count. */
  private static final double DAY = 0.05;

  /**
   * Below it nothing is shown that nobody chose: of 81 posts (filters that had not seen their
   * sites) 22 of the 30 bad ones lie there and 7 of the 51 good ones, of 100 pages of this field 64
   * of the 66 written for a search.
   */
  static final double SHOWN = -0.5;

  /** A window of a week and the week before it, from which late entries come. */
  private static final double MOST_DAYS = 14;

  /**
   * A story with its score.
   *
   * @param vector its words, for telling near-alike stories apart
   * @param unwanted true if it is closer to what the editor does not want than to anything wanted
   * @param parts what the score is the sum of, but for the move
   * @param liking what is learned of it
   * @param shown whether readers may be shown it beside the issue, where nobody reads it first
   * @param move where the panel moved it, or null
   */
  public record Scored(
      Story story,
      double score,
      String why,
      SparseVector vector,
      boolean unwanted,
      List<Explanation.Part> parts,
      Taste.Liking liking,
      boolean shown,
      @Nullable Move move) {

    /** A story that stands where its parts put it. */
    public Scored(
        Story story,
        double score,
        String why,
        SparseVector vector,
        boolean unwanted,
        List<Explanation.Part> parts,
        Taste.Liking liking) {
      this(story, score, why, vector, unwanted, parts, liking, true, null);
    }

    /** Whether anything at all speaks for it; that the panel moved it does not. */
    public boolean isFavoured() {
      return parts.stream().anyMatch(part -> part.value() > 0);
    }

    /**
     * The same at another place.
     *
     * @param newScore of that place
     */
    Scored moved(int from, int to, double newScore) {
      Move moved = new Move(from, to, newScore - score);
      return new Scored(story, newScore, why, vector, unwanted, parts, liking, shown, moved);
    }

    /** All that the score is the sum of. */
    public List<Explanation.Part> waterfall() {
      List<Explanation.Part> all = new ArrayList<>(parts);
      if (move != null) {
        String name = "the model's order: from place " + move.from() + " to " + move.to();
        all.add(new Explanation.Part(name, move.value()));
      }
      return all;
    }

    /** The move as a sentence with a space before it; empty if it was not moved. */
    public String moveSentence() {
      return move == null
          ? ""
          : " The model's order moved it from place " + move.from() + " to " + move.to() + ".";
    }
  }

  /**
   * @param value what the move is worth in the score's units
   */
  record Move(int from, int to, double value) {}

  private final Settings.Recency recency;
  private final PlainOrder plain;

  public Ranker(Settings.Audience audience, Embeddings embeddings) {
    this(audience, embeddings, Prior.load());
  }

  Ranker(Settings.Audience audience, Embeddings embeddings, Prior prior) {
    this.recency = audience.recency();
    this.plain = new PlainOrder(audience, embeddings, prior);
  }

  /** The stories in the order given, each with its score. */
  public List<Scored> score(List<Story> stories, Taste taste) {
    return score(stories, taste.of(stories));
  }

  /** The same for an editor without a past. */
  public List<Scored> score(List<Story> stories) {
    return score(stories, stories.stream().map(story -> Taste.Liking.NONE).toList());
  }

  private List<Scored> score(List<Story> stories, List<Taste.Liking> likings) {
    List<PlainOrder.Scored> plainly = plain.of(stories.stream().map(Standing::of).toList());
    Instant newest = stories.stream().map(Ranker::date).max(Instant::compareTo).orElse(Instant.MAX);
    List<Scored> scored = new ArrayList<>(stories.size());
    for (int i = 0; i < stories.size(); i++) {
      Story story = stories.get(i);
      PlainOrder.Scored item = plainly.get(i);
      Taste.Liking liking = likings.get(i);
      List<Explanation.Part> parts = new ArrayList<>(item.parts());
      add(parts, "popularity, as you went with it before", liking.popularity());
      add(parts, "learned taste", liking.rest());
      add(parts, "its age", age(story, newest));
      double score = parts.stream().mapToDouble(Explanation.Part::value).sum();
      String why = why(item, liking);
      Profile.Fit fit = item.fit();
      boolean shown = score >= SHOWN && (item.noted() || liking.value() > 0 || !isNews(story));
      scored.add(
          new Scored(
              story, score, why, fit.vector(), fit.isUnwanted(), parts, liking, shown, null));
    }
    return scored;
  }

  private static boolean isNews(Story story) {
    return Standing.of(story).kind() == Standing.Work.NEWS;
  }

  private static Instant date(Story story) {
    return story.primary().entry().date();
  }

  private double age(Story story, Instant newest) {
    double days = Duration.between(date(story), newest).toHours() / 24.0;
    return switch (recency) {
      case OFF -> 0;
      case MILD -> -DAY * Math.min(days, MOST_DAYS);
    };
  }

  private static void add(List<Explanation.Part> parts, String name, double value) {
    if (value != 0) {
      parts.add(new Explanation.Part(name, value));
    }
  }

  private static String why(PlainOrder.Scored item, Taste.Liking liking) {
    List<String> reasons = new ArrayList<>();
    if (liking.value() > 1) {
      reasons.add("like what was picked before");
    }
    reasons.addAll(item.reasons());
    if (reasons.isEmpty()) {
      reasons.add("nothing known speaks for it, and no more for what its section left out");
    }
    String sentence = String.join("; ", reasons);
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".";
  }
}
