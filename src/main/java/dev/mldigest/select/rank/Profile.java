package dev.mldigest.select.rank;

import dev.mldigest.domain.settings.Settings;
import dev.mldigest.embed.Embedding;
import dev.mldigest.embed.Embeddings;
import dev.mldigest.select.piece.Piece;
import dev.mldigest.select.piece.SparseVector;
import dev.mldigest.select.piece.TermSpace;
import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The audience as feeds.yaml describes it: how like its description and examples the pieces of a
 * week are. Needs no past. What ranks is told apart by kind, as it was measured: papers by the
 * description, posts by the examples, news by neither.
 */
final class Profile {
  /** How much one example must have in common with a piece to be named. */
  private static final double CLOSE = 0.12;

  /**
   * Worth of the logarithm of a source's weight in feeds.yaml, the editor's own word: twice the
   * weight adds about as much as one deviation of likeness to the examples.
   */
  private static final double TRUST = 1;

  /** Characters of a text whose meaning is compared: its subject stands there, and each costs. */
  private static final int LEAD = 300;

  /** From here on likeness is a reason: one of six is as far above the usual. */
  private static final double NEAR = 1;

  /**
   * What a likeness is worth.
   *
   * @param usual its mean and
   * @param deviation its deviation, over what it was measured on
   * @param worth of one deviation
   */
  private record Scale(double usual, double deviation, double worth) {
    double above(double likeness) {
      return (likeness - usual) / deviation;
    }
  }

  /**
   * Papers and the description, by meaning: cosines of 2,500 papers of 50 weeks. Of 0, 0.15, … 1
   * the best worth for an editor's picks over 26 weeks to June 2025; from 0.3 to 0.8 it hardly
   * matters.
   */
  private static final Scale PAPERS = new Scale(0.17, 0.085, 0.45);

  /** The same by words, which tell next to nothing. */
  private static final Scale PAPERS_BY_WORDS = new Scale(0, 1, 2);

  /**
   * Posts and the examples, by meaning: 81 posts of many blogs and 30 of two weeks. Of the 81 it
   * puts what should stay above what should not in 78 of 100 pairs, where the prior of papers does
   * in 87 for its 1; likeness to the description does in 36 alone and is left out.
   */
  private static final Scale POSTS = new Scale(0, 0.055, 0.7);

  /** The same by words: 67 of 100 pairs. */
  private static final Scale POSTS_BY_WORDS = new Scale(0, 0.009, 0.4);

  /** The nearest example; its title is empty where none has anything in common. */
  private record Nearest(double likeness, String title) {}

  /** How alike a piece and a text of the audience are. */
  private interface Likeness {
    /**
     * @param text 0 is the description, then come the wanted examples and the unwanted ones
     */
    double of(int piece, int text);
  }

  private final Settings.Audience audience;
  private final List<String> texts;
  private final Embeddings embeddings;

  /** By words alone. */
  Profile(Settings.Audience audience) {
    this(audience, Embeddings.NONE);
  }

  Profile(Settings.Audience audience, Embeddings embeddings) {
    this.audience = audience;
    this.embeddings = embeddings;
    this.texts =
        Stream.of(List.of(audience.description()), audience.wanted(), audience.unwanted())
            .flatMap(List::stream)
            .toList();
  }

  /**
   * How a piece fits. Likeness to examples moves no paper: over 39 weeks of an editor's picks the
   * wanted ones put papers in no better order than chance, and with the unwanted ones subtracted in
   * a worse one.
   *
   * @param vector its words, for comparing it with others of the same batch
   * @param likeness what its likeness to the description or the examples is worth
   * @param near true if that is clearly more than usual
   * @param wanted its likeness to the nearest wanted example
   * @param wantedTitle that example
   * @param unwanted its likeness to the nearest unwanted example
   */
  record Fit(
      SparseVector vector,
      double likeness,
      boolean near,
      double wanted,
      String wantedTitle,
      double unwanted) {
    double value() {
      return likeness;
    }

    boolean isCloseToWanted() {
      return wanted >= CLOSE;
    }

    /** True if it is closer to what the editor does not want than to anything wanted. */
    boolean isUnwanted() {
      return unwanted >= CLOSE * 2 && unwanted > wanted;
    }
  }

