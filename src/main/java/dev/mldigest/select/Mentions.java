package dev.mldigest.select;

import dev.mldigest.domain.CanonicalUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the paper that a post or a newsletter item speaks of. A link decides; else the item's title
 * and lead must share the paper's name or its rare words. Papers are found by an inverted index.
 */
public final class Mentions {
  /** The paper spoken of, and how sure that is: from the threshold to about 3. */
  public record Mention(String paper, double score) {}

  private static final double SURE = 0.9;

  /** Newsletters speak of papers this fresh: the week and the one before hold 95 of 100. */
  private static final Duration FRESH = Duration.ofDays(12);

  /** How much surer an older paper must be. */
  private static final double STALE = 0.6;

  /** What an item gains whose title, of at least so many terms, is all in the paper's. */
  private static final double WHOLE_TITLE = 0.4;

  private static final int LEAST_TITLE = 3;

  private static final int PROBES = 24;
  private static final int LONGEST_LIST = 1_500;
  private static final int LEAD = 1_200;
  private static final Pattern LINK =
      Pattern.compile("https?://[a-z0-9.]{2,40}/[a-zA-Z0-9./_-]{4,60}");

  private record Paper(Piece piece, SparseVector vector, Set<String> title, String name) {}

  private final List<Paper> papers = new ArrayList<>();
  private final Map<String, Paper> byId = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<Integer, List<Integer>> index = new HashMap<>();
  private final Map<Integer, List<Integer>> titleIndex = new HashMap<>();
  private final Map<Integer, Integer> documents = new HashMap<>();

  public Mentions(List<Piece> candidates) {
    List<Map<Integer, Double>> counts = new ArrayList<>();
    for (Piece piece : candidates) {
      Map<Integer, Double> count = count(piece.title(), piece.text(), true);
      count.keySet().forEach(term -> documents.merge(term, 1, Integer::sum));
      counts.add(count);
    }
    for (int i = 0; i < candidates.size(); i++) {
      Piece piece = candidates.get(i);
      int place = i;
      counts
          .get(i)
          .keySet()
          .forEach(term -> index.computeIfAbsent(term, t -> new ArrayList<>()).add(place));
      Set<String> title = new HashSet<>(Words.terms(piece.title()));
      title.forEach(term ->
          titleIndex
              .computeIfAbsent(numbers.getOrDefault(term, -1), t -> new ArrayList<>())
              .add(place));
      Paper paper = new Paper(piece, weighted(counts.get(i)), title, name(piece.title()));
      papers.add(paper);
      String id = CanonicalUrl.arxivId(piece.url());
      byId.put(id == null ? piece.id() : id, paper);
    }
  }

  /** What a paper calls itself before the colon of its title; empty if it does not. */
  private static String name(String title) {
    int colon = title.indexOf(':');
    String name = colon < 2 || colon > 40 ? "" : title.substring(0, colon);
    return Words.split(name).size() > 4 ? "" : plain(name);
  }

  private static String plain(String text) {
    return String.join("", Words.split(text.toLowerCase(Locale.ROOT)));
  }

  private Map<Integer, Double> count(String title, String text, boolean learn) {
    Map<String, Double> words = new LinkedHashMap<>();
    Words.terms(text).forEach(term -> words.merge(term, 1.0, Double::sum));
    words.replaceAll((term, count) -> 1 + Math.log(count));
    Words.terms(title).forEach(term -> words.merge(term, 2.0, Double::sum));
    Map<Integer, Double> counts = HashMap.newHashMap(words.size());
    words.forEach((term, count) -> {
      Integer number =
          learn ? numbers.computeIfAbsent(term, t -> numbers.size()) : numbers.get(term);
      if (number != null) {
        counts.put(number, count);
      }
    });
    return counts;
  }

  private SparseVector weighted(Map<Integer, Double> counts) {
    Map<Integer, Double> weights = HashMap.newHashMap(counts.size());
    counts.forEach((term, count) -> weights.put(term, count * idf(term)));
    return SparseVector.of(weights).unit();
  }

