package dev.mldigest.select;

import dev.mldigest.domain.CanonicalUrl;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which reports tell the same story. First the certain cases: one address, one text. Then average
 * linkage on TF-IDF vectors of title, lead and address, measured as <em>lift</em>: how many times
 * more alike two reports are than two reports of this batch taken at random. Lift makes one
 * threshold fit headlines of eight words and articles of three hundred (cosine needs .04 and .20).
 * {@link Facts} veto. The answer depends on neither the order nor the ids of the reports.
 */
public final class SameStory {
  /** Times as alike as strangers; best on news articles 6.9, on headlines 6.1. */
  private static final double LIFT = 7;

  /** A term is rare if at most this share of a batch has it (and always in up to ten reports). */
  private static final double RARE = 0.03;

  /**
   * Least background of a long text: abstracts of one field share its vocabulary, and without this
   * a week of distinct papers fell into 1,717 clusters instead of 1,967 (2,138 abstracts); it asks
   * for a cosine of about a quarter.
   */
  private static final double LONG_TEXT_BACKGROUND = 0.03;

  private static final double SHORT_TERMS = 12;
  private static final double LONG_TERMS = 72;

  /** What strangers have in common before a batch is large enough to say. */
  private static final double PRIOR_BACKGROUND = 0.02;

  private static final double PRIOR_WEIGHT = 50;
  private static final double TITLE = 2;

  private SameStory() {}

  /**
   * The number of the story of each piece, in the pieces' order; stories are numbered from 0 by
   * first appearance.
   */
  public static int[] group(List<Piece> pieces) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, pieces.size()).boxed().toList());
    order.sort(Comparator.comparing(pieces::get, CONTENT));
    int[] story = new Linkage(LIFT).cluster(nodes(order.stream().map(pieces::get).toList()));
    int[] stories = new int[story.length];
    for (int i = 0; i < story.length; i++) {
      stories[order.get(i)] = story[i];
    }
    return renumbered(stories);
  }

  /** By content, so that neither order nor ids decide a tie; ids only part what is identical. */
  private static final Comparator<Piece> CONTENT =
      Comparator.comparing(Piece::title)
          .thenComparing(Piece::text)
          .thenComparing(piece -> String.valueOf(piece.url()))
          .thenComparing(piece -> String.valueOf(piece.publisher()))
          .thenComparing(piece -> String.valueOf(piece.canonical()))
          .thenComparing(Piece::id);

  private static List<Linkage.Node> nodes(List<Piece> pieces) {
    TermSpace space = new TermSpace();
    pieces.forEach(piece -> space.add(terms(piece)));
    List<SparseVector> vectors = byLift(space.vectors(), space.size());
    Names names = new Names(pieces);
    List<Linkage.Node> nodes = new ArrayList<>(pieces.size());
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      nodes.add(
          new Linkage.Node(
              vectors.get(i),
              Facts.of(piece, names.of(i)),
              certain(piece),
              space.rare(i, RARE),
              piece.publisher()));
    }
    return nodes;
  }

  /** Divides by the root of what each has in common with a stranger: dot products become lifts. */
  private static List<SparseVector> byLift(List<SparseVector> vectors, int terms) {
    double[] sum = new double[terms];
    for (SparseVector vector : vectors) {
      for (int i = 0; i < vector.size(); i++) {
        sum[vector.term(i)] += vector.weight(i);
      }
    }
    List<SparseVector> scaled = new ArrayList<>(vectors.size());
    for (SparseVector vector : vectors) {
      double common = -vector.dot(vector);
      for (int i = 0; i < vector.size(); i++) {
        common += vector.weight(i) * sum[vector.term(i)];
      }
      double background =
          (Math.max(0, common) + PRIOR_WEIGHT * PRIOR_BACKGROUND)
              / (vectors.size() - 1 + PRIOR_WEIGHT);
      scaled.add(vector.times(1 / Math.sqrt(Math.max(background, leastBackground(vector)))));
    }
    return scaled;
  }

  private static double leastBackground(SparseVector vector) {
    double length = (vector.size() - SHORT_TERMS) / (LONG_TERMS - SHORT_TERMS);
    return LONG_TEXT_BACKGROUND * Math.clamp(length, 0, 1);
  }

  private static Map<String, Double> terms(Piece piece) {
    Map<String, Double> counts = new HashMap<>();
    Words.terms(piece.text()).forEach(term -> counts.merge(term, 1.0, Double::sum));
    counts.replaceAll((term, count) -> 1 + Math.log(count));
    Words.terms(piece.title()).forEach(term -> counts.merge(term, TITLE, Double::sum));
    Words.terms(slug(piece.url())).stream()
        .distinct()
        .forEach(term -> counts.merge(term, 1.0, Double::sum));
    return counts;
  }

  /** The words of the address: editors often put there what a clever headline leaves out. */
  private static String slug(@Nullable String url) {
    int path = url == null ? -1 : url.indexOf('/', url.indexOf("://") + 3);
    if (url == null || path < 0) {
      return "";
    }
    int end = url.length();
    for (char mark : new char[] {'?', '#'}) {
      int at = url.indexOf(mark);
      end = at >= 0 ? Math.min(end, at) : end;
    }
    StringBuilder words = new StringBuilder();
    for (String word : url.substring(Math.min(path, end), end).split("[^\\p{L}\\p{N}]+")) {
      if (word.length() > 2
          && word.chars().noneMatch(c -> c >= '0' && c <= '9')
          && !SLUG_NOISE.contains(word)) {
        words.append(word).append(' ');
      }
    }
    return words.toString();
  }

  private static final java.util.Set<String> SLUG_NOISE = WordList.read("address-words.txt");

  /** What only reports of the same page or text share. */
  private static List<String> certain(Piece piece) {
    List<String> keys = new ArrayList<>();
    for (String url : new String[] {piece.url(), piece.canonical()}) {
      CanonicalUrl.of(url)
          .filter(SameStory::isAPage)
          .map(CanonicalUrl::key)
          .ifPresent(key -> keys.add("url " + key));
    }
    List<String> words = Words.split(piece.text().toLowerCase(java.util.Locale.ROOT));
    if (words.size() >= 40) { // shorter texts are stock phrases
      keys.add("text " + String.join(" ", words.subList(0, Math.min(words.size(), 400))));
    }
    return keys;
  }

  /** A site's front page is where careless templates let every article's canonical link lead. */
  private static boolean isAPage(String canonical) {
    int path = canonical.indexOf('/', canonical.indexOf("://") + 3);
    return canonical.length() > path + 1;
  }

  private static int[] renumbered(int[] labels) {
    Map<Integer, Integer> order = new HashMap<>();
    int[] numbers = new int[labels.length];
    for (int i = 0; i < labels.length; i++) {
      numbers[i] = order.computeIfAbsent(labels[i], label -> order.size());
    }
    return numbers;
  }
}
