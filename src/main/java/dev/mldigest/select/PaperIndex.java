package dev.mldigest.select;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  record Terms(int[] title, SparseVector vector) {
    boolean titled(int term) {
      return Arrays.stream(title).anyMatch(own -> own == term);
    }
  }

  static final int UNKNOWN = -1;

  /** As if so many papers more had none of the terms: keeps weights sane among few papers. */
  private static final double SMOOTH = 50;

  private static final double IN_TITLE = 2;

  private static final int PROBES = 24;
  private static final int LONGEST_LIST = 1_500;
  private static final int NEAREST = 60;

  private final Abbreviations abbreviations;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Terms> papers = new ArrayList<>();
  private final Map<Integer, List<Integer>> places = new HashMap<>();
  private final Map<Integer, List<Integer>> titlePlaces = new HashMap<>();

  PaperIndex(List<Piece> pieces) {
    abbreviations = Abbreviations.of(pieces.stream().map(Piece::text).toList());
    List<int[]> titles = new ArrayList<>();
    List<Map<Integer, Double>> counts = new ArrayList<>();
    for (int place = 0; place < pieces.size(); place++) {
      List<String> title = terms(pieces.get(place).title());
      Map<String, Double> count = count(title, terms(pieces.get(place).text()));
      count.keySet().forEach(term -> numbers.putIfAbsent(term, numbers.size()));
      titles.add(numbers(title));
      counts.add(numbered(count));
      int here = place;
      counts.get(place).keySet().forEach(term -> add(places, term, here));
      Arrays.stream(titles.get(place)).distinct().forEach(term -> add(titlePlaces, term, here));
    }
    for (int place = 0; place < pieces.size(); place++) {
      papers.add(new Terms(titles.get(place), weighted(counts.get(place))));
    }
  }

  private static void add(Map<Integer, List<Integer>> lists, int term, int place) {
    lists.computeIfAbsent(term, t -> new ArrayList<>()).add(place);
  }

  Terms paper(int place) {
    return papers.get(place);
  }

  /** Any other text, in the terms of the papers. */
  Terms read(String title, String text) {
    List<String> titleTerms = terms(title);
    return new Terms(
        numbers(titleTerms), weighted(numbered(count(titleTerms, terms(text)))));
  }

  /** How much a term tells: the rarer, the more. */
  double weight(int term) {
    int papersWithIt = term == UNKNOWN ? 1 : places.getOrDefault(term, List.of()).size();
    return Math.log((papers.size() + SMOOTH) / papersWithIt);
  }

  /** The places below {@code known} of the papers worth a closer look. */
  Set<Integer> near(Terms item, int known) {
    Map<Integer, Double> shared = new HashMap<>();
    for (int i : item.vector().heaviest(PROBES)) {
      List<Integer> list = places.getOrDefault(item.vector().term(i), List.of());
      double weight = item.vector().weight(i);
      if (list.size() <= LONGEST_LIST) {
        list.forEach(place -> shared.merge(place, weight, Double::sum));
      }
    }
    Set<Integer> near = new TreeSet<>(titled(item.title()));
    shared.entrySet().stream()
        .filter(e -> e.getKey() < known)
        .sorted(Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder()))
        .limit(NEAREST)
        .forEach(e -> near.add(e.getKey()));
    near.removeIf(place -> place >= known);
    return near;
  }

  /** Papers with the two rarest words of a title in theirs, however common the second is. */
  private Set<Integer> titled(int[] title) {
    int[] rarest =
        Arrays.stream(title)
            .distinct()
            .filter(titlePlaces::containsKey)
            .boxed()
            .sorted(
                Comparator.comparingInt((Integer term) -> titlePlaces(term).size())
                    .thenComparing(term -> term))
            .mapToInt(Integer::intValue)
            .limit(2)
            .toArray();
    Set<Integer> found = new HashSet<>();
    if (rarest.length == 2 && titlePlaces(rarest[0]).size() <= LONGEST_LIST) {
      titlePlaces(rarest[0]).stream()
          .filter(place -> papers.get(place).titled(rarest[1]))
          .forEach(found::add);
    }
    return found;
  }

  private List<Integer> titlePlaces(int term) {
    return titlePlaces.getOrDefault(term, List.of());
  }

  private List<String> terms(String text) {
    return abbreviations.fold(Words.terms(text));
  }

  private static Map<String, Double> count(List<String> title, List<String> text) {
    Map<String, Double> words = new LinkedHashMap<>();
    text.forEach(term -> words.merge(term, 1.0, Double::sum));
    words.replaceAll((term, count) -> 1 + Math.log(count));
    title.forEach(term -> words.merge(term, IN_TITLE, Double::sum));
    return words;
  }

  private int[] numbers(List<String> terms) {
    return terms.stream().mapToInt(term -> numbers.getOrDefault(term, UNKNOWN)).toArray();
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

  private SparseVector weighted(Map<Integer, Double> counts) {
    counts.replaceAll((term, count) -> count * weight(term));
    return SparseVector.of(counts).unit();
  }
}