  private double idf(int term) {
    return Math.log(
        (papers.size() + documents.size() / 50.0 + 50.0) / documents.getOrDefault(term, 1));
  }

  /** The paper the item speaks of, or null. */
  public @Nullable Mention find(Piece item) {
    return find(item, Integer.MAX_VALUE);
  }

  /**
   * @param known only the first so many papers count
   */
  public @Nullable Mention find(Piece item, int known) {
    String linked = linked(item);
    if (linked != null) {
      Paper paper = byId.get(linked);
      return paper == null ? null : new Mention(paper.piece.id(), 3);
    }
    String text = item.text().length() > LEAD ? item.text().substring(0, LEAD) : item.text();
    SparseVector vector = weighted(count(item.title(), text, false));
    List<String> title = Words.terms(item.title());
    String name = plain(item.title());
    Set<Integer> near = nearby(vector);
    near.addAll(titled(title));
    return near.stream()
        .filter(place -> place < known)
        .map(papers::get)
        .map(paper ->
            new Mention(
                paper.piece.id(), score(paper, vector, title, name) - age(paper.piece, item)))
        .filter(mention -> mention.score >= SURE)
        .max(Comparator.comparingDouble(Mention::score).thenComparing(Mention::paper))
        .orElse(null);
  }

  /** The one paper an item links to; null if none or several. */
  private static @Nullable String linked(Piece item) {
    Set<String> ids = new TreeSet<>();
    Matcher links = LINK.matcher(item.text());
    while (links.find()) {
      String id = CanonicalUrl.arxivId(links.group().replaceAll("[.)]+$", ""));
      if (id != null) {
        ids.add(id);
      }
    }
    return ids.size() == 1 ? ids.iterator().next() : null;
  }

  private double score(Paper paper, SparseVector vector, List<String> title, String name) {
    double shared = 0;
    double all = 0;
    for (String term : title) {
      Integer number = numbers.get(term);
      double weight = number == null ? 8 : idf(number);
      all += weight;
      shared += paper.title.contains(term) ? weight : 0;
    }
    boolean said = title.size() >= LEAST_TITLE && paper.title.containsAll(title);
    double whole = said ? WHOLE_TITLE : 0;
    boolean named = paper.name.length() > 2 && name.startsWith(paper.name);
    return paper.vector.dot(vector) * 2
        + (all == 0 ? 0 : 0.6 * shared / all)
        + (named ? 0.5 : 0)
        + whole;
  }

  private static double age(Piece paper, Piece item) {
    Instant written = paper.date();
    Instant told = item.date();
    return written != null && told != null && written.isBefore(told.minus(FRESH)) ? STALE : 0;
  }

  /** Papers with the two rarest words of a title in theirs, however common these are. */
  private Set<Integer> titled(List<String> title) {
    List<Integer> rarest =
        title.stream()
            .distinct()
            .map(numbers::get)
            .filter(number -> number != null && titleIndex.containsKey(number))
            .sorted(
                Comparator.comparingInt(
                    number -> titleIndex.getOrDefault(number, List.of()).size()))
            .limit(2)
            .toList();
    if (rarest.size() < 2) {
      return Set.of();
    }
    Set<Integer> places = new HashSet<>(titleIndex.getOrDefault(rarest.get(0), List.of()));
    places.retainAll(new HashSet<>(titleIndex.getOrDefault(rarest.get(1), List.of())));
    return places;
  }

  private Set<Integer> nearby(SparseVector vector) {
    Set<Integer> places = new TreeSet<>();
    Arrays.stream(vector.heaviest(PROBES))
        .mapToObj(i -> index.getOrDefault(vector.term(i), List.of()))
        .filter(list -> list.size() <= LONGEST_LIST)
        .forEach(places::addAll);
    return places;
  }
}
