package dev.mldigest.summarise.offline;

import dev.mldigest.text.WordList;
import dev.mldigest.text.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What "the schedule" stands for where a text told of "a refresh schedule" before it: a sentence
 * whose subject the reader has not met is not to be read without the one that brought it in. What
 * is "the" from its first mention on, as "the browser", everybody knows. Linear in the text.
 */
final class Antecedents {
  private static final Map<String, List<String>> CLASSES =
      WordList.read("/summarise/discourse.txt").named();

  /** Words that open what stands before a subject and its comma. */
  private static final Set<String> OPENING = words("opening");

  /** "The best model", "the full list": told by what it is, not by what was said. */
  private static final Set<String> TELLING = words("telling which");

  /** What every text has, or every thing in it: "the code is public", "the accuracy rose". */
  private static final Set<String> COMMON = words("of everything");

  /** The subject, at the front or behind an opening phrase, and up to its verb. */
  private static final Pattern SUBJECT =
      Pattern.compile(
          "^(?:(\\p{L}+) [^,;:“”\"]{2,90}, the|The) ((?:[\\p{Ll}-]+ ){1,4}[\\p{Ll}']+)");

  /** "On its first day the check": whose day it was stands behind it, or nowhere. */
  private static final Pattern WHOSE =
      Pattern.compile(
          "^\\p{Lu}\\p{Ll}+(?: addition to)? (?:its|their) (?:[^,.;:]{2,60}, )?(?:[^,.;:]{2,60}?"
              + " )??(?:the ((?:[\\p{Ll}-]+ ){1,3}[\\p{Ll}']+)|(?:it|they)\\b)");

  /** Words between "the" and its noun. */
  private static final int NEAR = 2;

  /** Where each root is first spoken of; what is "the" there already is left out. */
  private final Map<String, Integer> first = new HashMap<>();

  /** Roots that are first spoken of as "a" such thing. */
  private final Set<String> presented = new HashSet<>();

  Antecedents(List<String> sentences) {
    for (int i = 0; i < sentences.size(); i++) {
      List<String> words = Words.of(sentences.get(i));
      for (int w = 0; w < words.size(); w++) {
        if (Words.carries(words.get(w))) {
          boolean known = isBehind(Set.of("the"), words, w);
          String root = Words.root(words.get(w));
          if (first.putIfAbsent(root, known ? sentences.size() : i) == null
              && isBehind(Set.of("a", "an"), words, w)) {
            presented.add(root);
          }
        }
      }
    }
  }

  private static Set<String> words(String name) {
    return Set.copyOf(Objects.requireNonNull(CLASSES.get(name), name));
  }

  /** Whether one of the words stands before it, and nothing but an adjective between. */
  private static boolean isBehind(Set<String> articles, List<String> words, int at) {
    for (int i = at - 1; i >= Math.max(0, at - 1 - NEAR); i--) {
      if (articles.contains(words.get(i))) {
        return true;
      }
      if (!Words.carries(words.get(i))) {
        return false;
      }
    }
    return false;
  }

  /**
   * True if the subject is what only a sentence before it brought in.
   *
   * @param i where the sentence stands in the text
   * @param known roots of the words that the reader has read
   */
  boolean isMissed(int i, String sentence, Set<String> known) {
    return !missed(i, sentence, known).isEmpty();
  }

  /**
   * The same right behind the sentence before it, which may mean it by another word: "the model" of
   * what has a name. A thing of its own that the text presented elsewhere is not meant there.
   */
  boolean isMissedBehind(int i, String sentence, Set<String> known) {
    String noun = missed(i, sentence, known);
    return !Discourse.isHead(noun) && presented.contains(Words.root(noun));
  }

  /** The noun of the subject that is missed; empty if none is. */
  private String missed(int i, String sentence, Set<String> known) {
    Matcher subject = SUBJECT.matcher(sentence);
    if (!subject.lookingAt() || (subject.group(1) != null && !opens(sentence))) {
      return "";
    }
    List<String> noun = noun(subject.group(2));
    return !noun.isEmpty()
            && first.getOrDefault(Words.root(noun.getLast()), i) < i
            && !COMMON.contains(noun.getLast())
            && !isTold(noun.getFirst())
            && !isKnown(noun, known)
        ? noun.getLast()
        : "";
  }

  /**
   * True if it opens with what is "its", and neither its subject nor what is read tells whose.
   *
   * @param known roots of the words that the reader has read
   */
  static boolean opensUnowned(String sentence, Set<String> known) {
    Matcher whose = WHOSE.matcher(sentence);
    if (!whose.lookingAt() || !opens(sentence)) {
      return false;
    }
    List<String> noun = whose.group(1) == null ? List.of() : noun(whose.group(1));
    return noun.isEmpty() ? whose.group(1) == null : !isKnown(noun, known);
  }

  private static boolean opens(String sentence) {
    return OPENING.contains(Words.of(sentence).getFirst());
  }

  private static boolean isTold(String word) {
    return TELLING.contains(word) || (word.endsWith("est") && word.length() > 4);
  }

  private static boolean isKnown(List<String> noun, Set<String> known) {
    return noun.stream().anyMatch(word -> known.contains(Words.root(word)));
  }

  /** The words before the verb; none where no verb follows them. */
  private static List<String> noun(String words) {
    List<String> all = List.of(words.split(" "));
    for (int i = 1; i < all.size(); i++) {
      if (Discourse.isVerb(all.get(i))) {
        return all.subList(0, i);
      }
      if (!Words.carries(all.get(i))) {
        return List.of();
      }
    }
    return List.of();
  }
}
