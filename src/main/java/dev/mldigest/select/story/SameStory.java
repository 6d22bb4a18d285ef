package dev.mldigest.select.story;

import dev.mldigest.text.WordList;
import dev.mldigest.text.Words;
import dev.mldigest.web.CanonicalUrl;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which reports tell the same story. First the certain cases: one address, one text. Then {@link
 * Linkage} on TF-IDF vectors of title, lead and address, in one configuration for headlines of
 * eight words and articles of three hundred: what it asks for goes by length. {@link Facts} veto.
 * The answer depends on neither the order nor the ids of the reports. The hour of a report says
 * nothing here: reports of one story come within minutes and within days.
 */
public final class SameStory {
  /** A term is rare if at most this share of a batch has it (and always in up to ten reports). */
  private static final double RARE = 0.1;

  /** A headline repeats the common words of its story, a text is told from others by rare ones. */
  private static final ByLength RARITY = new ByLength(0.5, 1);

  /** Terms up to which a report counts as a headline. */
  private static final double SHORT_TERMS = 12;

  /** Terms from which it counts as a long text; between the two all constants move evenly. */
  private static final double LONG_TERMS = 72;

  /** A term of the title counts as two of the text. */
  private static final double TITLE = 2;

  /** Likeness from which two stories that stayed apart are nearly one. */
  private static final double CONTESTED = 0.8;

  private SameStory() {}

  /**
   * The number of the story of each piece, in the pieces' order; stories are numbered from 0 by
   * first appearance.
   */
  public static int[] group(List<Piece> pieces) {
    return told(pieces).stories().stream().mapToInt(story -> story).toArray();
  }

  /**
   * Two stories that are nearly one.
   *
   * @param one place of a piece of the one story
   * @param other place of a piece of the other
   * @param likeness as {@link Linkage} has it
   */
  record Contested(int one, int other, double likeness) {}

  /** The stories, and which of them are nearly one, the surest first. */
  record Told(List<Integer> stories, List<Contested> contested) {}

  /** Groups, and names what it was nearly undecided on. */
  static Told told(List<Piece> pieces) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, pieces.size()).boxed().toList());
    order.sort(Comparator.comparing(pieces::get, CONTENT));
    Linkage.Clusters found =
        Linkage.cluster(nodes(order.stream().map(pieces::get).toList()), CONTESTED);
    int[] stories = new int[pieces.size()];
    for (int i = 0; i < stories.length; i++) {
      stories[order.get(i)] = found.labels().get(i);
    }
    List<Contested> contested =
        found.near().stream()
            .map(near ->
                new Contested(order.get(near.one()), order.get(near.other()), near.likeness()))
            .sorted(Comparator.comparingDouble(pair -> -pair.likeness()))
            .toList();
    return new Told(Arrays.stream(renumbered(stories)).boxed().toList(), contested);
  }

  /** By content, so that neither order nor ids decide a tie; ids only part what is identical. */
  private static final Comparator<Piece> CONTENT =
      Comparator.comparing(Piece::title)
          .thenComparing(Piece::text)
          .thenComparing(piece -> String.valueOf(piece.url()))
          .thenComparing(piece -> String.valueOf(piece.publisher()))
          .thenComparing(piece -> String.valueOf(piece.canonical()))
          .thenComparing(Piece::id);

  private static List<ReportNode> nodes(List<Piece> pieces) {
    TermSpace space = new TermSpace();
    pieces.forEach(piece -> space.add(terms(piece)));
    List<SparseVector> vectors = space.vectors(terms -> RARITY.at(length(terms)));
    List<ReportNode> nodes = new ArrayList<>(pieces.size());
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      nodes.add(
          new ReportNode(
              vectors.get(i),
              length(vectors.get(i).size()),
              Facts.of(piece),
              certain(piece),
              space.rare(i, RARE),
              ProperNames.in(piece.text()),
              piece.publisher()));
    }
    return nodes;
  }

  /** 0 for a headline, 1 for a long text. */
  private static double length(int terms) {
    return Math.clamp((terms - SHORT_TERMS) / (LONG_TERMS - SHORT_TERMS), 0, 1);
  }

  private static Map<String, Double> terms(Piece piece) {
    Map<String, Double> counts = new HashMap<>();
    Words.stems(piece.text()).forEach(term -> counts.merge(term, 1.0, Double::sum));
    counts.replaceAll((term, count) -> 1 + Math.log(count));
    Words.stems(piece.title()).forEach(term -> counts.merge(term, TITLE, Double::sum));
    Words.stems(slug(piece.url())).stream()
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

  private static final java.util.Set<String> SLUG_NOISE =
      WordList.read("/select/address-words.txt").set();

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
