package dev.mldigest.select.rank;

import dev.mldigest.domain.Source;
import dev.mldigest.domain.issue.Explanation;
import dev.mldigest.domain.issue.Story;
import dev.mldigest.domain.settings.Settings;
import dev.mldigest.embed.Embeddings;
import dev.mldigest.select.story.Piece;
import dev.mldigest.select.story.Reports;
import dev.mldigest.select.story.SparseVector;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scores the stories of a week for this audience: likeness to the description and the examples of
 * feeds.yaml, trust in the source, number of sources; with enough past issues also what the editor
 * picked. Value over recency: dates do not count, unless the audience asks for a little of it.
 */
public final class Ranker {
  /** Worth of each doubling of the publishers that report a story; set by hand. */
  private static final double SOURCES = 0.35;

  /** Lost for each day that the newest story is newer, where dates count. */
  private static final double DAY = 0.05;

  /** A window of a week and the week before it, from which late entries come. */
  private static final double MOST_DAYS = 14;

  /**
   * A story with its score.
   *
   * @param vector its words, for telling near-alike stories apart
   * @param unwanted true if it is closer to what the editor does not want than to anything wanted
   * @param parts what the score is the sum of, but for the move
   * @param liking what is learned of it
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
      this(story, score, why, vector, unwanted, parts, liking, null);
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
      return new Scored(story, newScore, why, vector, unwanted, parts, liking, moved);
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
  private final Profile profile;

  public Ranker(Settings.Audience audience, Embeddings embeddings) {
    this.recency = audience.recency();
    this.profile = new Profile(audience, embeddings);
  }

  /** The stories in the order given, each with its score. */
  public List<Scored> score(List<Story> stories, Taste taste) {
    List<Piece> pieces = stories.stream().map(story -> Piece.of(story.primary())).toList();
    List<Profile.Fit> fits = profile.fits(pieces);
    List<Taste.Liking> likings = taste.of(stories);
    Instant newest = stories.stream().map(Ranker::date).max(Instant::compareTo).orElse(Instant.MAX);
    List<Scored> scored = new ArrayList<>(stories.size());
    for (int i = 0; i < stories.size(); i++) {
      Story story = stories.get(i);
      Profile.Fit fit = fits.get(i);
      Taste.Liking liking = likings.get(i);
      List<Explanation.Part> parts = parts(story, fit, liking);
      add(parts, "its age", age(story, newest));
      double score = parts.stream().mapToDouble(Explanation.Part::value).sum();
      String why = why(story, fit, liking);
      scored.add(new Scored(story, score, why, fit.vector(), fit.isUnwanted(), parts, liking));
    }
    return scored;
  }

  private static List<Explanation.Part> parts(Story story, Profile.Fit fit, Taste.Liking liking) {
    Source source = story.primary().source();
    List<Explanation.Part> parts = new ArrayList<>();
    add(parts, "like the wanted '" + fit.wantedTitle() + "'", fit.wanted());
    add(parts, "like the unwanted '" + fit.unwantedTitle() + "'", fit.unwanted());
    add(parts, "like the description of the audience", fit.description());
    add(parts, "trust in " + source.title(), Profile.trust(source.weight()));
    add(
        parts,
        sources(story) + " sources",
        SOURCES * Math.log((double) sources(story)) / Math.log(2));
    add(parts, "popularity, as you went with it before", liking.popularity());
    add(parts, "learned taste", liking.rest());
    return parts;
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

  /** How many publishers reported the story, each on its own. */
  static long sources(Story story) {
    return Reports.independent(story);
  }

  private static String why(Story story, Profile.Fit fit, Taste.Liking liking) {
    List<String> reasons = new ArrayList<>();
    long sources = sources(story);
    if (sources > 1) {
      reasons.add("reported by " + sources + " sources");
    }
    if (fit.isCloseToWanted()) {
      reasons.add("close to the wanted example '" + fit.wantedTitle() + "'");
    }
    if (liking.value() > 1) {
      reasons.add("like what was picked before");
    }
    if (story.primary().source().weight() > 1) {
      reasons.add("from a trusted source");
    }
    if (reasons.isEmpty()) {
      reasons.add("closest to the audience among what the week offered");
    }
    String sentence = String.join("; ", reasons);
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".";
  }
}
