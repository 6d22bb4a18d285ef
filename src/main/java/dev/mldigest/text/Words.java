package dev.mldigest.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a text, lower case, as runs of letters and digits; and their stems, so that "trains"
 * and "training" meet. English only; other languages pass through unstemmed. Linear.
 */
public final class Words {
  private static final Set<String> STOP = WordList.read("/text/stopwords.txt").words();

  private Words() {}

  public static boolean isStop(String word) {
    return STOP.contains(word);
  }

  public static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inside = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        words.add(text.substring(start, i).toLowerCase(Locale.ROOT));
        start = -1;
      }
    }
    return words;
  }

  /** How many words there are; of scripts without blanks as {@link TextLength} estimates them. */
  public static int count(String text) {
    int words = 0;
    int quarters = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int part = TextLength.quarters(c);
      boolean letter = part == 0 && Character.isLetterOrDigit(c);
      words += letter && !inside ? 1 : 0;
      quarters += part;
      inside = letter;
    }
    return words + TextLength.words(quarters);
  }

  /** Stems of the words that carry meaning: no stop words, no single characters. */
  public static List<String> content(String text) {
    return of(text).stream().filter(w -> w.length() > 1 && !isStop(w)).map(Words::stem).toList();
  }

  /**
   * A light stemmer: inflections and the commonest derivations go, as in steps 1 to 3 of Porter
   * (1980), without its measure.
   */
  public static String stem(String word) {
    String w = word;
    if (w.length() <= 3) {
      return w;
    }
    if (w.endsWith("sses") || (w.endsWith("ies") && w.length() > 4)) {
      w = w.substring(0, w.length() - 2);
    } else if (w.endsWith("s") && !w.endsWith("ss") && !w.endsWith("us") && !w.endsWith("is")) {
      w = w.substring(0, w.length() - 1);
    }
    w = cut(cut(cut(cut(w, "ing"), "edly"), "ed"), "ly");
    w = cut(cut(cut(w, "ation"), "ment"), "ness");
    if (w.endsWith("e") && w.length() > 3) {
      w = w.substring(0, w.length() - 1);
    }
    return w.endsWith("y") && w.length() > 3 ? w.substring(0, w.length() - 1) + "i" : w;
  }

  private static String cut(String word, String ending) {
    int left = word.length() - ending.length();
    if (!word.endsWith(ending) || left < 3 || noVowel(word, left)) {
      return word;
    }
    // "running" and "run", but "call" keeps both letters.
    boolean doubled =
        left > 3
            && word.charAt(left - 1) == word.charAt(left - 2)
            && "lsz".indexOf(word.charAt(left - 1)) < 0
            && (ending.equals("ing") || ending.equals("ed"));
    return word.substring(0, doubled ? left - 1 : left);
  }

  private static boolean noVowel(String word, int end) {
    for (int i = 0; i < end; i++) {
      if ("aeiouy".indexOf(word.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }
}
