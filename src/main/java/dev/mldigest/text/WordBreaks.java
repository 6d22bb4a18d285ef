package dev.mldigest.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where words part in Chinese, Japanese, Thai, Lao, Khmer and Burmese, which set no blanks: by the
 * dictionaries of ICU (Unicode Standard Annex 29 and its tailorings), read when the first such text
 * comes. For one thread.
 */
final class WordBreaks {
  /** Signs of a person's name, and of most terms. */
  private static final int LONGEST_NAME = 3;

  /** For the sake of a lazy start: a week in Latin letters never reads the dictionaries. */
  private static final class Dictionaries {
    static final BreakIterator WORDS = BreakIterator.getWordInstance(ULocale.ROOT);
  }

  private @Nullable BreakIterator iterator;

  /**
   * The words of a text of such a script alone. Chinese signs that stand alone one after another
   * are of words that the dictionary lacks, as names and terms are: up to three are one, of more
   * each goes together with the next; those that say nothing part them.
   */
  List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder single = new StringBuilder();
    for (String part : parts(text)) {
      boolean alone = part.length() == 1 && isHan(part.charAt(0));
      if (alone && !Words.isStop(part)) {
        single.append(part);
      } else {
        flush(single, words);
        words.add(part);
      }
    }
    flush(single, words);
    return words;
  }

  private static void flush(StringBuilder single, List<String> words) {
    boolean one = single.length() <= LONGEST_NAME;
    if (one && !single.isEmpty()) {
      words.add(single.toString());
    }
    for (int i = 0; !one && i + 2 <= single.length(); i++) {
      words.add(single.substring(i, i + 2));
    }
    single.setLength(0);
  }

  private List<String> parts(String text) {
    BreakIterator breaks = of(text);
    List<String> parts = new ArrayList<>();
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      parts.add(text.substring(from, to));
      from = to;
    }
    return parts;
  }

  /** The last place, at most the one given, where no word goes on. */
  int before(String text, int most) {
    BreakIterator breaks = of(text);
    return breaks.isBoundary(most) ? most : Math.max(0, breaks.preceding(most));
  }

  private BreakIterator of(String text) {
    BreakIterator own = iterator;
    if (own == null) {
      own = Dictionaries.WORDS.clone();
      iterator = own;
    }
    own.setText(text);
    return own;
  }

  private static boolean isHan(char c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }
}
