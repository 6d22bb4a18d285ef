package dev.mldigest.pipeline.card;

import dev.mldigest.text.Sentences;
import dev.mldigest.text.TextCut;
import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the reports of one story say otherwise: a number of the same thing, a day, a name. Only
 * where two sentences tell the same in much the same words, and neither report has the other's
 * value anywhere: it had rather name nothing than what two reports merely put otherwise.
 */
final class Disagreements {
  /** Of ten words of content six are those of the other sentence: they tell of the same. */
  private static final double ALIKE = 0.6;

  /** Fewer words in common are a phrase of the field. */
  private static final int FEWEST = 4;

  /** As many as one looks at. */
  private static final int MOST = 6;

  /** The front of a long article tells what happened; the rest is compared with little else. */
  private static final int SENTENCES = 120;

  private static final int LONGEST = 90;

  private final String source;
  private final List<Told> own;
  private final String ownText;

  private Disagreements(String source, String text) {
    this.source = source;
    this.ownText = text;
    this.own = told(text);
  }

  /** A sentence, the words of content that are no value, and its values. */
  private record Told(String sentence, Set<String> words, List<StatedValue> values) {}

  /**
   * One sentence each.
   *
   * @param source title of the one that the item was told from
   */
  static List<String> between(String source, String text, List<Reports.Report> others) {
    Disagreements disagreements = new Disagreements(source, text);
    Set<String> found = new LinkedHashSet<>();
    others.stream()
        .filter(other -> !other.text().isBlank())
        .forEach(other -> found.addAll(disagreements.with(other)));
    return found.stream().limit(MOST).toList();
  }

  private List<String> with(Reports.Report other) {
    List<String> found = new ArrayList<>();
    List<Told> theirs = told(other.text());
    for (Told one : own) {
      for (Told two : theirs) {
        if (!one.values.isEmpty() && !two.values.isEmpty() && tellTheSame(one, two)) {
          found.addAll(between(one, two, other));
        }
      }
    }
    return found;
  }

  private List<String> between(Told one, Told two, Reports.Report other) {
    List<StatedValue> ours =
        one.values.stream().filter(value -> !value.standsIn(other.text())).toList();
    List<StatedValue> theirs =
        two.values.stream().filter(value -> !value.standsIn(ownText)).toList();
    List<String> found = new ArrayList<>();
    for (StatedValue value : ours) {
      theirs.stream()
          .filter(value::contradicts)
          .findFirst()
          .ifPresent(against ->
              found.add(
                  "%s says '%s', %s says '%s': %s"
                      .formatted(
                          source,
                          value.shown(),
                          other.shown().source(),
                          against.shown(),
                          TextCut.front(one.sentence, LONGEST))));
    }
    return found;
  }

  private static boolean tellTheSame(Told one, Told two) {
    long shared = one.words.stream().filter(two.words::contains).count();
    return shared >= FEWEST && shared >= ALIKE * Math.max(one.words.size(), two.words.size());
  }

  private static List<Told> told(String text) {
    return Sentences.of(text).stream()
        .limit(SENTENCES)
        .map(sentence -> {
          List<StatedValue> values = StatedValue.in(sentence);
          String rest = sentence;
          for (StatedValue value : values) {
            rest = rest.replace(value.shown(), " ");
          }
          return new Told(sentence, new HashSet<>(Words.roots(rest)), values);
        })
        .toList();
  }
}
