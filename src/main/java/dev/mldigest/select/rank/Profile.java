package dev.mldigest.select.rank;

import dev.mldigest.domain.settings.Settings;
import dev.mldigest.embed.Embedding;
import dev.mldigest.embed.Embeddings;
import dev.mldigest.select.story.Piece;
import dev.mldigest.select.story.SparseVector;
import dev.mldigest.select.story.TermSpace;
import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The audience as feeds.yaml describes it: how like its description and examples the pieces of a
 * week are. Needs no past.
 */
final class Profile {
  /** How much one example must have in common with a piece to be named. */
  private static final double CLOSE = 0.12;

  /** Worth of likeness 1 to the description by its words alone: some are common. */
  private static final double WORDS = 2;

  /**
   * Worth of one deviation of likeness in meaning. Of 0, 0.15, … 1 the best for an editor's picks
   * over 26 weeks to June 2025; from 0.3 to 0.8 it hardly matters.
   */
  private static final double MEANING = 0.45;

  /** Mean and deviation of the cosines of 2,500 papers of 50 weeks with the description. */
  private static final double USUAL = 0.17;

  private static final double DEVIATION = 0.085;

  /** Worth of the logarithm of a source's weight in feeds.yaml: twice the weight adds about 0.5. */
  private static final double TRUST = 0.7;

  /** Characters of a text whose meaning is compared: its subject stands there, and each costs. */
  private static final int LEAD = 300;

  /** The nearest example; its title is empty where none has anything in common. */
  private record Nearest(double likeness, String title) {}

  private final Settings.Audience audience;
  private final Embeddings embeddings;

  /** By words alone. */
  Profile(Settings.Audience audience) {
    this(audience, Embeddings.NONE);
  }

  Profile(Settings.Audience audience, Embeddings embeddings) {
    this.audience = audience;
    this.embeddings = embeddings;
  }

  /**
   * How a piece fits. Likeness to examples tells what to name and what to leave out and no more: on
   * 39 weeks of an editor's picks it put papers in no better order than chance, and with the
   * unwanted ones subtracted in a worse one.
   *
   * @param vector its words, for comparing it with others of the same batch
   * @param description what its likeness to the description is worth
   * @param near true if it is clearly more like the description than most are
   * @param wanted its likeness to the nearest wanted example
   * @param wantedTitle that example
   * @param unwanted its likeness to the nearest unwanted example
   */
  record Fit(
      SparseVector vector,
      double description,
      boolean near,
      double wanted,
      String wantedTitle,
      double unwanted) {
    double value() {
      return description;
    }

    boolean isCloseToWanted() {
      return wanted >= CLOSE;
    }

    /** True if it is closer to what the editor does not want than to anything wanted. */
    boolean isUnwanted() {
      return unwanted >= CLOSE * 2 && unwanted > wanted;
    }
  }

  /** How the pieces of one week fit, in the order given. */
  List<Fit> fits(List<Piece> pieces) {
    TermSpace space = new TermSpace();
    pieces.forEach(piece -> space.add(terms(piece.title(), piece.text())));
    space.add(terms(audience.description(), ""));
    audience.wanted().forEach(example -> space.add(terms(example, "")));
    audience.unwanted().forEach(example -> space.add(terms(example, "")));
    List<SparseVector> vectors = space.vectors();
    int n = pieces.size();
    int wanted = n + 1 + audience.wanted().size();
    List<Fit> fits = new ArrayList<>(n);
    List<Embedding> meanings = meanings(pieces);
    for (SparseVector vector : vectors.subList(0, n)) {
      int at = fits.size();
      Nearest good = nearest(vector, vectors.subList(n + 1, wanted), audience.wanted());
      Nearest bad = nearest(vector, vectors.subList(wanted, vectors.size()), audience.unwanted());
      fits.add(
          new Fit(
              vector,
              meanings.isEmpty()
                  ? WORDS * vector.dot(vectors.get(n))
                  : MEANING * usual(meanings.get(at).cosine(meanings.getLast())),
              !meanings.isEmpty() && usual(meanings.get(at).cosine(meanings.getLast())) >= 1,
              good.likeness,
              good.title,
              bad.likeness));
    }
    return fits;
  }

  /** What each piece means, and last the description; nothing where that is not known. */
  private List<Embedding> meanings(List<Piece> pieces) {
    Stream<String> texts = pieces.stream().map(piece -> piece.title() + ". " + lead(piece.text()));
    return embeddings.of(Stream.concat(texts, Stream.of(audience.description())).toList());
  }

  private static String lead(String text) {
    return text.substring(0, Math.min(text.length(), LEAD));
  }

  private static double usual(double cosine) {
    return (cosine - USUAL) / DEVIATION;
  }

  /** What the editor's trust in a source is worth. */
  static double trust(double weight) {
    return TRUST * Math.log(weight);
  }

  static Map<String, Double> terms(String title, String text) {
    Map<String, Double> counts = new HashMap<>();
    Words.stems(text).forEach(term -> counts.merge(term, 1.0, Double::sum));
    counts.replaceAll((term, count) -> 1 + Math.log(count));
    Words.stems(title).forEach(term -> counts.merge(term, 3.0, Double::sum));
    return counts;
  }

  private static Nearest nearest(
      SparseVector vector, List<SparseVector> examples, List<String> titles) {
    Nearest best = new Nearest(0, "");
    for (int i = 0; i < examples.size(); i++) {
      double likeness = vector.dot(examples.get(i));
      if (likeness > best.likeness) {
        best = new Nearest(likeness, titles.get(i));
      }
    }
    return best;
  }
}
