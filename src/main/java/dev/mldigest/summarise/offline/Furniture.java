package dev.mldigest.summarise.offline;

import dev.mldigest.text.Sentences;
import dev.mldigest.text.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a source says again and again: whole sentences, and what stands before a colon at the front
 * of one. Learned from several entries of the source; an entry told twice teaches nothing.
 */
public final class Furniture {
  /** Of a source of which nothing is known. */
  public static final Furniture NONE = new Furniture(Set.of(), Set.of());

  /** In this many entries: a sentence that two of them share is no news in either. */
  private static final int OFTEN = 2;

  /** Two texts that share more of their sentences are one text told twice. */
  private static final double ONE_TEXT = 0.5;

  /** Letters; a shorter sentence ("Thank you.") is no choice of ours anyway. */
  private static final int SHORTEST = 12;

  /** In words: a series' or a letter's name, not the first half of a sentence. */
  private static final Pattern FRONT = Pattern.compile("^(\\S+(?: \\S+){0,7}?):\\s+(?=\\S)");

  private final Set<String> sentences;
  private final Set<String> fronts;

  private Furniture(Set<String> sentences, Set<String> fronts) {
    this.sentences = Set.copyOf(sentences);
    this.fronts = Set.copyOf(fronts);
  }

  /**
   * @param texts of entries of one source
   */
  public static Furniture of(Collection<String> texts) {
    Map<String, Integer> sentences = new HashMap<>();
    Map<String, Integer> fronts = new HashMap<>();
    List<Set<String>> seen = new ArrayList<>();
    for (String text : texts) {
      List<String> all = Sentences.of(text);
      Set<String> keys =
          all.stream()
              .map(Furniture::key)
              .filter(key -> key.length() >= SHORTEST)
              .collect(Collectors.toSet());
      if (seen.stream().anyMatch(other -> isOneText(keys, other))) {
        continue;
      }
      seen.add(keys);
      keys.forEach(key -> sentences.merge(key, 1, Integer::sum));
      Set<String> own = new HashSet<>();
      all.forEach(sentence -> own.add(front(sentence)));
      own.forEach(front -> fronts.merge(front, 1, Integer::sum));
    }
    fronts.remove("");
    return new Furniture(often(sentences), often(fronts));
  }

  private static Set<String> often(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .filter(count -> count.getValue() >= OFTEN)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static boolean isOneText(Set<String> keys, Set<String> other) {
    long shared = keys.stream().filter(other::contains).count();
    return shared > ONE_TEXT * Math.min(keys.size(), other.size());
  }

  private static String key(String sentence) {
    return Texts.letters(sentence);
  }

  private static String front(String sentence) {
    Matcher matcher = FRONT.matcher(sentence);
    return matcher.find() ? Texts.letters(matcher.group(1)) : "";
  }

  /** True if the source says it in other entries too. */
  boolean holds(String sentence) {
    return sentences.contains(key(sentence));
  }

  /** The sentence without a front that others of the source's have too. */
  String strip(String sentence) {
    Matcher matcher = FRONT.matcher(sentence);
    return matcher.find() && fronts.contains(Texts.letters(matcher.group(1)))
        ? LeadIn.capital(sentence.substring(matcher.end()))
        : sentence;
  }
}
