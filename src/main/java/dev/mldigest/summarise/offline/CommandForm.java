package dev.mldigest.summarise.offline;

import dev.mldigest.text.WordList;
import dev.mldigest.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether a sentence gives its reader an order ("Iterate twice over the plan"): it opens with
 * a bare verb ({@code command-verbs.txt}, learned) and what that may act on.
 */
final class CommandForm {
  private static final Map<String, List<String>> CLASSES =
      WordList.read("/summarise/command-verbs.txt").named();

  static final Set<String> VERBS = Set.copyOf(CLASSES.getOrDefault("verb", List.of()));

  /** Verbs that are nouns too: orders only before an article and the like. */
  static final Set<String> NOUNS_TOO = Set.copyOf(CLASSES.getOrDefault("noun too", List.of()));

  private static final Set<String> OBJECTS =
      Set.of(
          "the", "a", "an", "your", "it", "them", "this", "these", "all", "each", "every", "any",
          "what", "how");

  /** What may stand before an order. */
  private static final Set<String> FRONTS =
      Set.of(
          "please", "then", "next", "just", "always", "never", "simply", "first", "now", "finally",
          "also", "instead", "and", "or", "don't", "do", "not", "be");

  /** Behind these the first word was a noun, or a name. */
  private static final Set<String> NO_OBJECTS =
      Set.of(
          "is", "are", "was", "were", "has", "have", "had", "can", "will", "would", "may", "of",
          "for", "and", "or", "does", "did", "must", "should", "cannot");

  /** "Support: …", "Learn, …": a heading. */
  private static final Pattern MARK = Pattern.compile("^\\p{L}+[,:;(]");

  private static final int MOST_FRONTS = 2;

  /** Characters in which an order has begun. */
  private static final int FRONT = 60;

  private CommandForm() {}

  /** "Before you start, write a plan": an order behind what leads up to it. */
  private static final Pattern LED =
      Pattern.compile(
          "^(?:before|after|when|while|if|once|to|for|by|instead|rather|with|unless|until)\\b[^,.;]{3,100},"
              + " ",
          Pattern.CASE_INSENSITIVE);

  static boolean test(String sentence) {
    Matcher led = LED.matcher(sentence);
    return isOrder(sentence) || (led.lookingAt() && isOrder(sentence.substring(led.end())));
  }

  private static boolean isOrder(String sentence) {
    String front = sentence.strip();
    front = front.length() > FRONT ? front.substring(0, FRONT) : front;
    List<String> words = Words.of(front.toLowerCase(Locale.ROOT).replace('’', '\''));
    int verb = 0;
    while (verb < MOST_FRONTS && verb < words.size() && FRONTS.contains(words.get(verb))) {
      verb++;
    }
    return verb + 1 < words.size()
        && ((VERBS.contains(words.get(verb)) && !NO_OBJECTS.contains(words.get(verb + 1)))
            || (NOUNS_TOO.contains(words.get(verb)) && OBJECTS.contains(words.get(verb + 1))))
        && !MARK.matcher(sentence.strip()).lookingAt();
  }
}
