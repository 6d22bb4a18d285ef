package dev.mldigest.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Text as terms: lower case, compatibility forms folded, numbers kept whole, endings of English
 * words taken off, function words left out. Linear in the text, which is read up to a bound.
 */
public final class Terms {
  private static final Set<String> FUNCTION_WORDS = WordList.read("/text/function-words.txt").set();

  /** More than the longest articles have before their boilerplate; bounds hostile inputs. */
  private static final int MOST_CHARS = 40_000;

  private static final int LONGEST = 40;

  private Terms() {}

  /** The content words of a text in order, as terms. */
  public static List<String> terms(String text) {
    List<String> terms = new ArrayList<>();
    for (String word : split(text)) {
      String lower = word.toLowerCase(Locale.ROOT);
      if (!FUNCTION_WORDS.contains(lower) && (lower.length() > 1 || isDigit(lower.charAt(0)))) {
        terms.add(stem(lower));
      }
    }
    return terms;
  }

  /** Words as written: runs of letters and digits, with inner dots and commas of numbers. */
  public static List<String> split(String text) {
    String bounded = text.length() > MOST_CHARS ? text.substring(0, MOST_CHARS) : text;
    String plain = Normalizer.normalize(bounded, Normalizer.Form.NFKC).replace('’', '\'');
    List<String> words = new ArrayList<>();
    int i = 0;
    while (i < plain.length()) {
      int end = endOfWord(plain, i);
      if (end > i && end - i <= LONGEST) {
        words.add(plain.substring(i, end).replace(",", ""));
      }
      i = Math.max(end, i + 1);
      if (isPossessive(plain, end)) {
        i = end + 2;
      }
    }
    return words;
  }

  private static boolean isPossessive(String text, int at) {
    return at + 1 < text.length()
        && text.charAt(at) == '\''
        && (text.charAt(at + 1) == 's' || text.charAt(at + 1) == 'S')
        && (at + 2 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 2)));
  }

  private static int endOfWord(String text, int from) {
    int i = from;
    while (i < text.length()
        && (Character.isLetterOrDigit(text.charAt(i)) || joins(text, i, from))
        && (i == from || isSign(text.charAt(i)) == isSign(text.charAt(i - 1)))) {
      i++;
    }
    return i;
  }

  /** Of a script that sets no blanks, not even before and after a word in Latin letters. */
  public static boolean isSign(char c) {
    return TextLength.quarters(c) > 0;
  }

  /** True for the point in 81.2 and the comma in 8,500. */
  private static boolean joins(String text, int at, int from) {
    char c = text.charAt(at);
    return (c == '.' || c == ',')
        && at > from
        && at + 1 < text.length()
        && isDigit(text.charAt(at - 1))
        && isDigit(text.charAt(at + 1));
  }

  public static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Takes off plural, -ed, -ing and -ly where at least four letters remain. */
  public static String stem(String word) {
    int n = word.length();
    if (n < 4 || isDigit(word.charAt(n - 1))) {
      return word;
    }
    String stem = word;
    if (stem.endsWith("ies") && n > 5) {
      stem = stem.substring(0, n - 3) + "y";
    } else if (stem.endsWith("s")
        && !stem.endsWith("ss")
        && !stem.endsWith("us")
        && !stem.endsWith("is")) {
      stem = stem.substring(0, n - 1);
    }
    for (String ending : List.of("ing", "ed", "ly")) {
      if (stem.endsWith(ending) && stem.length() - ending.length() >= 4) {
        stem = stem.substring(0, stem.length() - ending.length());
        break;
      }
    }
    return stem.length() > 4 && stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
  }
}
