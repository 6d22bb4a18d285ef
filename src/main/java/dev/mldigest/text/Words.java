package dev.mldigest.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a text, and their stems, so that "trains", "training" and "trained" meet: the one
 * tokenizer, stemmer and list of stop words, for stories, filters, ranks and summaries. Stems are
 * English, Korean and Arabic; words of other languages mostly pass through. Where a script sets no
 * blanks, words part by a dictionary ({@link WordBreaks}). Linear in the text, which is read up to
 * a bound.
 */
public final class Words {
  /** More than the longest articles have before their boilerplate; bounds hostile inputs. */
  private static final int MOST_CHARS = 40_000;

  /** No word of English is as long ({@code supercalifragilisticexpialidocious} has 34 letters). */
  private static final int LONGEST = 40;

  /** Letters that a stem keeps: with three, "string" and "during" would lose their ends. */
  private static final int SHORTEST_STEM = 4;

  /** Letters that a root keeps: "used" and "use", "runs" and "run" meet with no more. */
  private static final int SHORTEST_ROOT = 3;

  /** Of Japanese: な, った, まし; words of meaning have more, or are written with signs. */
  private static final int LONGEST_ENDING = 2;

  private static final char FIRST_MARK = '\u0300';
  private static final char FIRST_KANA = '\u3041';
  private static final char LAST_HIRAGANA = '\u309f';

  private static final List<String> ENDINGS =
      List.of("ing", "edly", "ed", "ly", "ation", "ment", "ness");

  private static final Set<String> STOP = WordList.read("/text/stop-words.txt").words();

  private Words() {}

  /** Whether a word, in small letters, says nothing about the subject of a text. */
  public static boolean isStop(String word) {
    return STOP.contains(word);
  }

  /** The words in small letters. */
  public static List<String> of(String text) {
    return split(text).stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }

  /**
   * Whether a word, in small letters, carries meaning: no stop word, no single letter or syllable,
   * and no ending of a Japanese verb.
   */
  public static boolean carries(String word) {
    char first = word.charAt(0);
    return !isStop(word)
        && (first < FIRST_KANA
            ? word.length() > 1 || isDigit(first)
            : word.length() > ofEndings(first));
  }

  /** Up to which length words that begin so are particles and endings. */
  private static int ofEndings(char first) {
    return first <= LAST_HIRAGANA ? LONGEST_ENDING : Affixes.isHangul(first) ? 1 : 0;
  }

  /** Stems of the words that carry meaning. */
  public static List<String> stems(String text) {
    return of(text).stream().filter(Words::carries).map(Words::stem).toList();
  }

  /** Roots of the words that carry meaning. */
  public static List<String> roots(String text) {
    return of(text).stream().filter(Words::carries).map(Words::root).toList();
  }

  /**
   * Words as written: runs of letters and digits with compatibility forms folded, without a
   * possessive's end, numbers whole with their point and without the commas between thousands.
   */
  public static List<String> split(String text) {
    String bounded = text.length() > MOST_CHARS ? text.substring(0, MOST_CHARS) : text;
    String plain = withAm(Normalizer.normalize(bounded, Normalizer.Form.NFKC)).replace('’', '\'');
    List<String> words = new ArrayList<>();
    WordBreaks breaks = new WordBreaks();
    int i = 0;
    while (i < plain.length()) {
      int end = endOfWord(plain, i);
      if (end > i && isSign(plain.charAt(i))) {
        words.addAll(breaks.words(plain.substring(i, end)));
      } else if (end > i && end - i <= LONGEST) {
        words.add(plain.substring(i, end).replace(",", ""));
      }
      i = Math.max(end, i + 1);
      if (isPossessive(plain, end)) {
        i = end + 2;
      }
    }
    return words;
  }

