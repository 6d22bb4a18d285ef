package dev.mldigest.extract.page;

import dev.mldigest.text.WordList;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A word list of {@link WordList#sections}, in lower case. Names are looked up as whole words, so
 * that {@code ad} never matches {@code header}.
 */
public final class NameList {
  /** Characters of a name that are looked at. */
  private static final int LONGEST = 400;

  /** Behind one of these a word speaks of the page, not of the element. */
  private static final Set<String> OF_THE_PAGE = WordList.read("/extract/prefixes.txt").set();

  private final Map<String, Set<String>> sections = new LinkedHashMap<>();

  /** For each word a bit for each section that holds it; sections beyond 64 have none. */
  private final Map<String, Long> bits = new HashMap<>();

  /** What is known of each word, of the first parts of joined ones, and of prefixes. */
  private final Map<String, Word> words = new HashMap<>();

  private static final Word UNKNOWN = new Word(0, false, false);

  /**
   * A part of a name.
   *
   * @param sections that hold it, a bit each
   * @param joint whether it is the first part of a word that is made of several
   * @param ofThePage whether a word behind it speaks of the page
   */
  private record Word(long sections, boolean joint, boolean ofThePage) {}

  private NameList() {}

  public static NameList load(String resource) {
    NameList words = new NameList();
    WordList.read("/extract/" + resource)
        .sections()
        .forEach((name, list) -> words.sections.put(name, lowerCase(list)));
    long bit = 1;
    Set<String> joints = new HashSet<>();
    for (Set<String> section : words.sections.values()) {
      for (String word : section) {
        words.bits.merge(word, bit, (a, b) -> a | b);
        if (word.indexOf('-') > 0) {
          joints.add(word.substring(0, word.indexOf('-')));
        }
      }
      bit <<= 1;
    }
    Stream.of(words.bits.keySet(), joints, OF_THE_PAGE)
        .flatMap(Set::stream)
        .forEach(word ->
            words.words.put(
                word,
                new Word(words.bit(word), joints.contains(word), OF_THE_PAGE.contains(word))));
    return words;
  }

  private static Set<String> lowerCase(WordList list) {
    return list.lines().stream()
        .map(word -> word.toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The words of a section, in the file's order. */
  public Set<String> section(String name) {
    return Objects.requireNonNull(sections.get(name), name);
  }

  /** The names of the sections, in the file's order. */
  public List<String> sections() {
    return List.copyOf(sections.keySet());
  }

  /** The names of a class attribute in lower case; of one beyond measure only the first ones. */
  public static String[] split(String names) {
    String bounded = names.length() > LONGEST ? names.substring(0, LONGEST) : names;
    String lower = bounded.toLowerCase(Locale.ROOT).strip();
    List<String> split = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= lower.length(); i++) {
      if (i == lower.length() || isBlank(lower.charAt(i))) {
        if (i > from) {
          split.add(lower.substring(from, i));
        }
        from = i + 1;
      }
    }
    return split.isEmpty() ? new String[] {""} : split.toArray(String[]::new);
  }

  /** White space of HTML. */
  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
  }

  /** Whether one of the names of a class attribute is one of the words. */
  public static boolean names(Set<String> words, String names) {
    int length = Math.min(names.length(), LONGEST);
    int from = 0;
    for (int i = 0; i <= length; i++) {
      if (i == length || names.charAt(i) <= ' ') {
        if (i > from && words.contains(names.substring(from, i).toLowerCase(Locale.ROOT))) {
          return true;
        }
        from = i + 1;
      }
    }
    return false;
  }

  /** The sections that hold one of the names of a class attribute: a bit each. */
  public long sectionsOfWhole(String names) {
    int length = Math.min(names.length(), LONGEST);
    long found = 0;
    int from = 0;
    for (int i = 0; i <= length; i++) {
      if (i == length || names.charAt(i) <= ' ') {
        found |= i > from ? bit(names.substring(from, i).toLowerCase(Locale.ROOT)) : 0;
        from = i + 1;
      }
    }
    return found;
  }

  /** The sections that hold a word of a class name or id: a bit each, in the file's order. */
  public long sectionsOf(String names) {
    return sectionsOf(parts(names));
  }

  /** The same of names that were taken apart before. */
  public long sectionsOf(List<String> parts) {
    long found = 0;
    for (String part : parts) {
      found |= bit(part);
    }
    return found;
  }

  /** The sections that hold a word of it, alone or as neighbours joined by "-": a bit each. */
  public long sectionsNamed(List<String> parts) {
    long found = 0;
    Word before = UNKNOWN;
    Word beforeThat = UNKNOWN;
    for (int i = 0; i < parts.size(); i++) {
      Word own = words.getOrDefault(parts.get(i), UNKNOWN);
      if (!before.ofThePage) {
        found |= own.sections;
        found |= before.joint ? bit(joined(parts, i - 1, i)) : 0;
        found |= beforeThat.joint ? bit(joined(parts, i - 2, i)) : 0;
      }
      beforeThat = parts.get(i).isEmpty() ? UNKNOWN : before;
      before = own;
    }
    return found;
  }

  /** The first part of a class name or id that is one of the words, or null. */
  static @Nullable public String first(Set<String> words, List<String> parts) {
    for (String part : parts) {
      if (words.contains(part)) {
        return part;
      }
    }
    return null;
  }

  /** The words of class names in lower case, with an empty one after each name. */
  public static List<String> parts(String names) {
    List<String> parts = new ArrayList<>();
    int length = Math.min(names.length(), LONGEST);
    int from = 0;
    for (int i = 0; i <= length; i++) {
      char c = i < length ? names.charAt(i) : ' ';
      if (c >= 'a' && c <= 'z') {
        continue; // most are
      }
      boolean letter = Character.isLetter(c);
      boolean hump =
          letter
              && i > from
              && Character.isUpperCase(c)
              && Character.isLowerCase(names.charAt(i - 1));
      if (letter && !hump) {
        continue;
      }
      if (i > from && isWord(names, from)) {
        parts.add(names.substring(from, i).toLowerCase(Locale.ROOT));
      }
      if (i < length && Character.isWhitespace(names.charAt(i))) {
        parts.add("");
      }
      from = hump ? i : i + 1;
    }
    return parts;
  }

  /** The longest word of an entry of a list, or an empty string. */
  public static String longestPart(String entry) {
    String longest = "";
    for (String part : parts(entry)) {
      longest = part.length() > longest.length() ? part : longest;
    }
    return longest;
  }

  /** "5f18ad9" holds no "ad": letters after a digit are of a number, not of a word. */
  private static boolean isWord(String names, int from) {
    return from == 0 || !Character.isDigit(names.charAt(from - 1));
  }

  private static String joined(List<String> parts, int from, int last) {
    return String.join("-", parts.subList(from, last + 1));
  }

  private long bit(String word) {
    return bits.getOrDefault(word, 0L);
  }

  /** The bit by which a section is known. */
  public long bitOf(String section) {
    return 1L << sections().indexOf(section);
  }
}
