package dev.mldigest.select.filter;

import dev.mldigest.text.WordList;
import dev.mldigest.text.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * How a title is written, whatever it is about: what it begins with, whom it addresses, its signs.
 */
final class TitleForm {
  /** Words of English that carry a sentence, by what they do at the head of a title. */
  private static final Map<String, List<String>> WORDS =
      WordList.read("/select/title-words.txt").named();

  private static final Pattern YEAR = Pattern.compile("\\b20[0-3]\\d\\b");
  private static final Pattern VERSION = Pattern.compile("\\bv?\\d+\\.\\d");

  /** Names of the field mix letters with digits, or small letters with capitals. */
  private static final Pattern TERM =
      Pattern.compile("\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}|\\p{Lu}{2,}");

  /** From so many words a title is as long as they come. */
  private static final double LONG = 20;

  private TitleForm() {}

  /** From 0 to 1 each, by name: signs, and what a title begins with. */
  static Map<String, Double> of(String title) {
    Map<String, Double> form = new LinkedHashMap<>();
    List<String> words = Words.split(title);
    is(form, "title asks", title.strip().endsWith("?"));
    is(form, "title exclaims", title.contains("!"));
    is(form, "title trails off", title.contains("...") || title.contains("…"));
    is(form, "title starts with a number", !words.isEmpty() && startsWithDigit(words.getFirst()));
    is(form, "title in capitals", words.stream().anyMatch(TitleForm::shouts));
    is(form, "title has a colon", title.contains(": "));
    return form;
  }

  /** The finer marks of style, for which a large set is needed to learn from. */
  static Map<String, Double> style(String title) {
    Map<String, Double> style = new LinkedHashMap<>();
    List<String> words = Words.split(title);
    List<String> lower = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    String first = lower.isEmpty() ? "" : lower.getFirst();
    is(style, "number first", isNumber(first));
    is(style, "counts", lower.size() > 1 && isNumber(lower.get(1)) && is("counted", first));
    for (String head : List.of("asking", "auxiliary", "pointing")) {
      is(style, head + " first", is(head, first));
    }
    for (String said : List.of("you", "us", "them")) {
      is(style, "says " + said, lower.stream().anyMatch(word -> is(said, word)));
    }
    is(style, "has a bracket", title.contains("(") || title.contains("["));
    is(style, "quotes", title.contains("\"") || title.contains("“") || title.contains("‘"));
    is(style, "names a year", YEAR.matcher(title).find());
    is(style, "names a version", VERSION.matcher(title).find());
    is(style, "has a term", TERM.matcher(title).find());
    style.put("capitals", share(words, word -> Character.isUpperCase(word.charAt(0))));
    style.put("small words", share(lower, word -> is("small", word)));
    style.put("length", Math.min(1, lower.size() / LONG));
    return style;
  }

  private static void is(Map<String, Double> form, String name, boolean there) {
    if (there) {
      form.put(name, 1.0);
    }
  }

  private static boolean is(String list, String word) {
    return WORDS.getOrDefault(list, List.of()).contains(word);
  }

  private static boolean isNumber(String word) {
    return startsWithDigit(word) || is("number", word);
  }

  private static boolean startsWithDigit(String word) {
    return !word.isEmpty() && Words.isDigit(word.charAt(0));
  }

  /** Whether a word has four capitals and more, which acronyms rarely have. */
  private static boolean shouts(String word) {
    return word.length() >= 4 && word.chars().allMatch(Character::isUpperCase);
  }

  private static double share(List<String> words, Predicate<String> some) {
    return words.isEmpty() ? 0 : (double) words.stream().filter(some).count() / words.size();
  }
}
