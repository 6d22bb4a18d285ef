package dev.mldigest.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells that a text is not in a certain language: by its script, else by function words and
 * letters, which even a title and a lead have some of. In doubt the text is in the language asked
 * for; languages without a list are never denied. What a page states of itself is not read: themes
 * state English whatever is written.
 */
public final class Language {
  /** A text is rarely foreign: this many to one, before it is read. */
  private static final double PRIOR = Math.log(20);

  /** How much likelier a function word is in its own language than in another. */
  private static final double WORD = Math.log(15);

  /** How much likelier a word with foreign letters is in a language that has them; names do. */
  private static final double LETTER = Math.log(8);

  /** A language must be this much likelier than the one asked for. */
  private static final double SURE = 0.98;

  /** Less evidence is a name or a quotation. */
  private static final int FEWEST_WORDS = 2;

  /** More text makes nothing surer: an abstract has as much, and each entry is read. */
  private static final int MOST_CHARS = 2_000;

  /** Most of what is published is in English. */
  private static final String UNSTATED = "en";

  private static final Map<String, Set<String>> WORDS = sets("/text/languages.txt");
  private static final Map<String, Long> HOLDERS = holders();
  private static final WordTable FUNCTION_WORDS = new WordTable(HOLDERS);
  private static final int LONGEST_WORD =
      HOLDERS.keySet().stream().mapToInt(String::length).max().orElse(0);
  private static final Map<String, Set<String>> LETTERS = sets("/text/letters.txt");
  private static final Map<String, List<String>> SCRIPTS =
      WordList.read("/text/scripts.txt").named();

  /**
   * What a text is in instead.
   *
   * @param tag of BCP 47, or empty where only the script is known
   * @param name in English
   * @param evidence its script, or the words that gave it away
   */
  public record Other(String tag, String name, double probability, List<String> evidence) {}

  private final String wanted;

  /**
   * @param tag of the language asked for, such as {@code en} or {@code de-CH}
   */
  public Language(String tag) {
    boolean unstated = tag.equals(UNSTATED) || tag.startsWith(UNSTATED + "-");
    wanted = unstated ? UNSTATED : Locale.forLanguageTag(tag).getLanguage();
  }

  /**
   * The tag of the language that a text is in, or the stated one where the text may be in it.
   *
   * @param stated by whoever published it, or null
   */
  public static @Nullable String of(String text, @Nullable String stated) {
    Other other = new Language(stated == null ? UNSTATED : stated).not(text);
    if (other != null && other.tag.isEmpty()) {
      other = new Language(UNSTATED).not(text);
      return other == null || other.tag.isEmpty() ? UNSTATED : other.tag;
    }
    return other == null ? stated : other.tag;
  }

  /**
   * Whether lists of English words may judge a text: where another language is asked for, only what
   * is plainly in English.
   */
  public boolean isEnglish(String text) {
    Other other = not(text);
    if (other == null || other.tag.isEmpty()) {
      boolean asked = wanted.equals(UNSTATED);
      return other == null ? asked : !asked && new Language(UNSTATED).not(text) == null;
    }
    return other.tag.equals(UNSTATED);
  }

  public String name() {
    return name(wanted);
  }

  private static String name(String code) {
    return Locale.of(code).getDisplayLanguage(Locale.ENGLISH);
  }

  private static Map<String, Set<String>> sets(String file) {
    Map<String, Set<String>> sets = new LinkedHashMap<>();
    WordList.read(file).named().forEach((name, entries) -> sets.put(name, Set.copyOf(entries)));
    return sets;
  }

  /** What the text is in, or null where it is, or may be, in the language asked for. */
  public @Nullable Other not(String text) {
    String bounded = text.length() > MOST_CHARS ? text.substring(0, MOST_CHARS) : text;
    String plain =
        isComposed(bounded) ? bounded : Normalizer.normalize(bounded, Normalizer.Form.NFC);
    String script = MainScript.of(plain);
    if (!script.equals(MainScript.LATIN)) {
      return otherScript(script);
    }
    if (!WORDS.containsKey(wanted)) {
      boolean known = SCRIPTS.values().stream().anyMatch(tags -> tags.contains(wanted));
      boolean both = SCRIPTS.getOrDefault(script, List.of()).contains(wanted);
      return known && !both ? new Other("", "Latin letters", 1, List.of(MainScript.LATIN)) : null;
    }
    return otherWords(plain.toLowerCase(Locale.ROOT));
  }

