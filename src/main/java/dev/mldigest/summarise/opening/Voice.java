package dev.mldigest.summarise.opening;

import dev.mldigest.summarise.ground.UnfitSentences;
import dev.mldigest.text.TextCut;
import dev.mldigest.text.TextLength;
import dev.mldigest.text.Texts;
import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How the editor writes: passages of the editor's own from earlier issues, of which a prompt shows
 * those most like its matter, by the cosine of TF-IDF vectors. The same passages and matter give
 * the same examples.
 */
public final class Voice {
  public static final Voice NONE = new Voice(List.of());

  // Three passages of sixty words are 250 tokens a question; docs/models.md counts a week by it.
  private static final int EXAMPLES = 3;
  private static final int MOST_WORDS = 60;

  /** Sixty long words; a run of letters without blanks counts as one word. */
  private static final int MOST_CHARS = 600;

  /** Compared for every question: half a year of an editor who writes fifteen a week. */
  private static final int MOST_PASSAGES = 400;

  private final List<String> passages;
  private final List<Map<String, Double>> vectors = new ArrayList<>();
  private final Map<String, Integer> documents = new HashMap<>();

  /**
   * @param passages plain text, newest first; what speaks to a model or holds an address is left
   *     out
   */
  public Voice(List<String> passages) {
    this.passages =
        passages.stream()
            .map(Texts::oneLine)
            .filter(text ->
                !text.isEmpty() && !UnfitSentences.test(text) && !UnfitSentences.holdsMarkup(text))
            .distinct()
            .limit(MOST_PASSAGES)
            .toList();
    this.passages.forEach(
        text -> new HashSet<>(Words.roots(text)).forEach(w -> documents.merge(w, 1, Integer::sum)));
    this.passages.forEach(text -> vectors.add(vector(text)));
  }

  /**
   * At most three passages of at most sixty words, one a line; {@code (none)} if there are none.
   */
  public String examples(String matter) {
    Map<String, Double> wanted = vector(matter);
    double[] alike = vectors.stream().mapToDouble(vector -> dot(vector, wanted)).toArray();
    String lines =
        IntStream.range(0, alike.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -alike[i]))
            .limit(EXAMPLES)
            .map(i -> "- " + shortened(passages.get(i)))
            .collect(Collectors.joining("\n"));
    return lines.isEmpty() ? "(none)" : lines;
  }

  private Map<String, Double> vector(String text) {
    Map<String, Double> vector = new HashMap<>();
    Words.roots(text).forEach(word -> vector.merge(word, 1.0, Double::sum));
    vector.replaceAll((word, count) ->
        (1 + Math.log(count))
            * Math.log((1.0 + passages.size()) / (0.5 + documents.getOrDefault(word, 0))));
    double length = Math.sqrt(vector.values().stream().mapToDouble(v -> v * v).sum());
    vector.replaceAll((word, value) -> length == 0 ? 0 : value / length);
    return vector;
  }

  private static double dot(Map<String, Double> one, Map<String, Double> other) {
    return one.entrySet().stream()
        .mapToDouble(e -> e.getValue() * other.getOrDefault(e.getKey(), 0.0))
        .sum();
  }

  private static String shortened(String text) {
    int end = TextLength.end(text, MOST_WORDS);
    String front = end == text.length() ? text : TextCut.front(text, end) + " …";
    return TextCut.front(front, MOST_CHARS);
  }
}
