package dev.mldigest.select.filter;

import static java.util.stream.Collectors.joining;

import dev.mldigest.text.Phrase;
import dev.mldigest.text.WordList;
import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the filters' learner sees of a title and a lead: words and pairs of words, kinds of phrases
 * ({@code cues.txt}), and form. Names of publishers and addresses are not seen.
 */
final class FilterFeatures {
  /** Length of the words' values together; a cue or a form counts up to {@link #FORM}. */
  private static final double WORDS = 1.0;

  /** The same for the title's words, which count beside those of title and lead together. */
  private static final double TITLE = 1.0;

  /** Half of it: few as they are, cues and forms would else outweigh all words. */
  private static final double FORM = 0.5;

  private static final Map<String, List<String>> CUES = WordList.read("/select/cues.txt").named();

  private static final Map<String, List<String>> PERSONS =
      WordList.read("/select/persons.txt").named();

  /** Values by name, and for cues the phrases found. */
  record Features(Map<String, Double> values, Map<String, List<String>> phrases) {}

  private FilterFeatures() {}

  static Features of(String title, String lead) {
    Map<String, Double> values = new TreeMap<>();
    Map<String, List<String>> phrases = new LinkedHashMap<>();
    Set<String> words = terms(title);
    words.addAll(terms(lead));
    share(values, "word ", words, WORDS);
    share(values, "title ", terms(title), TITLE);
    values.put("style starts " + start(title), FORM);
    String head = Phrase.fold(title);
    String all = head + "\n" + Phrase.fold(lead);
    CUES.forEach((cue, list) -> {
      List<String> found = list.stream().filter(phrase -> Phrase.isIn(all, phrase)).toList();
      if (!found.isEmpty()) {
        values.put("cue " + cue, FORM * Math.log(1.0 + found.size()) / Math.log(2));
        phrases.put(cue, found);
      }
      if (found.stream().anyMatch(phrase -> Phrase.isIn(head, phrase))) {
        values.put("title cue " + cue, FORM);
      }
    });
    form(values, title, lead);
    return new Features(values, phrases);
  }

  private static void share(
      Map<String, Double> values, String kind, Set<String> names, double length) {
    double value = length / Math.sqrt(Math.max(1, names.size()));
    names.forEach(name -> values.put(kind + name, value));
  }

  /** Words and pairs of them, function words too: who speaks to whom shows in these. */
  private static Set<String> terms(String text) {
    Set<String> terms = new LinkedHashSet<>();
    String before = "";
    for (String word : Words.split(text)) {
      String term = term(word);
      terms.add(term);
      if (!before.isEmpty()) {
        terms.add(before + " " + term);
      }
      before = term;
    }
    return terms;
  }

  /** What a title begins with says much of it. */
  private static String start(String title) {
    return Words.split(title).stream().limit(2).map(FilterFeatures::term).collect(joining(" "));
  }

  private static String term(String word) {
    return Words.isDigit(word.charAt(0)) ? "#" : Words.stem(word.toLowerCase(Locale.ROOT));
  }

  private static void form(Map<String, Double> values, String title, String lead) {
    List<String> head = Words.split(title);
    List<String> body = Words.split(lead);
    List<String> all = new ArrayList<>(head);
    all.addAll(body);
    TitleForm.of(title).forEach((name, value) -> put(values, name, value));
    TitleForm.style(title).forEach((name, value) -> values.put("style " + name, FORM * value));
    put(values, "lead exclaims", lead.contains("!") ? 1 : 0);
    put(values, "lead asks", lead.contains("?") ? 1 : 0);
    put(values, "lead quotes", lead.contains("'") || lead.contains("\"") ? 1 : 0);
    PERSONS.forEach((form, words) -> put(values, form, share(all, words)));
    put(values, "numbers", share(all, FilterFeatures::isNumber));
    put(values, "round sums", share(all, FilterFeatures::isSum));
    put(values, "no lead", body.isEmpty() ? 1 : 0);
    put(values, "short sentences", shortSentences(lead));
  }

  private static void put(Map<String, Double> values, String name, double value) {
    if (value > 0) {
      values.put("form " + name, FORM * value);
    }
  }

  private static double share(List<String> words, List<String> some) {
    return share(words, word -> some.contains(word.toLowerCase(Locale.ROOT)));
  }

  /** One in ten words or more is the full value. */
  private static double share(List<String> words, java.util.function.Predicate<String> some) {
    long count = words.stream().filter(some).count();
    return Math.min(1, 10.0 * count / Math.max(10, words.size()));
  }

  private static boolean isNumber(String word) {
    return Words.isDigit(word.charAt(0));
  }

  /** Pay and prices: 60000, 120k. */
  private static boolean isSum(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    boolean thousands = lower.endsWith("000") && lower.length() >= 5 && lower.length() <= 6;
    boolean kilo = lower.endsWith("k") && lower.length() >= 3 && lower.length() <= 4;
    return isNumber(word) && (thousands || kilo);
  }

  /** The share of the lead's sentences that have five words or fewer. */
  private static double shortSentences(String lead) {
    String[] sentences = lead.split("[.!?]", -1);
    int all = 0;
    int brief = 0;
    for (String sentence : sentences) {
      int words = Words.split(sentence).size();
      all += words > 0 ? 1 : 0;
      brief += words > 0 && words <= 5 ? 1 : 0;
    }
    return all == 0 ? 0 : (double) brief / all;
  }
}