  /** Letters of the West, quotes and dashes compose with nothing (UAX 15, quick check). */
  private static boolean isComposed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x300 && !(c >= 0x2010 && c <= 0x2027)) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Other otherScript(String script) {
    List<String> tags = SCRIPTS.getOrDefault(script, List.of());
    boolean japanese = script.equals("han") && wanted.equals("ja");
    return tags.isEmpty() || tags.contains(wanted) || japanese
        ? null
        : new Other(tags.getFirst(), name(tags.getFirst()), 1, List.of(script + " script"));
  }

  private static boolean isLetter(char c) {
    return c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : Character.isLetter(c);
  }

  private interface Word {
    /**
     * @param hash by {@link WordTable#hash}
     * @param special whether it has letters that only some languages have
     */
    void at(int from, int to, int hash, boolean special);
  }

  private static void forEachWord(String text, Word use) {
    int from = 0;
    int hash = 0;
    boolean special = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isLetter(c)) {
        hash = WordTable.hash(hash, c);
        special |= c > 'z';
        continue;
      }
      if (i > from) {
        use.at(from, i, hash, special);
      }
      from = i + 1;
      hash = 0;
      special = false;
    }
    if (text.length() > from) {
      use.at(from, text.length(), hash, special);
    }
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    forEachWord(text, (from, to, hash, special) -> words.add(text.substring(from, to)));
    return words;
  }

  /**
   * @param text in lower case
   */
  private @Nullable Other otherWords(String text) {
    List<String> languages = List.copyOf(WORDS.keySet());
    double[] scores = new double[languages.size()];
    int asked = languages.indexOf(wanted);
    scores[asked] = PRIOR;
    forEachWord(
        text,
        (from, to, hash, special) -> {
          // Most words are longer than any function word, or have no such letters.
          if (to - from <= LONGEST_WORD) {
            raise(scores, WORD, FUNCTION_WORDS.of(text, from, to, hash));
          }
          if (special) {
            raise(scores, LETTER, holding(special(text.substring(from, to))));
          }
        });
    int most = 0;
    for (int i = 1; i < scores.length; i++) {
      most = scores[i] > scores[most] ? i : most;
    }
    String best = languages.get(most);
    if (most == asked) {
      return null;
    }
    double odds = scores[most] - scores[asked];
    double probability = 1 / (1 + Math.exp(-odds));
    List<String> evidence = evidence(words(text), best);
    return probability < SURE || evidence.size() < FEWEST_WORDS
        ? null
        : new Other(best, name(best), probability, evidence);
  }

  private static void raise(double[] scores, double by, long languages) {
    for (long left = languages; left != 0; left &= left - 1) {
      scores[Long.numberOfTrailingZeros(left)] += by;
    }
  }

  /** The languages that have all of some letters, a bit each. */
  private static long holding(Set<String> letters) {
    long languages = 0;
    long bit = 1;
    for (String language : WORDS.keySet()) {
      languages |= LETTERS.getOrDefault(language, Set.of()).containsAll(letters) ? bit : 0;
      bit <<= 1;
    }
    return languages;
  }

  /** For each function word the languages that have it, a bit each, in the order of the list. */
  private static Map<String, Long> holders() {
    Map<String, Long> holders = new HashMap<>();
    long bit = 1;
    for (Set<String> words : WORDS.values()) {
      for (String word : words) {
        holders.merge(word, bit, (one, other) -> one | other);
      }
      bit <<= 1;
    }
    return holders;
  }

  private static Set<String> special(String word) {
    Set<String> special = Set.of();
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) > 'z') {
        special = special.isEmpty() ? new HashSet<>() : special;
        special.add(String.valueOf(word.charAt(i)));
      }
    }
    return special;
  }

  /** Words that the language has and the one asked for has not, the first ones. */
  private List<String> evidence(List<String> words, String language) {
    Set<String> own = Objects.requireNonNull(WORDS.get(language));
    Set<String> asked = WORDS.getOrDefault(wanted, Set.of());
    Set<String> found = new LinkedHashSet<>();
    for (String word : words) {
      if ((own.contains(word) && !asked.contains(word)) || !special(word).isEmpty()) {
        found.add(word);
      }
    }
    return found.stream().limit(3).toList();
  }
}
