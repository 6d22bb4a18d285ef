package dev.mldigest.summarise.offline;

import dev.mldigest.text.WordList;
import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What each sentence of a text does, by its form and its place: says a result, releases something,
 * tells the background, addresses the reader. Named features without the subject's words, so that
 * what is learned from posts on one field serves another. Linear in the text.
 */
final class Telling {
  private static final Map<String, Pattern> FORMS = forms();

  /** Places are told apart in halves, quarters and so on: 0, 1, 2-3, 4-7, … */
  private static final int FARTHEST = 7;

  /** A sentence of fewer words tells little, one of more is read twice. */
  private static final int SHORT = 10;

  private static final int LONG = 34;

  /** Better than others, as good, or good. */
  private static final Pattern VAGUE =
      Pattern.compile(
          "\\b(?:outperform\\w*|surpass\\w*|exceed\\w*|beats?|superior\\w*|state[- ]of[- ]the[-"
              + " ]art|sota|competitive|on par|comparable|effectiveness|efficacy|promising|strong"
              + " performance|rivals?|excels?|(?:significant|substantial|consistent|remarkable)\\w*"
              + " (?:\\w+ )?(?:improve\\w*|gains?|boosts?|enhanc\\w*)|improv\\w+"
              + " (?:significant|substantial)ly)\\b");

  /** By how much: a share, a factor, a decimal, "from 5 to 7"; no version and no name's number. */
  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?<![\\w.-])(?:[$€£+]?\\d[\\d.,]*\\s?(?:%|percent|x\\b|×|-?fold|times|points|k\\b|m\\b|b\\b|million"
              + "|billion|trillion|hours|days|ms\\b)|\\+?\\d+\\.\\d+(?![\\w.])|[$€£]\\d|(?:by|from|to|only|of|over)"
              + " \\+?\\d[\\d,]*(?![\\w-]))");

  /** "Surpasses GPT-5": better than what is named with its version. */
  private static final Pattern RIVAL =
      Pattern.compile(
          "(?:[Ss]urpass|[Oo]utperform|\\b[Bb]eat|[Ee]xceed|[Mm]atch|on par with|comparable"
              + " to|than|over)\\p{L}* (?:[\\w-]+ ){0,3}?\\p{Lu}[\\w.-]*\\d");

  private Telling() {}

  private static Map<String, Pattern> forms() {
    Map<String, Pattern> forms = new LinkedHashMap<>();
    for (String line : WordList.read("/summarise/telling.txt").lines()) {
      String[] parts = line.split("\t", 2);
      forms.put(parts[0], Pattern.compile(parts[1]));
    }
    return forms;
  }

  /** The features of every sentence, in their order. */
  static List<Map<String, Double>> of(String title, List<String> sentences) {
    Set<String> heading = Set.copyOf(Words.roots(title));
    List<List<String>> roots = sentences.stream().map(Words::roots).toList();
    Map<String, Integer> counts = new HashMap<>();
    roots.forEach(r -> new HashSet<>(r).forEach(root -> counts.merge(root, 1, Integer::sum)));
    List<Map<String, Double>> all = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      Map<String, Double> f = new HashMap<>();
      place(f, i, sentences.size());
      f.put("title covered", share(heading, roots.get(i)));
      f.put("title only", alike(roots.get(i), heading));
      f.put("central", centrality(roots.get(i), counts, sentences.size()));
      wording(f, sentences.get(i));
      all.add(f);
    }
    return all;
  }

  private static void place(Map<String, Double> f, int i, int n) {
    int place = i == 0 ? 0 : Math.min(FARTHEST, 32 - Integer.numberOfLeadingZeros(i));
    f.put("from start " + place, 1.0);
    f.put("relative place", n == 1 ? 0.0 : (double) i / (n - 1));
    f.put("near end", i >= n - Math.max(2, n / 12) ? 1.0 : 0.0);
  }

  private static void wording(Map<String, Double> f, String sentence) {
    String low = sentence.replace('’', '\'').toLowerCase(Locale.ROOT);
    FORMS.forEach((name, form) -> f.put(name, form.matcher(low).find() ? 1.0 : 0.0));
    boolean figures = low.chars().anyMatch(c -> c >= '0' && c <= '9');
    f.put("figure", figures ? 1.0 : 0.0);
    f.put("result with measure", f.getOrDefault("result", 0.0) * f.getOrDefault("measure", 0.0));
    boolean amount = figures && AMOUNT.matcher(low).find();
    boolean better = VAGUE.matcher(low).find();
    boolean rival = better && RIVAL.matcher(sentence).find();
    f.put("vague", better && !amount && !rival ? 1.0 : 0.0);
    f.put("rival", rival ? 1.0 : 0.0);
    f.put("amount", amount ? 1.0 : 0.0);
    f.put("command", CommandForm.test(sentence) ? 1.0 : 0.0);
    f.put("hype alone", f.getOrDefault("hype", 0.0) * (figures ? 0 : 1));
    f.put("boast alone", f.getOrDefault("boast", 0.0) * (figures ? 0 : 1));
    int length = Words.count(sentence);
    f.put("too long", Math.max(0, length - LONG) / 10.0);
    f.put("too short", Math.max(0, SHORT - length) / 3.0);
    f.put("length", Math.min(length, LONG) / 20.0);
    f.put("names", names(sentence) / 4.0);
  }

  /** Words with a capital inside the sentence, at most four: names and what was built. */
  private static double names(String sentence) {
    String[] words = sentence.split("\\s+");
    int names = 0;
    for (int i = 1; i < words.length && names < 4; i++) {
      names += !words[i].isEmpty() && Character.isUpperCase(words[i].charAt(0)) ? 1 : 0;
    }
    return names;
  }

  private static double share(Set<String> heading, List<String> roots) {
    if (heading.isEmpty()) {
      return 0;
    }
    Set<String> seen = new HashSet<>(roots);
    return (double) heading.stream().filter(seen::contains).count() / heading.size();
  }

  /** The share of the sentence's own words that the title has already said. */
  static double alike(List<String> roots, Set<String> heading) {
    return roots.isEmpty()
        ? 0
        : (double) roots.stream().filter(heading::contains).count() / roots.size();
  }

  /** Mean share of the sentences that use each root, damped so that a few frequent ones suffice. */
  private static double centrality(List<String> roots, Map<String, Integer> counts, int n) {
    return roots.stream()
        .mapToDouble(root -> Math.sqrt((counts.getOrDefault(root, 1) - 1.0) / n))
        .average()
        .orElse(0);
  }
}
