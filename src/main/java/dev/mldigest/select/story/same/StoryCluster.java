package dev.mldigest.select.story.same;

import dev.mldigest.select.piece.SparseVector;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reports that tell one story as far as is known, and how another such cluster compares with them:
 * how alike the two are against how alike each is within, and what they must name in common. The
 * likeness of two clusters stays exact, as the product of their summed vectors.
 */
final class StoryCluster {
  /** Further reports at which a cluster is half as good as large. */
  private static final double HALF_LARGE = 2;

  /** Coherence of the loosest story. */
  private static final double LEAST_COHERENCE = 0.1;

  /** Weight of the less coherent of two clusters in what their likeness is held against. */
  private static final double LESS = 0.875;

  /** Reports of a story that are its first. */
  private static final int FEW = 3;

  /** Names that the first reports of a story must share, unless they are copies. */
  private static final ByLength FIRST_NAMES = new ByLength(0, 4);

  /** Names that a further report must share with all those of its story. */
  private static final ByLength JOINING_NAMES = new ByLength(0, 3);

  /**
   * What texts whose script has no capitals to tell names by must be more alike instead. Set on
   * English in small letters: articles at pair F1 .876 (.878 with capitals), and of 2,433 abstracts
   * 15 taken for reports of another's story (1 with capitals); at 0 it is 38, at .12 F1 is .842.
   */
  private static final double NAMELESS = 0.06;

  /** Names remembered of a story before it forgets further ones. */
  private static final int MOST_NAMES = 1_000;

  /** Cosine from which two texts are one text, whatever they name. */
  private static final double COPY = 0.8;

  /** Reports of two clusters up to which figures and deeds must agree; later ones tell others. */
  private static final int DETAILS_AGREE = 6;

  private final Bounds bounds;
  private SparseVector own;
  private SparseVector sum;
  private Facts facts;
  private Set<String> names;
  private boolean cased;
  private int size = 1;
  private double lengths;
  private Span span;

  /** Likeness summed over its pairs. */
  private double within;

  /** What the neighbourhood of its members promised. */
  private double expected;

  /** Likeness summed over the pairs with each neighbour. */
  final Map<Integer, Double> neighbours = new HashMap<>();

  /** The neighbour most alike of those it may merge with, as of when it was last looked for. */
  @Nullable Integer nearest;

  StoryCluster(ReportNode node, SparseVector wide, double expected, Bounds bounds) {
    this.bounds = bounds;
    this.own = node.vector();
    this.sum = wide;
    this.facts = node.facts();
    this.names = node.names();
    this.cased = node.cased();
    this.lengths = node.length();
    this.expected = expected;
    this.span = node.span();
  }

  private double coherence() {
    double pairs = size * (size - 1) / 2.0;
    double prior = bounds.priorPairs().at(lengths / size);
    double mean = (within + prior * expected / size) / (pairs + prior);
    return Math.max(mean, LEAST_COHERENCE);
  }

  /** Likeness summed over the pairs of the two. */
  double across(StoryCluster other) {
    return sum.dot(other.sum);
  }

  /**
   * @param between likeness summed over the pairs of the two
   */
  void absorb(StoryCluster gone, double between) {
    own = own.plus(gone.own);
    sum = sum.plus(gone.sum);
    facts = facts.and(gone.facts);
    names = names.size() < MOST_NAMES ? Facts.union(names, gone.names) : names;
    cased &= gone.cased;
    within += gone.within + between;
    expected += gone.expected;
    lengths += gone.lengths;
    span = span.and(gone.span);
    size += gone.size;
  }

  boolean contradicts(StoryCluster other) {
    return !span.mayJoin(other.span, length(other))
        || facts.contradicts(other.facts)
        || (size + other.size <= DETAILS_AGREE && facts.contradictsInDetail(other.facts));
  }

  /**
   * From 1 on the two tell one story, if they name enough in common.
   *
   * @param likenesses summed over their pairs
   */
  double likeness(StoryCluster other, double likenesses) {
    double pairs = (double) size * other.size;
    double length = length(other);
    double less = Math.min(coherence(), other.coherence());
    double more = Math.max(coherence(), other.coherence());
    double together = Math.pow(less, LESS) * Math.pow(more, 1 - LESS);
    double further = Math.min(size, other.size) - 1;
    double large = further / (further + HALF_LARGE);
    double joins = bounds.joins().at(length);
    double asked = joins + (bounds.unites().at(length) - joins) * large;
    return likenesses / pairs / together / asked;
  }

  private double length(StoryCluster other) {
    return (lengths / size + other.lengths / other.size) / 2;
  }

  /** True if the two are alike in what they name, as far as their size asks for it. */
  boolean mayMerge(StoryCluster other) {
    double length = length(other);
    boolean named = cased && other.cased;
    if (size + other.size > FEW) {
      return Math.min(size, other.size) > 1
          || !named
          || sharedNames(other) >= (int) JOINING_NAMES.at(length);
    }
    double cosine = own.dot(other.own) / ((double) size * other.size);
    return named
        ? cosine >= COPY
            || (cosine >= bounds.seed().at(length)
                && sharedNames(other) >= (int) FIRST_NAMES.at(length))
        : cosine >= bounds.seed().at(length) + NAMELESS * length;
  }

  private long sharedNames(StoryCluster other) {
    Set<String> fewer = names.size() <= other.names.size() ? names : other.names;
    Set<String> more = names.size() <= other.names.size() ? other.names : names;
    return fewer.stream().filter(more::contains).count();
  }
}
