package dev.mldigest.text.date;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Names of months and days of the week in many languages, as the JDK (Unicode CLDR) has them: full
 * and short, also standing alone.
 */
final class DateNames {
  /** Shorter beginnings of a name are no abbreviation of it. */
  private static final int SHORTEST = 3;

  private static final Pattern MARK = Pattern.compile("\\p{M}+");

  /** The standards' own language, which feeds that write another are few beside. */
  private static final List<String> ENGLISH =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  /** Those of Europe, and others that write names of months and not their numbers. */
  private static final List<String> LANGUAGES =
      List.of(
          ("en bg ca cs da de de-AT el es et eu fi fr fr-CA gl hr hu id is it lt lv mk nb nl pl pt"
               + " ro ru sk sl sq sr sr-Latn sv tr uk ar ar-LB ar-MA be bn fa he hi hy ka kk ms ta"
               + " th ur")
              .split(" "));

  private static final List<TextStyle> FORMS =
      List.of(
          TextStyle.FULL, TextStyle.SHORT, TextStyle.FULL_STANDALONE, TextStyle.SHORT_STANDALONE);

  /** What is a name in one word: neither "3" nor what has blanks can be met. */
  private static final Pattern WORD = Pattern.compile("[\\p{L}.]+");

  /** What a month or a day of the week is called in a language. */
  private interface Naming<T> {
    String of(T named, TextStyle form, Locale language);
  }

  private DateNames() {}

  /** 1 to 12; of a name of different months in different languages all, of any other word none. */
  static Set<Integer> months(String word) {
    String name = bare(word);
    for (int i = 0; i < ENGLISH.size() && name.length() >= SHORTEST; i++) {
      if (ENGLISH.get(i).startsWith(name)) {
        return Set.of(i + 1);
      }
    }
    return Others.MONTHS.getOrDefault(name, Set.of());
  }

  /** The days of the week that a word names, 1 for Monday to 7, whatever else it may mean. */
  static Set<Integer> weekdays(String word) {
    return Others.DAYS.getOrDefault(bare(word), Set.of());
  }

  /** Without marks: a hand that writes "Marz" means the same. */
  private static String bare(String word) {
    String small = word.toLowerCase(Locale.ROOT);
    return MARK.matcher(Normalizer.normalize(small, Normalizer.Form.NFD)).replaceAll("");
  }

  /** Read when the first word is met that is not English. */
  private static final class Others {
    static final Map<String, Set<Integer>> MONTHS =
        abbreviated(named(Month.values(), Month::getDisplayName));
    static final Map<String, Set<Integer>> DAYS =
        named(DayOfWeek.values(), DayOfWeek::getDisplayName);

    /**
     * @param all in the order of their numbers
     */
    private static <T> Map<String, Set<Integer>> named(T[] all, Naming<T> names) {
      Map<String, Set<Integer>> named = new HashMap<>();
      for (String language : LANGUAGES) {
        for (int i = 0; i < all.length; i++) {
          for (TextStyle form : FORMS) {
            String name = bare(names.of(all[i], form, Locale.forLanguageTag(language)));
            if (WORD.matcher(name).matches()) {
              add(named, name.replace(".", ""), Set.of(i + 1));
            }
          }
        }
      }
      return fixed(named);
    }

    private static void add(Map<String, Set<Integer>> names, String name, Set<Integer> meant) {
      names.computeIfAbsent(name, key -> new TreeSet<>()).addAll(meant);
    }

    /** With the beginnings of names that are no name themselves. */
    private static Map<String, Set<Integer>> abbreviated(Map<String, Set<Integer>> whole) {
      Map<String, Set<Integer>> all = new HashMap<>();
      whole.forEach((name, months) -> {
        for (int end = SHORTEST; end < name.length(); end++) {
          String start = name.substring(0, end);
          if (!whole.containsKey(start)) {
            add(all, start, months);
          }
        }
      });
      all.putAll(whole);
      return fixed(all);
    }

    private static Map<String, Set<Integer>> fixed(Map<String, Set<Integer>> names) {
      names.replaceAll((name, meant) -> Collections.unmodifiableSet(new TreeSet<>(meant)));
      return Map.copyOf(names);
    }
  }
}