  /** How the pieces of one week fit, all of them posts, in the order given. */
  List<Fit> fits(List<Piece> pieces) {
    return fits(pieces, pieces.stream().map(piece -> Standing.Work.POST).toList());
  }

  /**
   * How the pieces of one week fit, in the order given.
   *
   * @param kinds theirs, in the same order
   */
  List<Fit> fits(List<Piece> pieces, List<Standing.Work> kinds) {
    TermSpace space = new TermSpace();
    pieces.forEach(piece -> space.add(terms(piece.title(), piece.text())));
    texts.forEach(text -> space.add(terms(text, "")));
    List<SparseVector> vectors = space.vectors();
    int n = pieces.size();
    Likeness words = (piece, text) -> vectors.get(piece).dot(vectors.get(n + text));
    Likeness meaning = meaning(pieces, kinds);
    int wanted = 1 + audience.wanted().size();
    List<Fit> fits = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      Nearest good = nearest(words, i, 1, wanted);
      Nearest bad = nearest(words, i, wanted, texts.size());
      Scale scale = scale(kinds.get(i), meaning != null);
      double above =
          switch (kinds.get(i)) {
            case PAPER -> scale.above((meaning == null ? words : meaning).of(i, 0));
            case POST, RELEASE -> scale.above(contrast(meaning == null ? words : meaning, i));
            case NEWS -> 0;
          };
      fits.add(
          new Fit(
              vectors.get(i),
              scale.worth * above,
              above >= NEAR,
              good.likeness,
              good.title,
              bad.likeness));
    }
    return fits;
  }

  private static Scale scale(Standing.Work kind, boolean meaning) {
    return kind == Standing.Work.PAPER
        ? meaning ? PAPERS : PAPERS_BY_WORDS
        : meaning ? POSTS : POSTS_BY_WORDS;
  }

  /** Mean likeness to the wanted examples, less that to the unwanted ones. */
  private double contrast(Likeness likeness, int piece) {
    int wanted = 1 + audience.wanted().size();
    return mean(likeness, piece, 1, wanted) - mean(likeness, piece, wanted, texts.size());
  }

  private static double mean(Likeness likeness, int piece, int from, int to) {
    return IntStream.range(from, to)
        .mapToDouble(text -> likeness.of(piece, text))
        .average()
        .orElse(0);
  }

  /** By what pieces and texts mean, but for news; null where that is not known. */
  private @Nullable Likeness meaning(List<Piece> pieces, List<Standing.Work> kinds) {
    int[] places = new int[pieces.size()];
    List<String> read = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      if (kinds.get(i) != Standing.Work.NEWS) {
        places[i] = read.size();
        read.add(pieces.get(i).title() + ". " + lead(pieces.get(i).text()));
      }
    }
    int first = read.size();
    read.addAll(texts);
    List<Embedding> meanings = embeddings.of(read);
    boolean known =
        !meanings.isEmpty()
            && meanings.subList(first, meanings.size()).stream().allMatch(Embedding::hasDirection);
    return !known
        ? null
        : (piece, text) -> meanings.get(places[piece]).cosine(meanings.get(first + text));
  }

  private static String lead(String text) {
    return text.substring(0, Math.min(text.length(), LEAD));
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

  private Nearest nearest(Likeness likeness, int piece, int from, int to) {
    Nearest best = new Nearest(0, "");
    for (int text = from; text < to; text++) {
      double alike = likeness.of(piece, text);
      if (alike > best.likeness) {
        best = new Nearest(alike, texts.get(text));
      }
    }
    return best;
  }
}
