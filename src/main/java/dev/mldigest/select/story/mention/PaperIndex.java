package dev.mldigest.select.story.mention;

import dev.mldigest.select.piece.Piece;
import dev.mldigest.select.piece.SparseVector;
import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

/**
 * Papers by their words: each as a vector weighted by how rare its terms are among all of them, and
 * an inverted index to find those that may be meant. What is found is a superset, to be judged.
 */
final class PaperIndex {
  /**
   * @param title the terms of the title, in order; {@link #UNKNOWN} where no paper has it
   */
  record PaperTerms(List<Integer> title, SparseVector vector) {
    boolean titled(int term) {
      return title.contains(term);
    }
  }

  /** No term has this number. */
  static final int UNKNOWN = -1;

  /** As if so many papers more had none of the terms: keeps weights sane among few papers. */
  private static final double SMOOTH = 50;

  /** A term of the title counts as two of the abstract. */
  private static final double IN_TITLE = 2;

  /** What is looked up of an item: its heaviest terms, with lists of at most so many papers. */
  private static final int PROBES = 32;

  /** Measured: with 1,500 some papers are not found (docs/selection.md). */
  private static final int LONGEST_LIST = 8_000;

  /** Papers that are then weighed by all signs: that costs most of the time. */
  private static final int NEAREST = 60;

  private final Abbreviations abbreviations;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final int size;
  private final List<PaperTerms> papers = new ArrayList<>();

  /** The papers of each term, one list after the other: where they start, who, how heavy. */
  private final int[] starts;

  private final int[] places;
  private final float[] weights;
  private final Map<Integer, List<Integer>> titlePlaces = new HashMap<>();

  PaperIndex(List<Piece> pieces) {
    abbreviations = Abbreviations.of(pieces.stream().map(Piece::text).toList());
    List<List<Integer>> titles = new ArrayList<>();
    List<Map<Integer, Double>> counts = new ArrayList<>();
    for (int place = 0; place < pieces.size(); place++) {
      List<String> title = terms(pieces.get(place).title());
      Map<String, Double> count = count(title, terms(pieces.get(place).text()));
      count.keySet().forEach(term -> numbers.putIfAbsent(term, numbers.size()));
      titles.add(numbers(title));
      counts.add(numbered(count));
      for (int term : new HashSet<>(titles.get(place))) {
        titlePlaces.computeIfAbsent(term, t -> new ArrayList<>()).add(place);
      }
    }
    starts = new int[numbers.size() + 1];
    counts.forEach(count -> count.keySet().forEach(term -> starts[term + 1]++));
    size = pieces.size();
    Arrays.parallelPrefix(starts, Integer::sum);
    places = new int[starts[numbers.size()]];
    weights = new float[places.length];
    int[] next = starts.clone();
    for (int place = 0; place < pieces.size(); place++) {
      SparseVector vector = heavy(counts.get(place)).unit();
      papers.add(new PaperTerms(titles.get(place), vector));
      for (int i = 0; i < vector.size(); i++) {
        int at = next[vector.term(i)]++;
        places[at] = place;
        weights[at] = vector.weight(i);
      }
    }
  }

  PaperTerms paper(int place) {
    return papers.get(place);
  }

  /** Any other text, in the terms of the papers; what no paper says makes it less like any. */
  PaperTerms read(String title, String text) {
    List<String> titleTerms = terms(title);
    Map<String, Double> counts = count(titleTerms, terms(text));
    double squares = 0;
    for (Map.Entry<String, Double> count : counts.entrySet()) {
      double weight = count.getValue() * weight(numbers.getOrDefault(count.getKey(), UNKNOWN));
      squares += weight * weight;
    }
    SparseVector vector = heavy(numbered(counts));
    return new PaperTerms(
        numbers(titleTerms), vector.times(squares == 0 ? 0 : 1 / Math.sqrt(squares)));
  }

  /** How much a term tells: the rarer, the more. */
  double weight(int term) {
    return Math.log((size + SMOOTH) / (term == UNKNOWN ? 1 : papersWith(term)));
  }

  private int papersWith(int term) {
    return starts[term + 1] - starts[term];
  }

  /** The places below {@code known} of the papers worth a closer look. */
  Set<Integer> near(PaperTerms item, int known) {
    float[] shared = new float[Math.min(known, size)];
    for (int i : item.vector().heaviest(PROBES)) {
      int term = item.vector().term(i);
      if (papersWith(term) <= LONGEST_LIST) {
        // The papers of a term stand in order, so the known ones come first.
        for (int at = starts[term]; at < starts[term + 1] && places[at] < known; at++) {
          shared[places[at]] += item.vector().weight(i) * weights[at];
        }
      }
    }
    Set<Integer> near = new TreeSet<>(titled(item.title()));
    near.addAll(greatest(shared));
    near.removeIf(place -> place >= known);
    return near;
  }

  private static Collection<Integer> greatest(float[] values) {
    PriorityQueue<Integer> kept =
        new PriorityQueue<>((a, b) -> Float.compare(values[a], values[b]));
    for (int i = 0; i < values.length; i++) {
      if (values[i] > 0 && (kept.size() < NEAREST || values[i] > values[kept.element()])) {
        kept.add(i);
        if (kept.size() > NEAREST) {
          kept.remove();
        }
      }
    }
    return kept;
  }

  /** Papers with the two rarest words of a title in theirs, however common the second is. */
  private Set<Integer> titled(List<Integer> title) {
    List<Integer> rarest =
        title.stream()
            .distinct()
            .filter(titlePlaces::containsKey)
            .sorted(
                Comparator.comparingInt((Integer term) -> titlePlaces(term).size())
                    .thenComparing(term -> term))
            .limit(2)
            .toList();
    Set<Integer> found = new HashSet<>();
    if (rarest.size() == 2 && titlePlaces(rarest.get(0)).size() <= LONGEST_LIST) {
      titlePlaces(rarest.get(0)).stream()
          .filter(place -> papers.get(place).titled(rarest.get(1)))
          .forEach(found::add);
    }
    return found;
  }

  private List<Integer> titlePlaces(int term) {
    return titlePlaces.getOrDefault(term, List.of());
  }

  private List<String> terms(String text) {
    return abbreviations.fold(Words.stems(text));
  }

  private static Map<String, Double> count(List<String> title, List<String> text) {
    Map<String, Double> words = new LinkedHashMap<>();
    text.forEach(term -> words.merge(term, 1.0, Double::sum));
    words.replaceAll((term, count) -> 1 + Math.log(count));
    title.forEach(term -> words.merge(term, IN_TITLE, Double::sum));
    return words;
  }

  private List<Integer> numbers(List<String> terms) {
    return terms.stream().map(term -> numbers.getOrDefault(term, UNKNOWN)).toList();
  }

  private Map<Integer, Double> numbered(Map<String, Double> counts) {
    Map<Integer, Double> numbered = HashMap.newHashMap(counts.size());
    counts.forEach((term, count) -> {
      Integer number = numbers.get(term);
      if (number != null) {
        numbered.put(number, count);
      }
    });
    return numbered;
  }

  private SparseVector heavy(Map<Integer, Double> counts) {
    counts.replaceAll((term, count) -> count * weight(term));
    return SparseVector.of(counts);
  }
}
