package dev.mldigest.summarise.ground.span;

import dev.mldigest.text.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a text abbreviates: after "a neural network (NN)" its sentences say the one or the other and
 * mean the same.
 */
public final class Abbreviations {
  /** Letters in brackets behind words. Bounded: linear on hostile input. */
  private static final Pattern IN_BRACKETS = Pattern.compile("\\(([A-Z][A-Za-z]{1,9})s?\\)");

  /** Where the long form begins, at most: some of its words have no letter there, or two. */
  private static final int LONGEST = 90;

  /** Of each short form the words of the long one. */
  private final Map<String, Set<String>> meant = new HashMap<>();

  private Abbreviations() {}

  public static Abbreviations of(List<String> sentences) {
    Abbreviations all = new Abbreviations();
    for (String sentence : sentences) {
      if (sentence.indexOf('(') > 0) {
        all.read(sentence);
      }
    }
    return all;
  }

  private void read(String sentence) {
    Matcher found = IN_BRACKETS.matcher(sentence);
    while (found.find()) {
      String before = sentence.substring(Math.max(0, found.start() - LONGEST), found.start());
      Set<String> words = longForm(found.group(1), Words.split(before));
      if (!words.isEmpty()) {
        meant.put(Token.root(found.group(1).toLowerCase(Locale.ROOT)), words);
      }
    }
  }

  /** The last words before the bracket whose first letters are those of the short form. */
  private static Set<String> longForm(String letters, List<String> before) {
    Set<String> keys = new HashSet<>();
    int letter = letters.length() - 1;
    for (int i = before.size() - 1; i >= 0 && letter >= 0; i--) {
      String word = before.get(i).toLowerCase(Locale.ROOT);
      boolean fits = first(word) == first(letters.substring(letter));
      // Only a small word, or a part of "FiLM", has no letter of its own.
      if (!fits && !Words.isStop(word) && Character.isUpperCase(letters.charAt(letter))) {
        return Set.of();
      }
      letter -= fits ? 1 : 0;
      if (!Words.isStop(word)) {
        keys.add(Token.root(word));
      }
    }
    return letter < 0 ? keys : Set.of();
  }

  private static char first(String word) {
    return Character.toLowerCase(word.charAt(0));
  }

  /** True if the span has the long form of this short one, or a short form with this word in it. */
  public boolean knows(Span span, Token token) {
    Set<String> words = meant.get(token.key());
    return (words != null && words.stream().allMatch(span::has))
        || (!token.name()
            && meant.entrySet().stream()
                .anyMatch(one -> one.getValue().contains(token.key()) && span.has(one.getKey())));
  }

  /** True if one is short for words of which the other is one, or both are parts of one. */
  public boolean same(String one, String other) {
    return isPart(one, other) || isPart(other, one);
  }

  private boolean isPart(String word, String letters) {
    return meant.getOrDefault(letters, Set.of()).contains(word);
  }
}
