package dev.mldigest.summarise.offline;

import dev.mldigest.text.Texts;
import dev.mldigest.text.WordList;
import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@link SentenceRanker} and its training see of an abstract: named features of every form of
 * its first {@value #MOST_SENTENCES} sentences. Linear in the text but for the centrality of a
 * sentence among the others.
 */
public final class GistFeatures {
  /** Abstracts have ten; centrality compares in pairs, and a whole paper would cost seconds. */
  static final int MOST_SENTENCES = 60;

  /** A form of the sentence with that index. */
  public record Wording(
      int sentence, Trims.Form form, Map<String, Double> ofSentence, Map<String, Double> ofForm) {

    /** Every feature once: no name is in both maps. */
    public Stream<Map.Entry<String, Double>> features() {
      return Stream.concat(ofSentence.entrySet().stream(), ofForm.entrySet().stream());
    }
  }

  /** The authors speak of what they did: "we", "this paper". */
  private static final Pattern CUE =
      Pattern.compile(
          String.join("|", WordList.read("/summarise/gist-cues.txt").lines()),
          Pattern.CASE_INSENSITIVE);

  /** The same without "we": what is proposed, what the experiments say. */
  private static final Pattern OWN =
      Pattern.compile(
          "(?i)\\b(?:our|(?:is|are) (?:proposed|presented|introduced|developed)|the"
              + " (?:paper|study|work)|results|experiments)\\b");

  private final List<String> sentences;
  private final List<Set<String>> stems;
  private final Set<String> heading;
  private final Set<String> headingPairs;

  /** Forms share their words, so each is stemmed once. */
  private final Map<String, String> stemOf = new HashMap<>();

  private GistFeatures(String title, List<String> sentences) {
    this.sentences = sentences;
    this.stems = sentences.stream().map(s -> content(Words.of(s))).toList();
    this.heading = content(Words.of(title));
    this.headingPairs = pairs(Words.of(title));
  }

  /** True if the authors speak of what they did. */
  static boolean isOwn(String sentence) {
    return CUE.matcher(sentence).find() || OWN.matcher(sentence).find();
  }

  /** All forms in the order of the sentences, each sentence's whole form first. */
  public static List<Wording> of(String title, List<String> sentences) {
    int read = Math.min(MOST_SENTENCES, sentences.size());
    return new GistFeatures(title, List.copyOf(sentences.subList(0, read))).all();
  }

  private List<Wording> all() {
    List<Map<String, Double>> shared = shared();
    List<Wording> all = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      List<Trims.Form> forms = Trims.of(sentences.get(i));
      List<String> whole = Words.of(forms.getFirst().text());
      for (Trims.Form form : forms) {
        Map<String, Double> features = new HashMap<>();
        List<String> words = Words.of(form.text());
        wording(features, form.text(), words);
        if (!form.cuts().isEmpty()) {
          cuts(features, form.cuts(), words, whole);
        }
        all.add(new Wording(i, form, shared.get(i), features));
      }
    }
    return all;
  }

  /** What all forms of a sentence have in common. */
  private List<Map<String, Double>> shared() {
    List<Map<String, Double>> all = new ArrayList<>();
    int cues = 0;
    for (int i = 0; i < sentences.size(); i++) {
      Map<String, Double> f = new HashMap<>();
      position(f, i, sentences.size());
      boolean cue = CUE.matcher(sentences.get(i)).find();
      f.put(cue ? "cue sentence " + Math.min(cues + 1, 3) : "no cue", 1.0);
      f.put("before all cues", !cue && cues == 0 ? 1.0 : 0.0);
      cues += cue ? 1 : 0;
      f.put("title covered whole", share(heading, stems.get(i)));
      f.put("title pairs", share(headingPairs, pairs(Words.of(sentences.get(i)))));
      f.put("centrality", centrality(i));
      all.add(f);
    }
    relative(all, "title covered whole");
    relative(all, "centrality");
    return all;
  }

  private static void position(Map<String, Double> f, int i, int n) {
    f.put("from start " + Math.min(i, 8), 1.0);
    f.put("from end " + Math.min(n - 1 - i, 4), 1.0);
    f.put("place " + (n == 1 ? 0 : 5 * i / n) + " of 5", 1.0);
    f.put("relative place", n == 1 ? 0.0 : (double) i / (n - 1));
  }

  private void wording(Map<String, Double> f, String text, List<String> words) {
    Set<String> content = content(words);
    f.put("title covered", share(heading, content));
    f.put("title precision", share(content, heading));
    f.put("length " + Math.min(words.size() / 4, 14), 1.0);
    f.put("length", words.size() / 25.0);
    f.put("has number", text.chars().anyMatch(Character::isDigit) ? 1.0 : 0.0);
    f.put("has bracket", text.indexOf('(') >= 0 ? 1.0 : 0.0);
    f.put("has colon", text.indexOf(':') >= 0 ? 1.0 : 0.0);
    f.put("commas", Math.min(6, Texts.count(text, ",")) / 3.0);
    f.put("is question", text.endsWith("?") ? 1.0 : 0.0);
    if (words.size() > 1) {
      f.put("opens " + words.get(0), 1.0);
      f.put("opens " + words.get(0) + " " + words.get(1), 1.0);
    }
    words.forEach(word -> f.put("word " + stem(word), 1.0));
  }

  private void cuts(
      Map<String, Double> f, List<String> cuts, List<String> words, List<String> whole) {
    double lost = whole.size() - words.size();
    for (String cut : cuts) {
      f.put("cut " + cut, 1.0);
      f.put("cut words, " + cut, lost / 10);
    }
    f.put("cut", 1.0);
    f.put("cut words", lost / 10);
    f.put("cut share", lost / whole.size());
    f.put("kept " + Math.min(words.size() / 4, 9), 1.0);
    Set<String> gone = new HashSet<>(content(whole));
    gone.removeAll(content(words));
    f.put("title in the cut", share(gone, heading));
    f.put("title word in the cut", gone.stream().anyMatch(heading::contains) ? 1.0 : 0.0);
  }

  /** Mean share of the sentence's stems that the other sentences use. */
  private double centrality(int i) {
    double sum = 0;
    for (int j = 0; j < stems.size(); j++) {
      sum += j == i ? 0 : share(stems.get(i), stems.get(j));
    }
    return stems.size() == 1 ? 0 : sum / (stems.size() - 1);
  }

  private static double share(Set<String> of, Set<String> in) {
    int shared = 0;
    for (String stem : of) {
      shared += in.contains(stem) ? 1 : 0;
    }
    return of.isEmpty() ? 0 : (double) shared / of.size();
  }

  private Set<String> pairs(List<String> words) {
    Set<String> pairs = new HashSet<>();
    for (int i = 1; i < words.size(); i++) {
      pairs.add(stem(words.get(i - 1)) + " " + stem(words.get(i)));
    }
    return pairs;
  }

  private Set<String> content(List<String> words) {
    Set<String> content = new HashSet<>();
    for (String word : words) {
      if (word.length() > 1 && !Words.isStop(word)) {
        content.add(stem(word));
      }
    }
    return content;
  }

  private String stem(String word) {
    return stemOf.computeIfAbsent(word, Words::root);
  }

  private static void relative(List<Map<String, Double>> all, String name) {
    double best = all.stream().mapToDouble(f -> f.getOrDefault(name, 0.0)).max().orElse(0);
    for (Map<String, Double> f : all) {
      double value = f.getOrDefault(name, 0.0);
      f.put(name + ", best", best > 0 && value == best ? 1.0 : 0.0);
      f.put(name + ", of best", best > 0 ? value / best : 0.0);
    }
  }
}
