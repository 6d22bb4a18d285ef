package dev.mldigest.lab.evaluate;

import java.util.List;

/**
 * The stemmer of Porter (1980), "An algorithm for suffix stripping", with the two departures of
 * ROUGE-1.5.5: words of up to three letters stay, and "bli" and "logi" are suffixes. Takes words of
 * lower-case letters and digits.
 */
final class PorterStemmer {
  private record Rule(String suffix, String into) {}

  private static final List<Rule> STEP_2 =
      rules(
          "ational ate tional tion enci ence anci ance izer ize bli ble alli al entli ent eli e"
              + " ousli ous ization ize ation ate ator ate alism al iveness ive fulness ful"
              + " ousness ous aliti al iviti ive biliti ble logi log");
  private static final List<Rule> STEP_3 =
      rules("icate ic ative - alize al iciti ic ical ic ful - ness -");
  private static final List<String> STEP_4 =
      List.of(
          "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion",
          "ou", "ism", "ate", "iti", "ous", "ive", "ize");

  private PorterStemmer() {}

  static String stem(String word) {
    if (word.length() <= 3) {
      return word;
    }
    String w = last(fourth(longest(longest(y(inflections(plural(word))), STEP_2), STEP_3)));
    return w.endsWith("ll") && measure(w) > 1 ? less(w, 1) : w;
  }

  private static String plural(String w) {
    if (w.endsWith("sses") || w.endsWith("ies")) {
      return less(w, 2);
    }
    return w.endsWith("s") && !w.endsWith("ss") ? less(w, 1) : w;
  }

  private static String inflections(String w) {
    if (w.endsWith("eed")) {
      return measure(less(w, 3)) > 0 ? less(w, 1) : w;
    }
    if (w.endsWith("ed") && hasVowel(less(w, 2))) {
      return mended(less(w, 2));
    }
    return w.endsWith("ing") && hasVowel(less(w, 3)) ? mended(less(w, 3)) : w;
  }

  /** What "-ed" and "-ing" were taken off. */
  private static String mended(String w) {
    if (w.endsWith("at") || w.endsWith("bl") || w.endsWith("iz")) {
      return w + "e";
    }
    if (endsDouble(w) && "lsz".indexOf(w.charAt(w.length() - 1)) < 0) {
      return less(w, 1);
    }
    return measure(w) == 1 && endsClosed(w) ? w + "e" : w;
  }

  private static String y(String w) {
    return w.endsWith("y") && hasVowel(less(w, 1)) ? less(w, 1) + "i" : w;
  }

  /** The first rule that fits ends the step, whether it changes the word or not. */
  private static String longest(String w, List<Rule> rules) {
    for (Rule rule : rules) {
      if (w.endsWith(rule.suffix())) {
        String rest = less(w, rule.suffix().length());
        return measure(rest) > 0 ? rest + rule.into() : w;
      }
    }
    return w;
  }

  private static String fourth(String w) {
    for (String suffix : STEP_4) {
      if (w.endsWith(suffix)) {
        String rest = less(w, suffix.length());
        boolean goes = !suffix.equals("ion") || rest.endsWith("s") || rest.endsWith("t");
        return measure(rest) > 1 && goes ? rest : w;
      }
    }
    return w;
  }

  private static String last(String w) {
    if (!w.endsWith("e")) {
      return w;
    }
    String rest = less(w, 1);
    int measure = measure(rest);
    return measure > 1 || (measure == 1 && !endsClosed(rest)) ? rest : w;
  }

  /** Porter's m: how often a run of vowels is followed by a run of consonants. */
  private static int measure(String w) {
    int measure = 0;
    boolean vowelBefore = false;
    boolean consonant = false;
    for (int i = 0; i < w.length(); i++) {
      consonant = isConsonant(w.charAt(i), i, consonant);
      measure += consonant && vowelBefore ? 1 : 0;
      vowelBefore = !consonant;
    }
    return measure;
  }

  private static boolean hasVowel(String w) {
    boolean consonant = false;
    for (int i = 0; i < w.length(); i++) {
      consonant = isConsonant(w.charAt(i), i, consonant);
      if (!consonant) {
        return true;
      }
    }
    return false;
  }

  /** A y after a consonant is a vowel. */
  private static boolean isConsonant(char c, int at, boolean consonantBefore) {
    return c == 'y' ? at == 0 || !consonantBefore : "aeiou".indexOf(c) < 0;
  }

  private static boolean consonantAt(String w, int at) {
    boolean consonant = false;
    for (int i = 0; i <= at; i++) {
      consonant = isConsonant(w.charAt(i), i, consonant);
    }
    return consonant;
  }

  private static boolean endsDouble(String w) {
    int n = w.length();
    return n > 1 && w.charAt(n - 1) == w.charAt(n - 2) && consonantAt(w, n - 1);
  }

  /** Consonant, vowel, consonant that is not w, x or y: "hop". */
  private static boolean endsClosed(String w) {
    int n = w.length();
    return n > 2
        && consonantAt(w, n - 1)
        && !consonantAt(w, n - 2)
        && consonantAt(w, n - 3)
        && "wxy".indexOf(w.charAt(n - 1)) < 0;
  }

  private static String less(String w, int letters) {
    return w.substring(0, w.length() - letters);
  }

  private static List<Rule> rules(String pairs) {
    String[] parts = pairs.split(" ");
    return java.util.stream.IntStream.range(0, parts.length / 2)
        .mapToObj(i -> new Rule(parts[2 * i], parts[2 * i + 1].replace("-", "")))
        .toList();
  }
}