  /** NFKC takes the Thai and Lao vowel "am" apart, which no dictionary does. */
  private static String withAm(String text) {
    return text.replace("\u0e4d\u0e32", "\u0e33").replace("\u0ecd\u0eb2", "\u0eb3");
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
        && (i == from || writing(text.charAt(i)) == writing(text.charAt(from)))) {
      i++;
      while (i < text.length() && isMark(text.charAt(i))) {
        i++;
      }
    }
    return i;
  }

  /** A vowel, a tone or another sign that belongs to the letter before it. */
  private static boolean isMark(char c) {
    if (c < FIRST_MARK) {
      return false;
    }
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** Whether a letter, digit or vowel sign may go on with a word that begins with the other. */
  public static boolean isOneWriting(char first, char next) {
    return Character.isLetterOrDigit(next) ? writing(next) == writing(first) : isMark(next);
  }

  /** Words end where another way of writing begins, as in "20B를" and "用GPT做". */
  private static int writing(char c) {
    return c < FIRST_MARK ? 0 : isSign(c) ? 1 : Affixes.isHangul(c) ? 2 : 0;
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

  /**
   * Takes plural, -ing, -ed and -ly off a word in small letters, the letter that was doubled before
   * one of them ("running", "planned"), and a last -e. Derivations stay apart, as "train" and
   * "trainer": what they cost and gain was measured (docs/decisions, "One stemmer").
   */
  public static String stem(String word) {
    if (!word.isEmpty() && Affixes.has(word.charAt(0))) {
      return Affixes.stem(word);
    }
    if (word.length() < SHORTEST_STEM || isDigit(word.charAt(word.length() - 1))) {
      return word;
    }
    String stem = singular(word);
    for (String ending : List.of("ing", "ed", "ly")) {
      if (stem.endsWith(ending) && stem.length() - ending.length() >= SHORTEST_STEM) {
        String rest = stem.substring(0, stem.length() - ending.length());
        stem = ending.equals("ly") ? rest : undoubled(rest);
        break;
      }
    }
    return stem.length() > SHORTEST_STEM && stem.endsWith("e")
        ? stem.substring(0, stem.length() - 1)
        : stem;
  }

  private static String singular(String word) {
    if (word.endsWith("ies") && word.length() > SHORTEST_STEM + 1) {
      return word.substring(0, word.length() - 3) + "y";
    }
    return isPlural(word) ? word.substring(0, word.length() - 1) : word;
  }

  private static boolean isPlural(String word) {
    return word.endsWith("s")
        && !word.endsWith("ss")
        && !word.endsWith("us")
        && !word.endsWith("is");
  }

  /** "runn" is of run, but "call", "pass" and "buzz" keep both letters, and so does "agree". */
  private static String undoubled(String stem) {
    char last = stem.charAt(stem.length() - 1);
    boolean doubled = last == stem.charAt(stem.length() - 2) && "lszaeiou".indexOf(last) < 0;
    return doubled ? stem.substring(0, stem.length() - 1) : stem;
  }

  /**
   * A shorter stem, which common derivations share too ("improve", "improvement"): endings go as in
   * steps 1 to 3 of Porter (1980), without its measure. Where texts are held against one another
   * word by word, so that what is reworded is found again.
   */
  public static String root(String word) {
    String w = word;
    if (w.isEmpty() || Affixes.has(w.charAt(0))) {
      return stem(w);
    }
    if (w.length() <= SHORTEST_ROOT) {
      return w;
    }
    if (w.endsWith("sses") || (w.endsWith("ies") && w.length() > SHORTEST_ROOT + 1)) {
      w = w.substring(0, w.length() - 2);
    } else if (isPlural(w)) {
      w = w.substring(0, w.length() - 1);
    }
    for (String ending : ENDINGS) {
      w = cut(w, ending);
    }
    if (w.endsWith("e") && w.length() > SHORTEST_ROOT) {
      w = w.substring(0, w.length() - 1);
    }
    return w.endsWith("y") && w.length() > SHORTEST_ROOT ? w.substring(0, w.length() - 1) + "i" : w;
  }

  private static String cut(String word, String ending) {
    int left = word.length() - ending.length();
    if (!word.endsWith(ending) || left < SHORTEST_ROOT || noVowel(word, left)) {
      return word;
    }
    String rest = word.substring(0, left);
    boolean inflected = ending.equals("ing") || ending.equals("ed");
    return inflected && left > SHORTEST_ROOT ? undoubled(rest) : rest;
  }

  private static boolean noVowel(String word, int end) {
    return word.chars().limit(end).noneMatch(c -> "aeiouy".indexOf(c) >= 0);
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
}
