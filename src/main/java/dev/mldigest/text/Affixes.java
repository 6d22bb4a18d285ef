package dev.mldigest.text;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Stems where a word carries its particles: Korean, whose particles and endings follow a noun, and
 * Arabic, whose article and conjunction stand before it ("light10", Larkey, Ballesteros and Connell
 * 2002). What is left has two letters at least.
 */
final class Affixes {
  private static final int SHORTEST = 2;

  /** "و" alone may be the first letter of a root: light10 wants three letters behind it. */
  private static final int SHORTEST_AFTER_AND = 3;

  private static final Map<String, WordList> LISTS = WordList.read("/text/affixes.txt").sections();
  private static final List<String> KOREAN = list("korean endings");
  private static final List<String> ARTICLES = list("arabic articles");
  private static final List<String> ARABIC = list("arabic endings");

  private Affixes() {}

  private static List<String> list(String name) {
    return Objects.requireNonNull(LISTS.get(name), name).words().stream()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  /** Whether words of a letter's script are stemmed here. */
  static boolean has(char first) {
    return first >= '\u0620' && (first <= '\u06ff' || isHangul(first));
  }

  static boolean isHangul(char c) {
    return (c >= '\uac00' && c <= '\ud7a3') || (c >= '\u1100' && c <= '\u11ff');
  }

  static String stem(String word) {
    return isHangul(word.charAt(0)) ? without(word, KOREAN) : arabic(plain(word));
  }

  private static String arabic(String word) {
    String bare = word;
    if (bare.startsWith("و") && bare.length() > SHORTEST_AFTER_AND) {
      bare = bare.substring(1);
    }
    for (String article : ARTICLES) {
      if (bare.startsWith(article) && bare.length() >= article.length() + SHORTEST) {
        bare = bare.substring(article.length());
        break;
      }
    }
    return without(bare, ARABIC);
  }

  private static String without(String word, List<String> endings) {
    for (String ending : endings) {
      if (word.endsWith(ending) && word.length() >= ending.length() + SHORTEST) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }

  /** Without vowel signs and with one form of alef, yeh and teh marbuta. */
  private static String plain(String word) {
    StringBuilder plain = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == 'ـ' || Character.getType(c) == Character.NON_SPACING_MARK) {
        continue;
      }
      plain.append(
          switch (c) {
            case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
            case 'ى' -> 'ي';
            case 'ة' -> 'ه';
            default -> c;
          });
    }
    return plain.toString();
  }
}
