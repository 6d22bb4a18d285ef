package dev.mldigest.pipeline.card;

import dev.mldigest.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number, a day or a name that a sentence states.
 *
 * @param of what it is of, so that only like is compared with like: a unit, {@code day}, {@code
 *     name}
 * @param amount of a number; 0 for others
 * @param shown as it stands in the sentence
 */
record StatedValue(String of, double amount, String shown) {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\p{L}\\d.,-])([$€£]\\s?)?(\\d[\\d,]*(?:\\.\\d+)?)\\s?(%|percent\\b|(?:thousand|million|billion|trillion|[kKMB])\\b)?(?:["
              + " -](\\p{L}{3,}))?");

  private static final Pattern DAY =
      Pattern.compile(
          "\\b(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)"
              + " \\d{1,2}\\b|\\d{1,2}"
              + " (?:January|February|March|April|May|June|July|August|September|October|November|December)\\b)");

  /** Two words with capitals, behind the first word of the sentence. */
  private static final Pattern NAME =
      Pattern.compile("(?<=\\p{Ll},? )\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+)+");

  private static final Map<String, Double> SCALES =
      Map.of(
          "thousand",
          1e3,
          "k",
          1e3,
          "million",
          1e6,
          "m",
          1e6,
          "billion",
          1e9,
          "b",
          1e9,
          "trillion",
          1e12);

  /** One rounds, the other does not: 72.2 and 72, 39.8 million and 40 million. */
  private static final double ROUNDED = 0.03;

  static List<StatedValue> in(String sentence) {
    List<StatedValue> values = new ArrayList<>();
    DAY.matcher(sentence).results().forEach(d -> values.add(new StatedValue("day", 0, d.group())));
    String rest = DAY.matcher(sentence).replaceAll(" ");
    Matcher number = NUMBER.matcher(rest);
    while (number.find()) {
      String scale = number.group(3) == null ? "" : number.group(3).toLowerCase(Locale.ROOT);
      String noun = number.group(4) == null ? "" : number.group(4);
      String unit =
          number.group(1) != null
              ? number.group(1).strip()
              : scale.equals("%") || scale.equals("percent") ? "%" : Words.root(noun);
      double amount =
          Double.parseDouble(number.group(2).replace(",", "")) * SCALES.getOrDefault(scale, 1.0);
      if (!unit.isEmpty()) { // a bare number may be of anything
        String shown = number.group().strip();
        values.add(new StatedValue(unit, amount, shown));
      }
    }
    NAME.matcher(rest).results().forEach(n -> values.add(new StatedValue("name", 0, n.group())));
    return values;
  }

  boolean isNumber() {
    return !of.equals("day") && !of.equals("name");
  }

  /** The same thing said otherwise. */
  boolean contradicts(StatedValue other) {
    if (!of.equals(other.of)) {
      return false;
    }
    return switch (of) {
      case "day" -> !sameDay(other);
      case "name" -> sharesAWord(other);
      default -> Math.abs(amount - other.amount) > ROUNDED * Math.max(amount, other.amount);
    };
  }

  private boolean sameDay(StatedValue other) {
    return List.of(shown.split(" ", -1)).containsAll(List.of(other.shown.split(" ", -1)));
  }

  /** Two names for one person or thing have a part in common; else they are two. */
  private boolean sharesAWord(StatedValue other) {
    List<String> theirs = List.of(other.shown.split(" ", -1));
    return !shown.equals(other.shown)
        && theirs.size() == shown.split(" ", -1).length
        && List.of(shown.split(" ", -1)).stream().anyMatch(theirs::contains);
  }

  /** True if that text states it too, for a number whatever it counts there. */
  boolean standsIn(String text) {
    if (!isNumber()) {
      return QuotePlaces.letters(text).contains(QuotePlaces.letters(shown));
    }
    return in(text).stream()
        .anyMatch(value -> value.isNumber() && of.equals(value.of) && !contradicts(value));
  }
}
