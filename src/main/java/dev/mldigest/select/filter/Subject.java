package dev.mldigest.select.filter;

import dev.mldigest.domain.issue.Candidate;
import dev.mldigest.text.WordList;
import dev.mldigest.text.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whether a text is about another subject than this field and its practice, whoever wrote it: no
 * word of the field stands in it at all; or hardly a plain one, nor of practice, and a learner that
 * saw texts of the field and of the general press and web agrees. In doubt a text is ours.
 */
final class Subject {
  /** Fewer words may not reach the point where the subject shows. */
  static final int ENOUGH_WORDS = 150;

  /** Characters that are looked at: by then a text of this field has named it many times. */
  private static final int LEAD = 6_000;

  /** The learner saw beginnings: titles and the first characters of texts. */
  private static final int BEGINNING = 2_000;

  /**
   * From here the learner agrees: of papers and posts of sets not seen 1 and 5 in 100 are above.
   */
  private static final double SURE = 0.7;

  /**
   * Below this share of its words a text names the field in passing only. Of the invented week, by
   * another hand than the lists, ten posts of practice that the rest would cut lie at 0.038 and
   * above.
   */
  private static final double PASSING = 0.03;

  private static final String BIAS = "bias";

  /** All words that a text of the field may use, others too. */
  private static final Set<String> FIELD =
      WordList.read("/select/field.txt").set().stream()
          .map(Words::stem)
          .collect(Collectors.toUnmodifiableSet());

  private static final Map<String, List<String>> PLAIN =
      WordList.read("/select/subject.txt").named();

  private static final Map<String, Double> WEIGHTS = weights();

  private Subject() {}

  private static Map<String, Double> weights() {
    Map<String, Double> weights = new HashMap<>();
    for (String line : WordList.read("/select/subject.weights").lines()) {
      int space = line.indexOf(' ');
      weights.put(line.substring(space + 1), Double.parseDouble(line.substring(0, space)));
    }
    return Map.copyOf(weights);
  }

  static boolean isOther(Candidate candidate) {
    String text = candidate.title() + "\n" + candidate.text();
    String read = text.substring(0, Math.min(text.length(), LEAD));
    List<String> words = Words.stems(read);
    Set<String> stems = new HashSet<>(words);
    long ours = words.stream().filter(FIELD::contains).count();
    return isEnough(candidate.text())
        && (ours == 0
            || (ours < words.size() * PASSING
                && PLAIN.keySet().stream().noneMatch(kind -> speaks(kind, stems))
                && probability(features(candidate.title(), candidate.text())) >= SURE));
  }

  /** Of scripts without blanks no words are told apart: that none is of the field says nothing. */
  private static boolean isEnough(String text) {
    String read = text.substring(0, Math.min(text.length(), LEAD));
    return Words.stems(read).stream().filter(word -> !Words.isSign(word.charAt(0))).count()
        >= ENOUGH_WORDS;
  }

  /** Two words that only the field uses say it, or three of those who practise it. */
  private static boolean speaks(String kind, Set<String> stems) {
    int enough = kind.equals("field") ? 2 : 3;
    return PLAIN.getOrDefault(kind, List.of()).stream()
            .map(Words::stem)
            .distinct()
            .filter(stems::contains)
            .count()
        >= enough;
  }

  /** The words of the beginning, each once, as one vector of length 1. */
  static Map<String, Double> features(String title, String text) {
    String read = title + "\n" + text.substring(0, Math.min(text.length(), BEGINNING));
    Set<String> words =
        Words.stems(read).stream()
            .filter(word -> !Words.isDigit(word.charAt(0)))
            .collect(Collectors.toSet());
    Map<String, Double> features = new TreeMap<>();
    words.forEach(word -> features.put(word, 1 / Math.sqrt(words.size())));
    return features;
  }

  private static double probability(Map<String, Double> features) {
    double score = WEIGHTS.getOrDefault(BIAS, 0.0);
    for (Map.Entry<String, Double> feature : features.entrySet()) {
      score += WEIGHTS.getOrDefault(feature.getKey(), 0.0) * feature.getValue();
    }
    return 1 / (1 + Math.exp(-score));
  }
}
